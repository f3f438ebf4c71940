"""What both families of LINE share: days, further lines, and what could not be read."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from tomarigi.talk import lines
from tomarigi.talk.values import Family, Talk


@dataclass(frozen=True, slots=True)
class Said:
    """The lines at which messages begin.

    `rows` (ascending), the `seconds` of their clocks, `names`, and `bodies` as far as these lines
    go; `inside` (one of every line of the file) tells which stand inside a quoted body.
    """

    rows: npt.NDArray[np.int64]
    seconds: npt.NDArray[np.integer]
    names: pl.Series
    bodies: pl.Series
    inside: npt.NDArray[np.bool_]


def put_together(
    rows: pl.Series,
    said: Said,
    family: Family,
    *,
    mend: Callable[[pl.Series], pl.Series],
    with_kinds: Callable[[pl.DataFrame], pl.DataFrame],
) -> Talk:
    """The talk of a file.

    Args:
        rows: its lines.
        said: where messages begin.
        family: phones write a blank line before each date.
        mend: what is done to whole bodies.
        with_kinds: what gives a frame of text its kinds.
    """
    open_to = ~said.inside
    open_to[said.rows] = False
    marks = lines.marks_of(rows, open_to, blank_before=family is Family.LINE_PHONE)
    further, owner, nobodys = lines.owners(said.rows, marks, said.inside, len(rows))
    bodies = mend(lines.joined(said.bodies, rows, further, owner))
    day = np.searchsorted(marks.rows, said.rows, "right") - 1
    dated = day >= 0
    days = marks.days[day] if len(marks.days) else day * 0
    moments = lines.moments(days, said.seconds)
    messages = with_kinds(lines.messages(moments, said.names, bodies, dated))
    unread = np.sort(np.concatenate([nobodys, said.rows[~dated]]))
    unread = unread[(rows.gather(unread).str.strip_chars() != "").to_numpy()]
    return Talk(
        messages=messages,
        family=family,
        other=marks.title.other,
        saved_at=lines.saved_at(marks.title, messages),
        unread=tuple((unread + 1).tolist()),
        order_is_sure=marks.order_is_sure,
    )
