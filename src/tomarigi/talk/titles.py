"""The title of a LINE export and the line of its saving."""

import re
from datetime import datetime, time, timedelta

from tomarigi.talk.clocks import seconds_of
from tomarigi.talk.dates import YEAR_DIGITS, day_of

_TITLE = re.compile(r"\[LINE\] ?(?P<rest>.+)")
_WITH = (
    re.compile(r"(.+)とのトーク(?:履歴)?"),
    re.compile(r"Chat (?:history )?with (.+)"),
    re.compile(r"[與与](.+)的聊天(?:記錄|记录)"),
    re.compile(r"ประวัติการแชทกับ (.+)"),
)
_NAMED_SAVING = re.compile(r"(?:保存日時|Saved on|儲存日期|保存日期|บันทึกเมื่อ)\s*[:：]?\s*\d.*")
_SAVED = re.compile(_NAMED_SAVING.pattern + r"|.{0,20}\d{1,4}/\d{1,2}/\d{1,4}.{0,14}")
_MOMENT = re.compile(r"(\d{1,4})/(\d{1,2})/(\d{1,4}),? *(\S.*)")


def is_title(line: str) -> bool:
    """Whether a line could be a title; the line after it must then be one of saving."""
    return _TITLE.fullmatch(line) is not None


def is_saving(line: str) -> bool:
    """Whether a line says when the export was saved."""
    return _SAVED.fullmatch(line) is not None


def is_named_saving(line: str) -> bool:
    """Whether it does so in words that we know."""
    return _NAMED_SAVING.fullmatch(line) is not None


def other_in(line: str) -> str | None:
    """Who a talk of two was with, by its title; `None` for a group's."""
    title = _TITLE.fullmatch(line)
    found = (one.fullmatch(title["rest"]) for one in _WITH) if title else ()
    return next((one[1] for one in found if one), None)


def saved_at(line: str, *, not_before: datetime) -> datetime | None:
    """When a line says that the export was saved.

    Where day and month could be exchanged, `not_before` (the last message) has to decide; `None`
    where it does not, or where the line says no moment.
    """
    found = _MOMENT.search(line)
    seconds = seconds_of(found[4].strip()) if found else None
    if found is None or seconds is None:
        return None
    first, second, third = int(found[1]), int(found[2]), int(found[3])
    year_first = len(found[1]) == YEAR_DIGITS
    both = {(third, first, second), (third, second, first)}
    days = {day_of(*one) for one in ({(first, second, third)} if year_first else both)}
    moments = (datetime.combine(day, time()) + timedelta(seconds=seconds) for day in days if day)
    fitting = [one for one in moments if one >= not_before]
    return fitting[0] if len(fitting) == 1 else None
