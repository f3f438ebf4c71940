"""Bodies over several lines in quotation marks, and bodies that merely begin with one.

On phones LINE puts a body with a line break in `"…"` and doubles the marks inside; a body without
one it leaves as it is. So a mark at the beginning opens a longer body only where the
first mark that is not doubled ends a later line.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

_QUOTE, _DOUBLED = '"', '""'


@dataclass(frozen=True, slots=True)
class Heads:
    """Lines that look like the beginning of a message.

    `rows` (ascending), the `seconds` of their clocks, and `names`.
    """

    rows: npt.NDArray[np.int64]
    seconds: npt.NDArray[np.integer[Any]]
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
    opening = _opening(bodies)
    if not len(opening):
        return []
    rows, closes = _singles(lines)
    first = heads.rows[opening]
    nearest = np.searchsorted(rows, first, "right")
    ends = np.append(rows, len(lines) - 1)[nearest]
    is_cut_off = nearest == len(rows)
    fits = np.append(closes, True)[nearest] & (ends > first)
    following = np.append(heads.rows, len(lines))[opening + 1]
    alone = following > ends
    names: Mapping[str, int] = {}
    found: list[Quoted] = []
    for at in np.flatnonzero(fits).tolist():
        one = Quoted(int(first[at]), int(ends[at]), bool(is_cut_off[at]))
        if found and one.first <= found[-1].last:
            continue
        if not alone[at]:
            names = names or dict(heads.names.value_counts().rows())
            if _others_speak(one, int(opening[at]), heads, names):
                continue
        found.append(one)
    return found


def _opening(bodies: pl.Series) -> npt.NDArray[np.int64]:
    """The numbers of bodies that begin with a mark and have no other that is not doubled."""
    numbers = bodies.str.starts_with(_QUOTE).fill_null(value=False).arg_true()
    after = bodies.gather(numbers).str.slice(1).str.replace_all(_DOUBLED, "", literal=True)
    opens = ~after.str.contains(_QUOTE, literal=True)
    return numbers.filter(opens).to_numpy().astype(np.int64)


def _singles(lines: pl.Series) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    """The rows with a mark that is not doubled, and whether the first such mark ends its line."""
    rows = lines.str.contains(_QUOTE, literal=True).arg_true()
    left = lines.gather(rows).str.replace_all(_DOUBLED, "", literal=True)
    place = left.str.find(_QUOTE, literal=True)
    single = place.is_not_null()
    ends = (place == left.str.len_bytes() - 1).filter(single)
    return rows.filter(single).to_numpy().astype(np.int64), ends.to_numpy().astype(bool)


def _others_speak(one: Quoted, number: int, heads: Heads, names: Mapping[str, int]) -> bool:
    """Whether lines within look like messages of people of this talk, not earlier than it began."""
    end = int(np.searchsorted(heads.rows, one.last, "right"))
    if one.is_cut_off:
        return True
    inside = Counter(heads.names[number + 1 : end].to_list())
    return any(
        names[heads.names[at]] > inside[heads.names[at]]
        and heads.seconds[at] >= heads.seconds[number]
        for at in range(number + 1, end)
    )
