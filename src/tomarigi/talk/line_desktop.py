"""Exports of LINE from a desktop: clock, name and body between spaces (FORMATS.md 1)."""

import numpy as np
import polars as pl

from tomarigi.talk import clocks, kinds, lines
from tomarigi.talk.names import learn_names, pattern_of
from tomarigi.talk.values import Family, Talk

_CLOCK = r"^((?:午前|午後|上午|下午)?\d{1,2}:\d{2}(?:[ \u{202f}]?[AaPp]\.?[Mm]\.?)?) (.+)$"


def read_desktop(rows: pl.Series) -> Talk:
    """Read an export; see `Talk`. `rows` are its lines."""
    parts = rows.str.extract_groups(_CLOCK).struct.unnest()
    clock = lines.mapped(parts["1"], clocks.seconds_of, pl.Int32())
    timed = np.flatnonzero(clock.is_not_null().to_numpy())
    rests = parts["2"].gather(timed)
    notices = lines.mapped(rests, _is_notice, pl.Boolean()).to_numpy().astype(bool)
    names = learn_names(rests.filter(~pl.Series(notices)))
    said = rests.str.extract_groups(pattern_of(names)).struct.unnest()
    is_head = said["1"].is_not_null().to_numpy() | notices
    heads = timed[is_head]
    here = said.with_columns(
        name=pl.when(pl.Series(notices)).then(pl.lit("")).otherwise("1"),
        body=pl.when(pl.Series(notices)).then(rests).otherwise("2"),
    ).filter(pl.Series(is_head))
    seconds = clock.gather(heads).to_numpy().astype(np.int64)

    open_to = np.ones(len(rows), bool)
    open_to[heads] = False
    marks = lines.marks_of(rows, open_to, blank_before=False)
    further, owner, nobodys = lines.owners(heads, marks, np.zeros(len(rows), bool), len(rows))
    day = np.searchsorted(marks.rows, heads, "right") - 1
    dated = day >= 0
    days = marks.days[day] if len(marks.days) else day * 0
    frame = lines.messages(
        lines.moments(days, seconds),
        here["name"],
        lines.joined(here["body"], rows, further, owner),
        dated,
    )
    unread = np.sort(np.concatenate([nobodys, heads[~dated]]))
    unread = unread[(rows.gather(unread).str.strip_chars() != "").to_numpy()]
    messages = _with_kinds(frame)
    return Talk(
        messages=messages,
        family=Family.LINE_DESKTOP,
        other=marks.title.other,
        saved_at=lines.saved_at(marks.title, messages),
        unread=tuple((unread + 1).tolist()),
        order_is_sure=marks.order_is_sure,
    )


def _is_notice(rest: str) -> bool:
    return kinds.is_notice(rest)


def _with_kinds(frame: pl.DataFrame) -> pl.DataFrame:
    notice = frame["sender"] == ""
    frame = lines.with_kinds(frame, notice, kinds.notice_of)
    text = frame["text"]
    could = ~notice & (text.str.contains(kinds.COULD_BE_ONE) | text.is_in(kinds.ON_DESKTOPS))
    frame = lines.with_kinds(frame, could, lambda body: kinds.kind_of(body, on_desktop=True))
    return frame.with_columns(lines.without(lines.LEFT_TO_RIGHT, frame["text"]))
