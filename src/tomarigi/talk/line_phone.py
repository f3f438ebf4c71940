"""Exports of LINE from a phone: clock, name and body between tabs."""

import numpy as np
import polars as pl

from tomarigi.talk import clocks, kinds, line, lines, quotes
from tomarigi.talk.values import Family, Talk

_CLOCK = r"^([^\t]{4,12})\t"
_NAME = r"^[^\t]*\t([^\t]*)\t"


def read_phone(rows: pl.Series) -> Talk:
    """Read an export; see `Talk`. `rows` are its lines."""
    printed = rows.str.extract(_CLOCK)
    clock = lines.mapped(printed, clocks.seconds_of, pl.Int32())
    heads = np.flatnonzero(clock.is_not_null().to_numpy())
    seconds = clock.gather(heads).to_numpy()
    widths = printed.str.len_chars().gather(heads)
    del printed, clock
    here = _parted(rows.gather(heads), widths)
    found = quotes.quoted(rows, here["body"], quotes.Heads(heads, seconds, here["name"]))
    inside = np.zeros(len(rows), bool)
    for one in found:
        inside[one.first + 1 : one.last + 1] = True
    real = ~inside[heads]
    here = here.filter(pl.Series(real))
    said = line.Said(
        rows=heads[real],
        seconds=seconds[real],
        names=here["name"],
        bodies=here["body"],
        inside=inside,
    )
    return line.put_together(
        rows,
        said,
        Family.LINE_PHONE,
        mend=lambda bodies: _unquoted(bodies, said.rows, found),
        with_kinds=_with_kinds,
    )


def _parted(heads: pl.Series, widths: pl.Series) -> pl.DataFrame:
    """`name` and `body` of lines with a clock so wide. Only the first two tabs are structure.

    A notice has no name, or not even its column. Bodies stay where they lie in memory.
    """
    name = heads.str.extract(_NAME)
    before = widths + 1 + (name.str.len_chars() + 1).fill_null(0)
    frame = pl.DataFrame({"line": heads, "before": before, "name": name})
    return frame.select(
        pl.col("name").fill_null(""), body=pl.col("line").str.slice(pl.col("before"))
    )


def _unquoted(
    bodies: pl.Series, heads: "np.typing.NDArray[np.int64]", found: list[quotes.Quoted]
) -> pl.Series:
    if not found:
        return bodies
    numbers = np.searchsorted(heads, [one.first for one in found])
    texts = [
        (body[1:] if one.is_cut_off else body[1:-1]).replace('""', '"')
        for body, one in zip(bodies.gather(numbers).to_list(), found, strict=True)
    ]
    return bodies.scatter(numbers, texts)


def _with_kinds(frame: pl.DataFrame) -> pl.DataFrame:
    notice = frame["sender"] == ""
    frame = lines.with_kinds(frame, notice, kinds.notice_of)
    could = ~notice & frame["text"].str.contains(kinds.COULD_BE_ONE)
    frame = lines.with_kinds(frame, could, kinds.kind_of)
    return frame.with_columns(lines.without(lines.LEFT_TO_RIGHT, frame["text"]))
