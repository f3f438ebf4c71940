"""The corpus: messages written for this project by invented writers (`DATACARD.md`)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from tomarigi.reading.errors import CorpusBroken
from tomarigi.reading.labels import Flag, Label
from tomarigi.reading.values import Span


@dataclass(frozen=True, slots=True)
class LabelledSegment:
    """A segment and the labels an annotator gave it."""

    span: Span
    labels: frozenset[Label]


@dataclass(frozen=True, slots=True)
class Message:
    """A labelled message.

    `writer` is unique over all parts; `voice` tells who the invented writer is.
    """

    id: str
    part: str
    writer: str
    voice: str
    text: str
    segments: tuple[LabelledSegment, ...]
    safety: frozenset[Flag]

    @property
    def labels(self) -> frozenset[Label]:
        """The union of its segments' labels."""
        return frozenset(label for segment in self.segments for label in segment.labels)


def load() -> list[Message]:
    """Every message of every part, in the order of the files.

    Raises:
        CorpusBroken: a row whose segments do not cover its text, or an unknown label.
    """
    here = resources.files(__package__)
    parts = sorted(one.name for one in here.iterdir() if one.name.endswith(".jsonl"))
    return [message for part in parts for message in _part(part)]


def _part(name: str) -> Iterator[Message]:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    for row, line in enumerate(text.splitlines(), start=1):
        yield parse(line, part=name.removesuffix(".jsonl"), row=row)


def parse(line: str, *, part: str, row: int) -> Message:
    """Read one line of a part.

    Raises:
        CorpusBroken: the row does not keep the format.
    """
    fields = json.loads(line)
    segments, at = [], 0
    try:
        for one in fields["segments"]:
            end = at + len(one["text"])
            if fields["text"][at:end] != one["text"]:
                raise CorpusBroken(part=part, row=row, why="a segment is not where it should be")
            labels = frozenset(Label(name) for name in one["labels"])
            segments.append(LabelledSegment(Span(at, end), labels))
            at = end
        if at != len(fields["text"]):
            raise CorpusBroken(part=part, row=row, why="the segments do not cover the text")
        return Message(
            id=fields["id"],
            part=part,
            writer=f"{part}/{fields['writer']}",
            voice=fields["voice"],
            text=fields["text"],
            segments=tuple(segments),
            safety=frozenset(Flag(name) for name in fields["safety"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise CorpusBroken(part=part, row=row, why=type(error).__name__) from error
