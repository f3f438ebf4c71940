"""Messages as tensors, and the small changes that make a reader forget one writer's habits."""

import random
from collections.abc import Sequence
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

UNPUNCTUATED, BROKEN = 0.12, 0.06
"""How often a message loses its punctuation, or has a line break for it."""
CUT_SHORT, LENGTHENED = 0.25, 0.2
"""How often only a run of its segments stands there, or another message of its writer follows."""

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


def varied(message: Message, by_same: Sequence[Message], rng: random.Random) -> Example:
    """The message as someone else might have laid it down: shorter, longer, typed otherwise.

    `by_same` are messages of the same writer.
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
    return _example(_retyped(parts, rng.random()), safety, flags_known=whole)


_JOINTS = ("\n", "\n", " ")


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
    if chance < UNPUNCTUATED:
        bare = [(words.replace("。", "").replace("、", ""), found) for words, found in parts]
        return [one for one in bare if one[0].strip()] or parts
    if chance < UNPUNCTUATED + BROKEN:
        return [(words.replace("。", "\n"), found) for words, found in parts]
    return parts


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


def targets(examples: Sequence[Example], segments: int) -> tuple[Tensor, Tensor]:
    """Labels (messages, segments, LABELS) and flags (messages, FLAGS)."""
    labels = torch.zeros(len(examples), segments, len(Label))
    for at, one in enumerate(examples):
        for number, row in enumerate(one.labels[:segments]):
            labels[at, number] = torch.tensor(row)
    return labels, torch.tensor([one.flags for one in examples])
