"""What a reading is: frozen values that hold positions, never the text itself."""

from dataclasses import dataclass

from tomarigi.reading.labels import BENEATH, Beneath, Flag, Label


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (excluded) of the text as given."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Cut this span out of the text."""
        return text[self.start : self.end]


SURE_FROM = 0.6
"""A finding of less confidence is offered as a perhaps."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One label of one segment.

    `confidence` is in 0..1. `words` are the spans that carried it, in order, apart from
    each other and inside the segment; at least one.
    """

    label: Label
    confidence: float
    words: tuple[Span, ...]

    @property
    def is_sure(self) -> bool:
        """Whether it may be said without a perhaps."""
        return self.confidence >= SURE_FROM


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, or a clause that does something of its own; findings strongest first."""

    span: Span
    findings: tuple[Finding, ...]

    @property
    def labels(self) -> tuple[Label, ...]:
        """The labels found, strongest first."""
        return tuple(found.label for found in self.findings)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a message carries. Nothing in it is a score of the person.

    The segments follow each other and cover the text; an empty text has none.
    """

    segments: tuple[Segment, ...]
    safety: tuple[Flag, ...]

    @property
    def labels(self) -> tuple[Label, ...]:
        """Every label found, in the order of `Label`."""
        found = {label for segment in self.segments for label in segment.labels}
        return tuple(label for label in Label if label in found)

    @property
    def unlabelled(self) -> "Reading":
        """The same segments and flags without a finding: for what the reader has not learnt."""
        return Reading(tuple(Segment(one.span, ()) for one in self.segments), self.safety)

    @property
    def underneath(self) -> tuple[Beneath, ...]:
        """What may lie beneath, by how much of the message points to it."""
        weight: dict[Beneath, float] = {}
        for segment in self.segments:
            for found in segment.findings:
                for rank, beneath in enumerate(BENEATH[found.label]):
                    weight[beneath] = weight.get(beneath, 0.0) + found.confidence / (1 + rank)
        return tuple(sorted(weight, key=lambda beneath: -weight[beneath]))
