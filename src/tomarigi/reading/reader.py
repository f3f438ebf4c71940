"""Read a text: cut it into segments, say what each does, by which words, and what is dangerous."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

import numpy as np

from tomarigi.reading.encoder import LONGEST, Floats, shipped_encoder, shipped_pieces
from tomarigi.reading.errors import TextTooLong
from tomarigi.reading.heads import LABELS, Heads, found, shipped_heads
from tomarigi.reading.labels import Flag, Label
from tomarigi.reading.said_plainly import flags_said_plainly
from tomarigi.reading.sentences import split
from tomarigi.reading.surface import Seen, shipped_surface
from tomarigi.reading.tokens import Tokens
from tomarigi.reading.values import Finding, Reading, Segment, Span
from tomarigi.reading.words import carrying

MOST_CHARACTERS = 20_000
"""A long letter has 4,000; more is no message."""

_LABELS, _FLAGS = tuple(Label), tuple(Flag)


def read(text: str) -> Reading:
    """Read what a message carries.

    Args:
        text: any text; line breaks, emoji, control characters and lone surrogates are fine.

    Returns:
        Segments that cover the text, with their labels and the words that carried them, and the
        safety flags. For an empty text, or one of white space alone, no labels and no flags.

    Raises:
        TextTooLong: more than `MOST_CHARACTERS` characters.
    """
    if len(text) > MOST_CHARACTERS:
        raise TextTooLong(characters=len(text), most=MOST_CHARACTERS)
    if not text.strip():
        return Reading(segments=tuple(Segment(span, ()) for span in split(text, ())), safety=())
    heads, passage = shipped_heads(), Passage.of(text)
    spans = passage.segments(heads)
    rows = passage.rows(spans)
    logits = heads.segment_logits(passage.means(rows), passage.message)
    segments = tuple(
        Segment(span, tuple(passage.findings(heads, span, one, scores[:LABELS])))
        for span, one, scores in zip(spans, rows, logits, strict=True)
    )
    danger = heads.flag_logits(logits, passage.message)
    danger = danger + shipped_surface().logits(Seen.of(text))[LABELS:]
    flags = heads.confidence(danger, slice(LABELS, None))
    reached = flags >= heads.threshold[LABELS:]
    raised = flags_said_plainly(text) | {
        one for one, is_so in zip(_FLAGS, reached, strict=True) if is_so
    }
    return Reading(segments=segments, safety=tuple(flag for flag in _FLAGS if flag in raised))


@dataclass(frozen=True, slots=True)
class Passage:
    """A text as the encoder sees it: tokens, their vectors, and the mean of all."""

    text: str
    tokens: Tokens
    vectors: Floats
    message: Floats

    @classmethod
    def of(cls, text: str) -> Self:
        """Encode a text, a long one window by window, so that time stays linear."""
        tokens = shipped_pieces().cut(text)
        window, encoder = LONGEST - 2, shipped_encoder()
        starts = range(0, len(tokens.pieces), window)
        vectors = np.concatenate(
            [encoder.encode(tokens.pieces[start : start + window]) for start in starts]
        )
        return cls(text=text, tokens=tokens, vectors=vectors, message=vectors.mean(axis=0))

    def segments(self, heads: Heads) -> list[Span]:
        """The segments of the text."""
        begins = np.flatnonzero(heads.begins(self.vectors))
        return split(self.text, (self.tokens.start[at] for at in begins))

    def rows(self, spans: Sequence[Span]) -> list[slice]:
        """Which tokens belong to each segment: those that start in it."""
        starts = np.array(self.tokens.start)
        edges = np.searchsorted(starts, [span.start for span in spans]).tolist()
        return [slice(one, other) for one, other in pairwise([0, *edges[1:], len(starts)])]

    def means(self, rows: Sequence[slice]) -> Floats:
        """The mean vector of each segment; that of the message where a segment has no token."""
        return np.stack(
            [
                self.vectors[one].mean(axis=0) if one.start < one.stop else self.message
                for one in rows
            ]
        )

    def findings(self, heads: Heads, span: Span, rows: slice, logits: Floats) -> Iterator[Finding]:
        """The labels of one segment, the surest first, with the words that carried them."""
        words_as_given, surface = span.of(self.text), shipped_surface()
        seen = Seen.of(words_as_given)
        logits = logits + surface.logits(seen)[:LABELS]
        confidences = heads.confidence(logits, slice(LABELS))
        for column in found(confidences, heads.threshold[:LABELS]):
            meant = self._by_character(heads.parts(self.vectors[rows], column), span, rows)
            spelt = surface.parts(seen, column, len(words_as_given))
            words = carrying(words_as_given, meant + spelt)
            if words is not None:
                at = Span(span.start + words.start, span.start + words.end)
                yield Finding(_LABELS[column], float(confidences[column]), (at,))

    def _by_character(self, parts: Floats, span: Span, rows: slice) -> Floats:
        """What each token adds, shared by the characters it stands for."""
        shared = np.zeros(span.end - span.start, np.float32)
        edges = pairwise([*self.tokens.start[rows], span.end])
        for part, (start, end) in zip(parts, edges, strict=True):
            first, last = max(start, span.start), min(max(end, start + 1), span.end)
            shared[first - span.start : last - span.start] += part / max(last - first, 1)
        return shared
