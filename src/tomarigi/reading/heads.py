"""From the encoder's vectors to labels and flags.

A segment is the mean of its tokens' vectors, seen beside the mean of the whole message; labels
are linear in both. Because they are, the part of each token in a label can be told exactly, and
that is how the words that carried it are found.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import IO, Self

import numpy as np
import numpy.typing as npt

from tomarigi.reading.errors import WeightsUnusable
from tomarigi.reading.labels import Flag, Label

Floats = npt.NDArray[np.float32]

VERSION = 2
"""Raised whenever the weights change their meaning: older files are then refused."""

LABELS, FLAGS = len(Label), len(Flag)


@dataclass(frozen=True, slots=True)
class Heads:
    """Every weight after the encoder; d is the encoder's dimensions.

    `segment` and `context` give a segment's LABELS + FLAGS logits from its own and from the
    message's standardised mean, `message` the FLAGS logits of the message as a whole.
    `begin` gives, from a standardised token, whether a segment begins there.
    `temperature`, `shift` and `threshold` are (LABELS + FLAGS,).
    """

    version: npt.NDArray[np.int64]
    centre: Floats  # (2, d): of segments, of messages
    spread: Floats  # (2, d)
    segment: Floats  # (d, LABELS + FLAGS)
    context: Floats  # (d, LABELS + FLAGS)
    bias: Floats  # (LABELS + FLAGS,)
    message: Floats  # (d, FLAGS)
    message_bias: Floats  # (FLAGS,)
    begin: Floats  # (d,): whether a segment begins at a token
    begin_bias: Floats  # (1,)
    temperature: Floats
    shift: Floats
    threshold: Floats

    @classmethod
    def from_file(cls, file: IO[bytes]) -> Self:
        """Read what `to_file` wrote.

        Raises:
            WeightsUnusable: made for another version.
        """
        with np.load(file) as held:
            if int(held["version"][0]) != VERSION:
                raise WeightsUnusable("the weights are of another version; train again")
            arrays = {one.name: held[one.name] for one in fields(cls)}
        return cls(**arrays)

    def to_file(self, file: IO[bytes]) -> None:
        """Write the weights."""
        np.savez_compressed(file, **{one.name: getattr(self, one.name) for one in fields(self)})

    def begins(self, vectors: Floats) -> npt.NDArray[np.bool_]:
        """(tokens,): whether a segment begins at each of the tokens (tokens, d)."""
        own = (vectors - self.centre[0]) / self.spread[0]
        found: npt.NDArray[np.bool_] = own @ self.begin + self.begin_bias > 0
        return found

    def segment_logits(self, means: Floats, message: Floats) -> Floats:
        """(segments, LABELS + FLAGS) from (segments, d) and (d,)."""
        own = (means - self.centre[0]) / self.spread[0]
        around = (message - self.centre[1]) / self.spread[1]
        logits: Floats = own @ self.segment + around @ self.context + self.bias
        return logits

    def flag_logits(self, segments: Floats, message: Floats) -> Floats:
        """(FLAGS,): any segment can raise a flag, and so can the message as a whole."""
        around = (message - self.centre[1]) / self.spread[1]
        raised = segments[:, LABELS:]
        highest = raised.max(axis=0)
        together = highest + np.log(np.exp(raised - highest).sum(axis=0))
        logits: Floats = together + around @ self.message + self.message_bias
        return logits

    def confidence(self, logits: Floats, columns: slice) -> Floats:
        """Logits as 0..1, made honest on messages of people not trained on."""
        centred = (logits - self.shift[columns]) / self.temperature[columns]
        confidence: Floats = 1.0 / (1.0 + np.exp(-centred))
        return confidence

    def parts(self, vectors: Floats, column: int) -> Floats:
        """(tokens,): what each of a segment's tokens adds to the logit of one label."""
        own = (vectors - self.centre[0]) / self.spread[0]
        parts: Floats = own @ self.segment[:, column] / max(len(vectors), 1)
        return parts


@cache
def shipped_heads() -> Heads:
    """The heads of this package.

    Raises:
        WeightsUnusable: the file is missing or of another version.
    """
    path = resources.files(__package__).joinpath("weights", "heads.npz")
    try:
        with path.open("rb") as file:
            return Heads.from_file(file)
    except FileNotFoundError as error:
        raise WeightsUnusable("no heads; run python -m tomarigi.reading.train") from error


def found(confidences: Floats, thresholds: Floats) -> Sequence[int]:
    """The columns whose confidence reaches their threshold, the surest first."""
    reached = np.flatnonzero(confidences >= thresholds)
    return [int(column) for column in reached[np.argsort(-confidences[reached])]]
