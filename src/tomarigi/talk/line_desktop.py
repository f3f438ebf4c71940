"""Exports of LINE from a desktop: clock, name and body between spaces."""

import numpy as np
import polars as pl

from tomarigi.talk import clocks, kinds, line, lines, names
from tomarigi.talk.values import Family, Talk

_CLOCK = r"^((?:午前|午後|上午|下午)?\d{1,2}:\d{2}(?:[ \u{202f}]?[AaPp]\.?[Mm]\.?)?) ."


def read_desktop(rows: pl.Series) -> Talk:
    """Read an export; see `Talk`. `rows` are its lines."""
    printed = rows.str.extract(_CLOCK)
    clock = lines.mapped(printed, clocks.seconds_of, pl.Int32())
    timed = np.flatnonzero(clock.is_not_null().to_numpy())
    here = _parted(rows.gather(timed), printed.gather(timed))
    is_head = here["name"].is_not_null()
    heads, here = timed[is_head.to_numpy()], here.filter(is_head)
    said = line.Said(
        rows=heads,
        seconds=clock.gather(heads).to_numpy(),
        names=here["name"],
        bodies=here["body"],
        inside=np.zeros(len(rows), bool),
    )
    return line.put_together(
        rows, said, Family.LINE_DESKTOP, mend=lambda bodies: bodies, with_kinds=_with_kinds
    )


def _parted(heads: pl.Series, printed: pl.Series) -> pl.DataFrame:
    """`name` and `body` of lines with a clock: null where no name of this talk stands there.

    Notices have the name "". Bodies stay where they lie in memory.
    """
    frame = pl.DataFrame({"line": heads, "after": printed.str.len_chars() + 1})
    rests = frame.select(pl.col("line").str.slice(pl.col("after"))).to_series()
    could = rests.str.contains(kinds.COULD_BE_NOTICE)
    notice = lines.mapped(rests.set(~could, None), kinds.is_notice, pl.Boolean())
    notice = notice.fill_null(value=False)
    length = names.name_lengths(rests, names.learn_names(rests.filter(~notice)))
    said = pl.DataFrame({"rest": rests, "notice": notice, "length": length})
    rest, at = pl.col("rest"), pl.col("length")
    return said.select(
        name=pl.when("notice").then(pl.lit("")).when(at > 0).then(rest.str.head(at)),
        body=pl.when("notice").then(rest).otherwise(rest.str.slice(at + 1)),
    )


def _with_kinds(frame: pl.DataFrame) -> pl.DataFrame:
    notice = frame["sender"] == ""
    frame = lines.with_kinds(frame, notice, kinds.notice_of)
    text = frame["text"]
    could = ~notice & (text.str.contains(kinds.COULD_BE_ONE) | text.is_in(kinds.ON_DESKTOPS))
    frame = lines.with_kinds(frame, could, lambda body: kinds.kind_of(body, on_desktop=True))
    return frame.with_columns(lines.without(lines.LEFT_TO_RIGHT, frame["text"]))
