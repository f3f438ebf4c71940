"""Bodies over several lines in quotation marks, and bodies that merely begin with one.

On phones LINE puts a body with a line break in `"…"` and doubles the marks inside; a body without
one it leaves as it is (FORMATS.md 5). So a mark at the beginning opens a longer body only where the
first mark that is not doubled ends a later line.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

_QUOTE = '"'


@dataclass(frozen=True, slots=True)
class Heads:
    """Lines that look like the beginning of a message.

    `rows` (ascending), the `seconds` of their clocks, and `names`.
    """

    rows: npt.NDArray[np.int64]
    seconds: npt.NDArray[np.int64]
    names: pl.Series


@dataclass(frozen=True, slots=True)
class Quoted:
    """A body in marks: its first and last row, and whether the file ends before it does."""

    first: int
    last: int
    is_cut_off: bool


def quoted(lines: pl.Series, bodies: pl.Series, heads: Heads) -> list[Quoted]:
    """Find the bodies in quotation marks, in order.

    Args:
        lines: all lines.
        bodies: what stands after the name, one of each head.
        heads: the lines that look like messages.
    """
    marked = np.flatnonzero(lines.str.contains(_QUOTE, literal=True).to_numpy()).tolist()
    texts = lines.gather(marked).to_list()
    opening = np.flatnonzero(bodies.str.starts_with(_QUOTE).fill_null(value=False).to_numpy())
    said = dict(zip(opening.tolist(), bodies.gather(opening).to_list(), strict=True))
    names = dict(heads.names.value_counts().rows()) if len(opening) else {}
    found: list[Quoted] = []
    for number, body in said.items():
        row = int(heads.rows[number])
        if (found and row <= found[-1].last) or _single(body, 1) >= 0:
            continue
        last = _closing(row, marked, texts)
        one = Quoted(row, len(lines) - 1 if last is None else last, last is None)
        if last == -1 or one.last == row or _others_speak(one, number, heads, names):
            continue
        found.append(one)
    return found


def _closing(row: int, marked: Sequence[int], texts: Sequence[str]) -> int | None:
    """The row of the closing mark; -1 where the first mark closes nothing, `None` where none is."""
    for at in range(bisect_right(marked, row), len(marked)):
        place = _single(texts[at], 0)
        if place >= 0:
            return marked[at] if place == len(texts[at]) - 1 else -1
    return None


def _single(text: str, start: int) -> int:
    """Where the first mark stands that is not doubled; -1 where none is."""
    at = text.find(_QUOTE, start)
    while at >= 0 and text.startswith(_QUOTE, at + 1):
        at = text.find(_QUOTE, at + 2)
    return at


def _others_speak(one: Quoted, number: int, heads: Heads, names: Mapping[str, int]) -> bool:
    """Whether lines within look like messages of people of this talk, not earlier than it began."""
    end = number + 1
    while end < len(heads.rows) and heads.rows[end] <= one.last:
        end += 1
    within = range(number + 1, end)
    if not within:
        return False
    if one.is_cut_off:
        return True
    inside = Counter(heads.names[within.start : within.stop].to_list())
    return any(
        names[heads.names[at]] > inside[heads.names[at]]
        and heads.seconds[at] >= heads.seconds[number]
        for at in within
    )
