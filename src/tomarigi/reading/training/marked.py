"""Are the words shown the words that carry? `python -m tomarigi.reading.training.marked`.

`corpus/marked.json` says of one label in each of some hundred messages which words carry it, marked
by hand before the reader was asked; how words are chosen (`words`) was then tuned on these marks.
Figures, over the labels the reader finds there: the share where what is shown and what is marked
share at least half of the shorter; the mean share of the segment that is shown; and how often
taking the shown words away lowers the label's confidence more than taking away a run of as many
other characters of the segment does on average. Segments too short for such a run do not count.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

import numpy as np

from tomarigi.reading import Finding, Label, Segment, Span, corpus, read
from tomarigi.reading.heads import LABELS, shipped_heads
from tomarigi.reading.reader import Passage
from tomarigi.reading.surface import Seen, shipped_surface

ENOUGH = 0.5
STEP = 2
"""Every so many characters a run of others begins."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A segment of a message with the words that carry one of its labels."""

    text: str
    span: Span
    label: Label
    words: tuple[Span, ...]


def load() -> list[Marked]:
    """Read the marked messages."""
    messages = {one.id: one for one in corpus.load()}
    path = resources.files(corpus).joinpath("marked.json")
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [_marked(messages[row["id"]], row) for row in rows]


def _marked(message: corpus.Message, row: dict[str, object]) -> Marked:
    span = message.segments[int(str(row["segment"]))].span
    words = row["words"]
    assert isinstance(words, list)  # noqa: S101 our own file
    places = [(message.text.index(one, span.start), len(one)) for one in words]
    return Marked(
        text=message.text,
        span=span,
        label=Label(str(row["label"])),
        words=tuple(Span(at, at + size) for at, size in places),
    )


def main() -> None:
    """Print the figures."""
    right, shares, lowered = [], [], []
    for one in load():
        for segment, found in _found(one):
            shown = _characters(found.words)
            marked = _characters(one.words)
            right.append(len(shown & marked) / min(len(shown), len(marked)) >= ENOUGH)
            shares.append(len(shown) / len(segment.span.of(one.text).strip()))
            verdict = _lowers_more(one.text, segment.span, found)
            lowered += [] if verdict is None else [verdict]
    print(f"labels found: {len(right)}")
    print(f"words right: {np.mean(right):.3f}")
    print(f"share of the segment shown: {np.mean(shares):.3f}")
    print(f"lower confidence more than others: {np.mean(lowered):.3f} of {len(lowered)}")


def _found(one: Marked) -> Iterator[tuple[Segment, Finding]]:
    for segment in read(one.text).segments:
        inside = segment.span.start <= one.words[0].start < segment.span.end
        for found in segment.findings if inside else ():
            if found.label == one.label:
                yield segment, found


def _characters(words: tuple[Span, ...]) -> set[int]:
    return {at for one in words for at in range(one.start, one.end)}


def _lowers_more(text: str, segment: Span, found: Finding) -> bool | None:
    """Whether the words shown matter more than others; `None` where there are too few others."""
    words = found.words[0]
    size = words.end - words.start
    starts = [
        *range(segment.start, words.start - size + 1, STEP),
        *range(words.end, segment.end - size + 1, STEP),
    ]
    if not starts:
        return None
    others = [_without(text, segment, Span(at, at + size), found.label) for at in starts]
    return _without(text, segment, words, found.label) < float(np.mean(others))


def _without(text: str, segment: Span, words: Span, label: Label) -> float:
    left = text[: words.start] + text[words.end :]
    return _confidence(left, Span(segment.start, segment.end - words.end + words.start), label)


def _confidence(text: str, span: Span, label: Label) -> float:
    """How sure the reader is of one label of one segment, whether that is enough or not."""
    heads, passage = shipped_heads(), Passage.of(text)
    spans = [Span(0, span.start), span, Span(span.end, len(text))]
    means = passage.means(passage.rows(spans))
    logits = heads.segment_logits(means, passage.message)[1, :LABELS]
    logits = logits + shipped_surface().logits(Seen.of(span.of(text)))[:LABELS]
    return float(heads.confidence(logits, slice(LABELS))[list(Label).index(label)])


if __name__ == "__main__":
    main()
