"""Exports of LINE from a phone: clock, name and body between tabs."""

import numpy as np
import polars as pl

from tomarigi.talk import clocks, kinds, lines, quotes
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
    heads, seconds, here = heads[real], seconds[real], here.filter(pl.Series(real))

    open_to = ~inside
    open_to[heads] = False
    marks = lines.marks_of(rows, open_to, blank_before=True)
    further, owner, nobodys = lines.owners(heads, marks, inside, len(rows))
    bodies = _unquoted(lines.joined(here["body"], rows, further, owner), heads, found)
    day = np.searchsorted(marks.rows, heads, "right") - 1
    dated = day >= 0
    days = marks.days[day] if len(marks.days) else day * 0
    frame = lines.messages(lines.moments(days, seconds), here["name"], bodies, dated)
    unread = np.sort(np.concatenate([nobodys, heads[~dated]]))
    unread = unread[(rows.gather(unread).str.strip_chars() != "").to_numpy()]
    messages = _with_kinds(frame)
    return Talk(
        messages=messages,
        family=Family.LINE_PHONE,
        other=marks.title.other,
        saved_at=lines.saved_at(marks.title, messages),
        unread=tuple((unread + 1).tolist()),
        order_is_sure=marks.order_is_sure,
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
