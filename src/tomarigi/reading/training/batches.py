"""Messages as tensors, and the small changes that make a reader forget one writer's habits."""

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from tomarigi.reading.corpus import Message
from tomarigi.reading.encoder import BEGIN, END, PAD
from tomarigi.reading.labels import Flag, Label
from tomarigi.reading.tokens import Pieces
from tomarigi.reading.training.network import MARK, PADDING
from tomarigi.reading.values import Span

LONGEST = 200
"""Tokens of a message that training looks at."""

BARE, UNPUNCTUATED, BROKEN = 0.15, 0.1, 0.06
"""How often a message loses every mark and line break, its punctuation, or breaks lines for it."""
CUT_SHORT, LENGTHENED, MIXED = 0.25, 0.2, 0.1
"""How often only a run of its segments stands there, or another message of its writer follows, or
segments of anybody's stand there instead: so that a sentence is read for what it does itself."""

_Part = tuple[str, frozenset[Label]]


@dataclass(frozen=True, slots=True)
class Example:
    """A message cut into segments with the labels of each.

    `flags_known` is false for a piece of a dangerous message: the danger may be in the rest.
    """

    text: str
    spans: tuple[Span, ...]
    labels: tuple[tuple[float, ...], ...]
    flags: tuple[float, ...]
    flags_known: bool = True


def example(message: Message) -> Example:
    """The message as it stands."""
    return _example(_parts(message), message.safety)


def bare_example(message: Message) -> Example:
    """The message without any mark or break."""
    return _example(_bare(_parts(message)), message.safety)


def varied(
    message: Message,
    by_same: Sequence[Message],
    by_all: Sequence[Message],
    rng: random.Random,
) -> Example:
    """The message as someone else might have laid it down: shorter, longer, typed otherwise.

    `by_same` are messages of the same writer, `by_all` of every writer.
    """
    parts, safety, whole = _parts(message), message.safety, True
    chance = rng.random()
    if chance < CUT_SHORT and len(parts) > 1:
        size = rng.randint(1, len(parts) - 1)
        start = rng.randint(0, len(parts) - size)
        parts, whole = parts[start : start + size], not safety
    elif CUT_SHORT <= chance < CUT_SHORT + LENGTHENED:
        other = rng.choice(by_same)
        words, labels = parts[-1]
        parts = [*parts[:-1], (words + rng.choice(_JOINTS), labels), *_parts(other)]
        safety = safety | other.safety
    elif CUT_SHORT + LENGTHENED <= chance < CUT_SHORT + LENGTHENED + MIXED:
        parts, safety, whole = _mixed(by_all, rng), frozenset(), False
    return _example(_retyped(parts, rng.random()), safety, flags_known=whole)


_JOINTS = ("\n", "\n", " ")


def _mixed(messages: Sequence[Message], rng: random.Random) -> list[_Part]:
    some = [rng.choice(_parts(rng.choice(messages))) for _ in range(rng.randint(2, 5))]
    return [(words.rstrip() + rng.choice(_JOINTS), labels) for words, labels in some]


def _parts(message: Message) -> list[_Part]:
    return [(one.span.of(message.text), one.labels) for one in message.segments]


def _example(
    parts: Sequence[_Part], safety: frozenset[Flag], *, flags_known: bool = True
) -> Example:
    text, spans, labels = "", [], []
    for words, found in parts:
        spans.append(Span(len(text), len(text) + len(words)))
        labels.append(tuple(float(label in found) for label in Label))
        text += words
    flags = tuple(float(flag in safety) for flag in Flag)
    return Example(text, tuple(spans), tuple(labels), flags, flags_known)


def _retyped(parts: list[_Part], chance: float) -> list[_Part]:
    if chance < BARE:
        return _bare(parts)
    if chance < BARE + UNPUNCTUATED:
        return _some((words.replace("。", "").replace("、", ""), found) for words, found in parts)
    if chance < BARE + UNPUNCTUATED + BROKEN:
        return [(words.replace("。", "\n"), found) for words, found in parts]
    return parts


def _bare(parts: list[_Part]) -> list[_Part]:
    """The same words as a voice types them: no marks, no breaks, spaces only after Latin words."""
    return _some((_SPACES.sub(" ", _MARKS.sub("", words)), found) for words, found in parts)


def _some(parts: Iterable[_Part]) -> list[_Part]:
    return [(words, found) for words, found in parts if words.strip()] or [(" ", frozenset())]


_MARKS = re.compile(r"[。、．，！？!?…]+|(?<![A-Za-z.!?,])\s+|[.,](?=\s|$)")
_SPACES = re.compile(r"\s+")


def tensors(examples: Sequence[Example], pieces: Pieces) -> tuple[Tensor, Tensor]:
    """Pieces and the segment of each token, both (messages, tokens), as `Reader` takes them."""
    rows = [_row(one, pieces) for one in examples]
    longest = max(len(row) for row, _ in rows)
    numbers = torch.full((len(rows), longest), PAD)
    segment_of = torch.full((len(rows), longest), PADDING)
    for at, (row, segments) in enumerate(rows):
        numbers[at, : len(row)] = torch.tensor(row)
        segment_of[at, : len(row)] = torch.tensor(segments)
    return numbers, segment_of


def _row(one: Example, pieces: Pieces) -> tuple[list[int], list[int]]:
    tokens = pieces.cut(one.text)
    segments, current = [], 0
    for start in tokens.start[: LONGEST - 2]:
        while current + 1 < len(one.spans) and start >= one.spans[current].end:
            current += 1
        segments.append(current)
    return [BEGIN, *tokens.pieces[: LONGEST - 2], END], [MARK, *segments, MARK]


def beginnings(segment_of: Tensor) -> Tensor:
    """(messages, tokens): whether a segment, but the first, begins at each token."""
    before = torch.cat([segment_of[:, :1], segment_of[:, :-1]], 1)
    return (segment_of > 0) & (segment_of != before)


def targets(examples: Sequence[Example], segments: int) -> tuple[Tensor, Tensor]:
    """Labels (messages, segments, LABELS) and flags (messages, FLAGS)."""
    labels = torch.zeros(len(examples), segments, len(Label))
    for at, one in enumerate(examples):
        for number, row in enumerate(one.labels[:segments]):
            labels[at, number] = torch.tensor(row)
    return labels, torch.tensor([one.flags for one in examples])
