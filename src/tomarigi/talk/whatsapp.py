"""Exports of WhatsApp, from Android and iOS."""

import re
from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np
import numpy.typing as npt
import polars as pl

from tomarigi.talk import clocks, lines, whatsapp_kinds
from tomarigi.talk.dates import YEAR_DIGITS, day_of
from tomarigi.talk.values import Family, Talk

_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_CLOCK = (
    r"(?:午前|午後|上午|下午)? ?\d{1,2}:\d{2}(?::\d{2})?(?:[ \u202f\u00a0]?[AaPp]\.? ?[Mm]\.?)?"
)
HEADER = rf"^\u200e?(?:\[{_DATE},? {_CLOCK}\] |{_DATE},? {_CLOCK} - )"
_PARTS = rf"^\x{{200e}}?\[?({_DATE}),? ({_CLOCK})(?:\] | - )(.*)$".replace(
    r"\u202f", r"\x{202f}"
).replace(r"\u00a0", r"\x{a0}")
_NUMBERS = re.compile(r"(\d{1,4})([./-])(\d{1,2})[./-](\d{1,4})")
_DAY_S, _CENTURY = 86_400, 2000
_EPOCH = date(1970, 1, 1)

Days = npt.NDArray[np.int64]


def read_whatsapp(rows: pl.Series) -> Talk:
    """Read an export; see `Talk`. `rows` are its lines."""
    parts = rows.str.extract_groups(_PARTS).struct.unnest()
    clock = lines.mapped(parts["2"], _seconds, pl.Int32())
    heads = np.flatnonzero(clock.is_not_null().to_numpy())
    seconds = clock.gather(heads).to_numpy().astype(np.int64)
    days = _days_of(parts["1"].gather(heads), seconds)
    heads, seconds = heads[days.there], seconds[days.there]
    is_head = np.zeros(len(rows), bool)
    is_head[heads] = True
    further = np.flatnonzero(~is_head)
    owner = np.searchsorted(heads, further, "right") - 1
    nobodys, further, owner = further[owner < 0], further[owner >= 0], owner[owner >= 0]
    said = whatsapp_kinds.by_sender(parts["3"].gather(heads))
    frame = lines.messages(
        lines.moments(days.days[days.there], seconds),
        said["sender"],
        lines.joined(said["body"], rows, further, owner),
        np.ones(len(heads), bool),
    )
    unread = nobodys[(rows.gather(nobodys).str.strip_chars() != "").to_numpy()]
    return Talk(
        messages=whatsapp_kinds.with_kinds(frame),
        family=Family.WHATSAPP,
        other=None,
        saved_at=None,
        unread=tuple((unread + 1).tolist()),
        order_is_sure=days.order_is_sure,
    )


def _seconds(clock: str) -> int | None:
    return clocks.seconds_of(clock.replace(". ", ".").strip())


@dataclass(frozen=True, slots=True)
class _Days:
    """Days since 1970 of each message, which of them are days, and whether the order is sure."""

    days: Days
    there: npt.NDArray[np.bool_]
    order_is_sure: bool


def _days_of(printed: pl.Series, seconds: npt.NDArray[np.int64]) -> _Days:
    """Decide whether day or month stands first.

    By what cannot be a month, then by time's arrow, then by the shorter span; else it is not sure.
    """
    orders = [
        lines.mapped(printed, partial(_day, month_first=first), pl.Int64())
        for first in (False, True)
    ]
    there = [one.is_not_null().to_numpy() for one in orders]
    days = [one.fill_null(0).to_numpy() for one in orders]
    fits = [
        (int(here.sum()), -_goes_back(day[here] * _DAY_S + seconds[here]), -_span(day[here]))
        for day, here in zip(days, there, strict=True)
    ]
    # Where nothing decides, the day: most regions write it first.
    best = int(fits[1] > fits[0])
    same = fits[0] == fits[1] and bool((days[0] != days[1]).any())
    return _Days(days=days[best], there=there[best], order_is_sure=not same)


def _goes_back(moments: npt.NDArray[np.int64]) -> int:
    return int((np.diff(moments) < 0).sum())


def _span(days: Days) -> int:
    return int(days.max() - days.min()) if len(days) else 0


def _day(printed: str, *, month_first: bool) -> int | None:
    found = _NUMBERS.fullmatch(printed)
    if found is None:
        return None
    first, second, third = int(found[1]), int(found[3]), int(found[4])
    if len(found[1]) == YEAR_DIGITS:
        day = day_of(first, second, third)
    else:
        year = third if len(found[4]) == YEAR_DIGITS else third + _CENTURY
        day = day_of(year, first, second) if month_first else day_of(year, second, first)
    return None if day is None else (day - _EPOCH).days
