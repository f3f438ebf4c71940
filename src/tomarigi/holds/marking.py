"""A sentence with its words marked: which pieces get which line, and where the name stands.

Plain values, no Django: the template only walks through them.
"""

import unicodedata
from dataclasses import dataclass

from tomarigi.common.phrases import phrases
from tomarigi.reading import Finding, Label, Segment, Side, Span

RUBY_SHARE = 0.6
"""The base of a ruby grows by phrases until it has this share of the name's width …"""
RUBY_MOST = 12
"""… and never beyond this many, since older browsers cannot break a ruby."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the person's words. `side` is None where nothing is marked.

    `under_name` are the phrases under the label's name, `rest` those after it.
    """

    side: Side | None
    name: str
    under_name: tuple[str, ...]
    rest: tuple[str, ...]


def marked(segment: Segment, text: str, names: dict[Label, str]) -> tuple[Piece, ...]:
    """Cut a segment into pieces: marked by the strongest label there, the rest plain.

    White space at the segment's ends is left out. Each label names its first mark only.
    """
    whole = _stripped(segment.span, text)
    named: set[Label] = set()
    pieces, at = [], whole.start
    for span, label in _apart(segment.findings, whole):
        pieces += _plain(text[at : span.start])
        name = "" if label in named else names[label]
        named.add(label)
        pieces.append(_piece(span.of(text), label, name))
        at = span.end
    pieces += _plain(text[at : whole.end])
    return tuple(pieces)


def _stripped(span: Span, text: str) -> Span:
    inside = span.of(text)
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, max(start, span.start + len(inside.rstrip())))


def _apart(findings: tuple[Finding, ...], whole: Span) -> list[tuple[Span, Label]]:
    """Every span of every finding, without overlap: the stronger finding keeps its words."""
    taken: list[tuple[Span, Label]] = []
    for found in findings:
        for words in found.words:
            span = Span(max(words.start, whole.start), min(words.end, whole.end))
            if span.start < span.end and not any(_overlap(span, other) for other, _ in taken):
                taken.append((span, found.label))
    return sorted(taken, key=lambda row: row[0].start)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _plain(words: str) -> list[Piece]:
    return [Piece(None, "", (), tuple(phrases(words)))] if words else []


def _piece(words: str, label: Label, name: str) -> Piece:
    parts = phrases(words)
    if not name:
        return Piece(label.side, "", (), tuple(parts))
    base: list[str] = []
    while parts and _width("".join(base)) < RUBY_SHARE * _width(name):
        if base and sum(map(len, base)) + len(parts[0]) > RUBY_MOST:
            break
        base.append(parts.pop(0))
    return Piece(label.side, name, tuple(base), tuple(parts))


def _width(text: str) -> float:
    """In letters as wide as high: a Latin letter is about half of one."""
    return sum(1.0 if unicodedata.east_asian_width(one) in "WF" else 0.5 for one in text)
