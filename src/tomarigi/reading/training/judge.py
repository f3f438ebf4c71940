"""Measuring: figures by label and flag, and the thresholds they are read off at."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt
import torch
from sklearn.linear_model import LogisticRegression

from tomarigi.reading.labels import Flag, Label
from tomarigi.reading.surface import Seen, Surface
from tomarigi.reading.tokens import Pieces
from tomarigi.reading.training import boundaries
from tomarigi.reading.training.batches import Example, tensors
from tomarigi.reading.training.network import Reader

Floats = npt.NDArray[np.float32]
Truth = npt.NDArray[np.bool_]

AT_ONCE = 32
SHRINK = 8.0
"""Rare labels pull their threshold towards that of all labels together, as if by so many cases."""
FALSE_FLAGS = 0.07
"""The share of harmless messages that may be answered with help first, where many of them were
written to look dangerous. A miss costs more than a false alarm."""
PLATT_STRENGTH, SLOPES = 10.0, (0.1, 3.0)
_ABSENT = -12.0
"""The logit of what no segment has."""


class Labelled(Protocol):
    """A message whose labels and flags are known."""

    @property
    def text(self) -> str: ...  # noqa: D102 see the class
    @property
    def labels(self) -> frozenset[Label]: ...  # noqa: D102 see the class
    @property
    def safety(self) -> frozenset[Flag]: ...  # noqa: D102 see the class


@dataclass(frozen=True, slots=True)
class Figures:
    """What a set of messages says of a reader; everything by message."""

    micro_f1: float
    macro_f1: float
    by_label: dict[Label, float]
    flags_found: float
    found_by_flag: dict[Flag, float]
    false_flags: float


@torch.no_grad()
def logits(
    reader: Reader,
    surface: Surface,
    pieces: Pieces,
    messages: Sequence[Labelled],
) -> tuple[Floats, Floats]:
    """The strongest logit of each label in each message, and the flags' logits.

    Segments are those the reader itself finds. (messages, LABELS) and (messages, FLAGS).
    """
    reader.eval()
    labels = np.full((len(messages), len(Label)), _ABSENT, np.float32)
    flags = np.full((len(messages), len(Flag)), _ABSENT, np.float32)
    texts = [one.text for one in messages]
    spans = boundaries.segments(reader, pieces, texts)
    order = sorted(range(len(messages)), key=lambda at: len(texts[at]))
    for start in range(0, len(order), AT_ONCE):
        rows = order[start : start + AT_ONCE]
        examples = [Example(texts[at], tuple(spans[at]), (), ()) for at in rows]
        numbers, segment_of = tensors(examples, pieces)
        states = reader.states(numbers, segment_of)
        found, raised, there = reader.carried(states, segment_of)
        spelt, spelt_whole = _spelt(surface, examples)
        found[:, : spelt.shape[1]] += torch.from_numpy(spelt[:, : found.shape[1]])
        labels[rows] = found.masked_fill(~there[..., None], _ABSENT).amax(1).numpy()
        flags[rows] = raised.numpy() + spelt_whole
    return labels, flags


def _spelt(surface: Surface, examples: Sequence[Example]) -> tuple[Floats, Floats]:
    """What the letters say: (messages, segments, LABELS) and (messages, FLAGS)."""
    most = max(len(one.spans) for one in examples)
    labels = np.zeros((len(examples), most, len(Label)), np.float32)
    flags = np.zeros((len(examples), len(Flag)), np.float32)
    for at, one in enumerate(examples):
        flags[at] = surface.logits(Seen.of(one.text))[len(Label) :]
        for number, span in enumerate(one.spans):
            labels[at, number] = surface.logits(Seen.of(span.of(one.text)))[: len(Label)]
    return labels, flags


def truth(messages: Sequence[Labelled]) -> tuple[Truth, Truth]:
    """Which labels and flags the messages have."""
    labels = np.array([[label in one.labels for label in Label] for one in messages])
    flags = np.array([[flag in one.safety for flag in Flag] for one in messages])
    return labels, flags


def label_thresholds(scores: Floats, wanted: Truth) -> Floats:
    """Logits from which a label is found: best F1 each, drawn towards the best for all."""
    shared = _best(scores.ravel(), wanted.ravel())
    own = np.array([_best(scores[:, at], wanted[:, at]) for at in range(scores.shape[1])])
    weight = wanted.sum(0) / (wanted.sum(0) + SHRINK)
    return (weight * own + (1 - weight) * shared).astype(np.float32)


def _best(scores: Floats, wanted: Truth) -> float:
    order = np.argsort(-scores)
    right = np.cumsum(wanted[order])
    f1 = 2 * right / (np.arange(1, len(order) + 1) + wanted.sum())
    # The middle of the plateau around the best, rather than one lucky place on it.
    near = np.flatnonzero(f1 >= f1.max() - 0.005)
    return float(np.median(scores[order[near]]))


def flag_thresholds(scores: Floats, wanted: Truth) -> Floats:
    """Logits from which a flag is raised: as low as false alarms allow.

    One for all flags (more would be fitted to a few dozen cases each), such that `FALSE_FLAGS` of
    the messages without any flag raise one.
    """
    harmless = scores[~wanted.any(1)].max(1)
    return np.full(len(Flag), np.quantile(harmless, 1 - FALSE_FLAGS), np.float32)


def confidence_scales(scores: Floats, wanted: Truth) -> tuple[Floats, Floats]:
    """The temperature and shift of each column that make confidences honest (Platt 1999)."""
    fitted = [
        LogisticRegression(C=PLATT_STRENGTH).fit(scores[:, [at]], wanted[:, at])
        for at in range(scores.shape[1])
    ]
    slopes = np.array([one.coef_[0, 0] for one in fitted]).clip(*SLOPES)
    shifts = np.array([-one.intercept_[0] for one in fitted]) / slopes
    return (1 / slopes).astype(np.float32), shifts.astype(np.float32)


def figures(found: Truth, wanted: Truth, raised: Truth, dangers: Truth) -> Figures:
    """Compare what was found with what was wanted, and flags with dangers; rows are messages."""
    right = (found & wanted).sum(0)
    f1 = 2 * right / np.maximum(found.sum(0) + wanted.sum(0), 1)
    any_danger = dangers.any(1)
    flagged = raised.any(1)
    return Figures(
        micro_f1=float(2 * right.sum() / max(found.sum() + wanted.sum(), 1)),
        macro_f1=float(f1.mean()),
        by_label=dict(zip(Label, f1.tolist(), strict=True)),
        flags_found=_share(flagged[any_danger]),
        found_by_flag={flag: _share(flagged[dangers[:, at]]) for at, flag in enumerate(Flag)},
        false_flags=_share(flagged[~any_danger]),
    )


def _share(values: Truth) -> float:
    return float(values.mean()) if len(values) else 0.0
