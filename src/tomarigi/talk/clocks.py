"""Clocks of message lines: minutes, or seconds, after midnight."""

import re

_CLOCK = re.compile(
    r"(?P<half>午前|午後|上午|下午)?[ \u202f\u00a0]?"
    r"(?P<hour>\d{1,2}):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
    r"(?:[ \u202f\u00a0]?(?P<suffix>[AaPp]\.?[Mm]\.?))?"
)
_AFTERNOON = ("午後", "下午", "p")
_HALF_DAY, _DAY = 12, 24


def seconds_of(clock: str) -> int | None:
    """Seconds after midnight of a clock as printed; `None` where it is none.

    In the halves of a day, 0 and 12 are the same hour: Japanese apps write either.
    """
    found = _CLOCK.fullmatch(clock)
    if found is None or (found["half"] and found["suffix"]):
        return None
    hour, half = int(found["hour"]), found["half"] or found["suffix"]
    if half:
        if hour > _HALF_DAY:
            return None
        hour = hour % _HALF_DAY + _HALF_DAY * half.lower().startswith(_AFTERNOON)
    elif hour >= _DAY:
        return None
    return hour * 3600 + int(found["minute"]) * 60 + int(found["second"] or 0)
