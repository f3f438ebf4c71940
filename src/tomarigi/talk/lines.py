"""The lines of a file, and messages put together from them, a million at a time.

Python looks only at what is rare or differs: each clock, name and date once, bodies of several
lines, words that an app printed. All else stays in polars.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from tomarigi.talk import dates, titles
from tomarigi.talk.dates import Dates
from tomarigi.talk.kinds import Body, Kind
from tomarigi.talk.values import KINDS

Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_DAY_S = 86_400
_INVISIBLE = "[\u2066-\u2069\u200e\u200f\u202a-\u202e]"
_EPOCH = date(1970, 1, 1)
_HEAD_ROWS = 3
LEFT_TO_RIGHT = "\u200e"
"""Apps write it, people don't."""


def split_lines(data: bytes) -> pl.Series:
    r"""The lines of UTF-8. ``\n`` alone ends one: bodies hold the other separators."""
    return pl.read_lines(io.BytesIO(data.rstrip(b"\n")), name="line").to_series()


def mapped(values: pl.Series, of: Callable[[str], Any], dtype: pl.DataType) -> pl.Series:
    """A function of each string, called once for each that differs; nulls stay null."""
    numbers, seen = numbered(values)
    return pl.Series([of(one) for one in seen], dtype=dtype).gather(numbers)


def numbered(values: pl.Series) -> tuple[pl.Series, list[str]]:
    """Each string as a number, and the strings by number; nulls stay null."""
    # Categories of their own, so that no word outlives this call.
    coded = values.cast(pl.Categorical(pl.Categories.random()))
    seen = coded.drop_nulls().unique()
    codes = seen.to_physical()
    words = [""] * (max(codes.to_list(), default=-1) + 1)
    for code, word in zip(codes.to_list(), seen.cast(pl.String).to_list(), strict=True):
        words[code] = word
    return coded.to_physical(), words


@dataclass(frozen=True, slots=True)
class Title:
    """Who the title names, and the line that says when the file was saved; the last of each."""

    other: str | None = None
    saving: str | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """The lines that are no message: rows of dates with their days, and all rows to leave out."""

    rows: Rows
    days: Rows
    apart: Mask
    order_is_sure: bool
    title: Title


def marks_of(lines: pl.Series, open_to: Mask, *, blank_before: bool) -> Marks:
    """Find date lines and titles among the rows where `open_to` is true.

    `blank_before` says that the app writes a blank line before each date, which is then no text.
    """
    free = np.flatnonzero(open_to)
    chosen = lines.gather(free)
    could = chosen.str.contains(dates.COULD_BE).fill_null(value=False)
    rows, texts = free[could.to_numpy()], chosen.filter(could).to_list()
    found = dates.read_dates(texts)
    apart = np.zeros(len(lines), bool)
    title = _leave_titles(lines, free, chosen, apart)
    blank = (lines == "").to_numpy()
    is_date = np.array([text in found.on for text in texts], bool)
    if blank_before and is_date.any():
        is_date &= _stands_apart(rows, blank, apart, is_date)
    rows = rows[is_date]
    apart[rows] = True
    if blank_before:
        before = np.flatnonzero(apart[1:] & ~apart[:-1] & blank[:-1] & open_to[:-1])
        apart[before] = True
    return Marks(
        rows=rows.astype(np.int64),
        days=_days(found, [text for text, one in zip(texts, is_date, strict=True) if one]),
        apart=apart,
        order_is_sure=found.order_is_sure,
        title=title,
    )


def _stands_apart(rows: Rows, blank: Mask, apart: Mask, is_date: Mask) -> Mask:
    """Whether a blank line, a title or nothing stands before; all, where most dates have none."""
    before = (rows == 0) | blank[rows - 1] | apart[rows - 1]
    return before if before[is_date].mean() > 0.5 else np.ones_like(before)  # noqa: PLR2004 most


def _days(found: Dates, texts: list[str]) -> Rows:
    return np.array([(found.on[text] - _EPOCH).days for text in texts], np.int64)


def _leave_titles(lines: pl.Series, free: Rows, chosen: pl.Series, apart: Mask) -> Title:
    other = saving = None
    starts = chosen.str.starts_with("[LINE]").fill_null(value=False).to_numpy()
    for row in free[starts].tolist():
        after = lines[row + 1] if row + 1 < len(lines) else None
        saved = after is not None and titles.is_saving(after)
        # At the head of a file a title may stand alone; further down it would be text.
        if titles.is_title(lines[row]) and (saved or after is None or row == 0):
            apart[row : row + 1 + saved] = True
            other = titles.other_in(lines[row]) or other
            saving = after if saved else saving
    for row in free[free < _HEAD_ROWS].tolist():
        if titles.is_named_saving(lines[row]):
            apart[row], saving = True, saving or lines[row]
    return Title(other=other, saving=saving)


