"""Date lines of LINE, and which of day and month comes first.

A date line is a whole line whose weekday fits its date. Where the year stands last, day and month
can stand in either order; that is decided over the whole file.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

_JA, _TH_SHORT = "月火水木金土日", ("จ", "อ", "พ", "พฤ", "ศ", "ส", "อา")
_ZH = "一二三四五六日"
_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TH = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")


def _weekdays() -> dict[str, int]:
    days: dict[str, int] = {}
    for at in range(7):
        forms = [_JA[at], _JA[at] + "曜日", _EN[at], _EN[at][:3], "วัน" + _TH[at], _TH_SHORT[at]]
        forms += [before + _ZH[at] for before in ("", "週", "周", "星期", "禮拜")]
        days |= dict.fromkeys(forms, at)
    return days


_WEEKDAYS = _weekdays()
_DATE = re.compile(
    r"(?:(?P<before>[A-Za-z]{3,9}|[\u0e00-\u0e7f]{1,3})[,.] ?)?"
    r"(?P<first>\d{1,4})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<third>\d{1,4})(?: BE)?"
    r"(?: ?[(（]?(?P<after>[^\s\d()（）]{1,14})[)）]?)?"
)
COULD_BE = r"^[^\t]{0,12}\d{1,4}[/.]\d{1,2}[/.]\d{1,4}[^\t]{0,18}$"
"""What polars looks for before Python looks closer."""
_BUDDHIST_FROM, _BUDDHIST_AHEAD = 2400, 543
YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Dates:
    """The date lines of a file.

    `on` gives the day of each line that is one. `order_is_sure` is false where day and month could
    be exchanged and nothing in the file speaks against it.
    """

    on: Mapping[str, date]
    order_is_sure: bool


def read_dates(lines: Sequence[str]) -> Dates:
    """Decide which lines are dates, and of which day.

    Args:
        lines: those that could be, in the order of the file; the same may stand there again.
    """
    each = {line: _readings(line) for line in dict.fromkeys(lines)}
    by_order = [
        {line: days[order] for line, days in each.items() if days[order]} for order in (0, 1)
    ]
    fits = [_fit(lines, one) for one in by_order]
    # Month first where both fit alike: that is what the app writes for its largest region.
    chosen = by_order[0] if fits[0] >= fits[1] else by_order[1]
    same = fits[0] == fits[1] and by_order[0] != by_order[1]
    return Dates(on={line: day for line, day in chosen.items() if day}, order_is_sure=not same)


def _fit(lines: Sequence[str], days: Mapping[str, date | None]) -> tuple[int, int]:
    """How many lines are dates in this order, and how seldom the days go back."""
    found = [day for day in map(days.get, lines) if day is not None]
    return len(found), -sum(later < earlier for earlier, later in pairwise(found))


def _readings(line: str) -> tuple[date | None, date | None]:
    """The day of a line with the month first, and with the day first."""
    found = _DATE.fullmatch(line)
    if found is None:
        return None, None
    words = [word for word in (found["before"], found["after"]) if word]
    weekday = _WEEKDAYS.get(words[0]) if len(words) == 1 else None
    if weekday is None:
        return None, None
    first, second, third = int(found["first"]), int(found["second"]), int(found["third"])
    if len(found["first"]) == YEAR_DIGITS:
        day = _day(first, second, third, weekday)
        return day, day
    if len(found["third"]) != YEAR_DIGITS:
        return None, None
    return _day(third, first, second, weekday), _day(third, second, first, weekday)


def _day(year: int, month: int, day: int, weekday: int) -> date | None:
    found = day_of(year, month, day)
    return found if found is not None and found.weekday() == weekday else None


def day_of(year: int, month: int, day: int) -> date | None:
    """A day as printed, Thai years counted back; `None` where there is none."""
    year -= _BUDDHIST_AHEAD if year >= _BUDDHIST_FROM else 0
    try:
        return date(year, month, day)
    except ValueError:
        return None
