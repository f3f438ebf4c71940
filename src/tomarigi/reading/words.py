"""The words that carried a label: the run of phrases that adds most to it, and little else."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise

import budoux
import numpy as np
import numpy.typing as npt

from tomarigi.reading.values import Span

MOST_OF_A_SEGMENT = 0.72
"""A mark that covers everything says nothing: a run of phrases is never longer than this share."""
DENSITY = 0.45
"""A phrase must add this much of what one of its length would add if all added alike."""
ENDING = 0.6
"""How much more the last phrase counts than the first: Japanese says at the end what it does.

The three were chosen on `corpus/marked.json` (`training.marked`) among 0.65–0.85, 0.2–0.7, 0–3."""

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
    if not phrases:
        return None
    sizes = np.array([len(one.of(text).strip(_EDGES)) for one in phrases])
    adds = np.array([float(sum(parts[one.start : one.end])) for one in phrases])
    adds *= 1 + ENDING * np.linspace(0, 1, len(phrases))
    adds -= DENSITY * max(float(adds.sum()), 0.0) * sizes / sizes.sum()
    first, last = _heaviest_run(adds, sizes)
    return _trimmed(Span(phrases[first].start, phrases[last - 1].end), text)


def _phrases(text: str) -> list[Span]:
    found = _budoux().parse(text) if text else []
    # BudouX does not part words that spaces part.
    lengths = [len(word) for piece in found for word in re.findall(r"\s*\S+\s*|\s+", piece)]
    spans = [Span(start, end) for start, end in pairwise([0, *accumulate(lengths)])]
    return [one for one in spans if one.of(text).strip(_EDGES)]


def _heaviest_run(adds: npt.NDArray[np.float64], sizes: npt.NDArray[np.int64]) -> tuple[int, int]:
    """The run that adds most and is short enough, as first and last (excluded) index.

    One phrase is always short enough.
    """
    total, reach = np.append(0.0, adds.cumsum()), np.append(0, sizes.cumsum())
    runs = [
        (total[last] - total[first], first, last)
        for first in range(len(adds))
        for last in range(first + 1, len(adds) + 1)
        if last == first + 1 or reach[last] - reach[first] <= MOST_OF_A_SEGMENT * reach[-1]
    ]
    _, first, last = max(runs, key=lambda run: run[0])
    return first, last


def _trimmed(span: Span, text: str) -> Span | None:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_EDGES))
    end = span.start + len(words.rstrip(_EDGES))
    return Span(start, end) if start < end else None


@cache
def _budoux() -> budoux.Parser:
    return budoux.load_default_japanese_parser()