def owners(heads: Rows, marks: Marks, inside: Mask, total: int) -> tuple[Rows, Rows, Rows]:
    """Which message each further line belongs to.

    Returns:
        Rows of further lines, the number of the message each belongs to, and the rows that belong
        to none though something stands there: those before any message of their day.
    """
    every = np.arange(total)
    is_head = np.zeros(total, bool)
    is_head[heads] = True
    further = every[~is_head & ~marks.apart | inside]
    owner = np.searchsorted(heads, further, "right") - 1
    # After a date comes a message; what does not is nobody's, except where it is quoted.
    date_before = np.searchsorted(marks.rows, further, "right") - 1
    since = (
        np.where(date_before >= 0, marks.rows[date_before], -1)
        if len(marks.rows)
        else further * 0 - 1
    )
    ours = (owner >= 0) & ((heads[owner] > since) | inside[further])
    return further[ours], owner[ours], further[~ours]


def joined(bodies: pl.Series, lines: pl.Series, further: Rows, owner: Rows) -> pl.Series:
    r"""Bodies with the further lines of each, joined by ``\n``."""
    if not len(further):
        return bodies
    more = (
        pl.DataFrame({"owner": owner, "more": lines.gather(further)})
        .group_by("owner", maintain_order=True)
        .agg(pl.col("more").str.join("\n"))
    )
    at = more["owner"]
    return bodies.scatter(at, bodies.gather(at) + "\n" + more["more"])


def moments(days: Rows, seconds: npt.NDArray[np.integer[Any]]) -> pl.Series:
    """Days since 1970 and seconds after midnight as local moments."""
    return pl.Series((days * _DAY_S + seconds) * 1_000_000, dtype=pl.Datetime("us"))


def saved_at(title: Title, messages: pl.DataFrame) -> datetime | None:
    """When the file was saved, not before its last message."""
    last = messages["sent_at"].max()
    if title.saving is None or not isinstance(last, datetime):
        return None
    return titles.saved_at(title.saving, not_before=last)


def visible(values: pl.Series) -> pl.Series:
    """Without the marks of writing direction that apps put around names."""
    return without(_INVISIBLE, values)


def without(pattern: str, values: pl.Series) -> pl.Series:
    """Take a pattern out of the few strings that hold it."""
    rows = values.str.contains(pattern).fill_null(value=False).arg_true()
    if rows.is_empty():
        return values
    return values.scatter(rows, values.gather(rows).str.replace_all(pattern, ""))


def messages(sent_at: pl.Series, senders: pl.Series, texts: pl.Series, there: Mask) -> pl.DataFrame:
    """A frame of `values.SCHEMA` in which all is text, of the rows that are `there`.

    What has no sender is the app's: marks of direction are taken out of its text too.
    """
    frame = pl.DataFrame(
        {
            "sent_at": sent_at,
            "sender": visible(senders),
            "kind": pl.repeat(str(Kind.TEXT), len(texts), dtype=KINDS, eager=True),
            "text": texts,
            "seconds": pl.repeat(None, len(texts), dtype=pl.Int64, eager=True),
        }
    )
    frame = frame if there.all() else frame.filter(pl.Series(there))
    notice = (frame["sender"] == "").arg_true()
    if notice.is_empty():
        return frame
    clean = visible(frame["text"].gather(notice))
    return frame.with_columns(frame["text"].scatter(notice, clean))


def with_kinds(frame: pl.DataFrame, chosen: pl.Series, of: Callable[[str], Body]) -> pl.DataFrame:
    """Give the chosen rows of a frame of messages the kind that their text stands for.

    `chosen` is a mask; the others keep theirs. Needs `sender`, `kind`, `text`, `seconds`.
    """
    rows = chosen.fill_null(value=False).arg_true()
    if rows.is_empty():
        return frame
    texts = frame["text"].gather(rows)
    number, seen = numbered(texts)
    bodies = [of(text) for text in seen]
    kinds = pl.Series([str(one.kind) for one in bodies], dtype=KINDS).to_physical()
    seconds = pl.Series([one.seconds for one in bodies], dtype=pl.Int64)
    senders = pl.Series([one.sender for one in bodies], dtype=pl.String).gather(number)
    named = senders.is_not_null()
    return frame.with_columns(
        kind=frame["kind"].to_physical().scatter(rows, kinds.gather(number)).cat.to(KINDS),
        seconds=frame["seconds"].scatter(rows, seconds.gather(number)),
        sender=frame["sender"].scatter(rows.filter(named), senders.filter(named))
        if named.any()
        else frame["sender"],
    )
