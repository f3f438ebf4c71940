"""The title of a LINE export and the line of its saving (FORMATS.md 2)."""

import re

_TITLE = re.compile(r"\[LINE\] ?(?P<rest>.+)")
_WITH = (
    re.compile(r"(.+)とのトーク(?:履歴)?"),
    re.compile(r"Chat (?:history )?with (.+)"),
    re.compile(r"[與与](.+)的聊天(?:記錄|记录)"),
    re.compile(r"ประวัติการแชทกับ (.+)"),
)
_SAVED = re.compile(
    r"(?:保存日時|Saved on|儲存日期|保存日期|บันทึกเมื่อ)\s*[:：]?\s*\d.*"
    r"|.{0,20}\d{1,4}/\d{1,2}/\d{1,4}.{0,14}"
)


def is_title(line: str) -> bool:
    """Whether a line could be a title; the line after it must then be one of saving."""
    return _TITLE.fullmatch(line) is not None


def is_saving(line: str) -> bool:
    """Whether a line says when the export was saved."""
    return _SAVED.fullmatch(line) is not None


def other_in(line: str) -> str | None:
    """Who a talk of two was with, by its title; `None` for a group's."""
    title = _TITLE.fullmatch(line)
    found = (one.fullmatch(title["rest"]) for one in _WITH) if title else ()
    return next((one[1] for one in found if one), None)
