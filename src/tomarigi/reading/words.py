"""The words that carried a label: the run of phrases that adds most to it, and little else."""

from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise

import budoux
import numpy as np
import numpy.typing as npt

from tomarigi.reading.values import Span

MOST_OF_A_SEGMENT = 0.6
"""A mark that covers everything says nothing; past this share the weakest edge is left out."""

_EDGES = " \n\t　、。，．！？!?…・"


def carrying(text: str, parts: Sequence[float] | npt.NDArray[np.float32]) -> Span | None:
    """Find the words that carried a label.

    Args:
        text: the segment.
        parts: for each of its characters, what it adds to the label.

    Returns:
        A span of the segment without punctuation at its ends, at least one character; `None` where
        there is nothing but punctuation.
    """
    phrases = _phrases(text)
    weights = [float(sum(parts[one.start : one.end])) for one in phrases]
    first, last = _heaviest_run(weights)
    while last - first > 1 and _share(phrases, first, last, text) > MOST_OF_A_SEGMENT:
        if weights[first] <= weights[last - 1]:
            first += 1
        else:
            last -= 1
    return _trimmed(Span(phrases[first].start, phrases[last - 1].end), text) if phrases else None


def _phrases(text: str) -> list[Span]:
    lengths = [len(piece) for piece in _budoux().parse(text)] if text else []
    spans = [Span(start, end) for start, end in pairwise([0, *accumulate(lengths)])]
    return [one for one in spans if one.of(text).strip(_EDGES)]


def _heaviest_run(weights: Sequence[float]) -> tuple[int, int]:
    """The run with the largest sum (Kadane), as first and last (excluded) index."""
    best, best_sum, start, total = (0, min(1, len(weights))), float("-inf"), 0, 0.0
    for at, weight in enumerate(weights):
        if total <= 0:
            start, total = at, 0.0
        total += weight
        if total > best_sum:
            best, best_sum = (start, at + 1), total
    return best


def _share(phrases: Sequence[Span], first: int, last: int, text: str) -> float:
    return (phrases[last - 1].end - phrases[first].start) / max(len(text.strip(_EDGES)), 1)


def _trimmed(span: Span, text: str) -> Span | None:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_EDGES))
    end = span.start + len(words.rstrip(_EDGES))
    return Span(start, end) if start < end else None


@cache
def _budoux() -> budoux.Parser:
    return budoux.load_default_japanese_parser()
