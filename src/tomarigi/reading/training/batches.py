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


@dataclass(frozen=True, slots=True)
class Example:
    """A message cut into segments with the labels of each."""

    text: str
    spans: tuple[Span, ...]
    labels: tuple[tuple[float, ...], ...]
    flags: tuple[float, ...]


def example(message: Message, rng: random.Random | None = None) -> Example:
    """The message as it stands or, with `rng`, as someone else might have typed it."""
    parts = [(one.span.of(message.text), one.labels) for one in message.segments]
    if rng is not None:
        parts = _retyped(parts, rng.random())
    text, spans, labels = "", [], []
    for words, found in parts:
        spans.append(Span(len(text), len(text) + len(words)))
        labels.append(tuple(float(label in found) for label in Label))
        text += words
    flags = tuple(float(flag in message.safety) for flag in Flag)
    return Example(text, tuple(spans), tuple(labels), flags)


def _retyped(
    parts: list[tuple[str, frozenset[Label]]], chance: float
) -> list[tuple[str, frozenset[Label]]]:
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
