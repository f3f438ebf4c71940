"""The lines that can be called: one dated data file, read once.

A wrong number in a dark hour is worse than none, so each is checked for its form here and
for its age by `scripts/release_check.py`.
"""

import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Any

FRESH_FOR = timedelta(days=90)
"""How old a comparison may be at a release (the rule of the project's sheet of facts, C4)."""

_NUMBER = re.compile(
    r"1(10|19)"  # emergency
    r"|#\d{4}"  # short dials
    r"|0120-\d{3}-\d{3}|0120-\d{2}-\d{4}|0120-0-78310"  # free dials, as their operators print them
    r"|0570-\d{3}-\d{3}|050-\d{4}-\d{4}"
)


class LinesBroken(ValueError):
    """The data file does not keep its form. It carries the id of the line."""


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One place to turn to. At least one of `number` and `chat` is there."""

    id: str
    name: dict[str, str]
    hours: dict[str, str] | None
    note: dict[str, str] | None
    number: str | None
    chat: str | None
    source: str
    verified_on: date
    operator_read: bool

    @property
    def dial(self) -> str | None:
        """The number as a `tel:` address."""
        if self.number is None:
            return None
        return "tel:" + self.number.replace("-", "").replace("#", "%23")


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that answer the same need."""

    id: str
    name: dict[str, str]
    lines: tuple[HelpLine, ...]


_GROUPS: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    (
        "now",
        "いますぐ、いのちや体があぶない",
        "Life or body in danger right now",
        ("ambulance", "police"),
    ),
    (
        "die",
        "死にたい、消えたい",
        "Wanting to die or to disappear",
        ("yorisoi", "inochi_no_denwa", "inochi_sos", "kokoro", "ibasho"),
    ),
    (
        "violence",
        "暴力を受けている、見はられている、つきまとわれている",
        "Being hurt, watched or followed",
        ("dv_plus", "dv_navi", "sexual_violence", "police_advice"),
    ),
    (
        "harm",
        "相手に何かしてしまいそう",
        "Afraid of what you might do",
        ("police_advice", "yorisoi"),
    ),
    ("young", "18歳まで", "Up to 18", ("childline", "child_sos")),
    ("more", "ほかの窓口をさがす", "Find another place", ("portal", "abroad")),
)


@cache
def lines() -> tuple[HelpLine, ...]:
    """Every line, in the order of the file.

    Raises:
        LinesBroken: a line lacks a field, or a number has no known form.
    """
    text = resources.files(__package__).joinpath("lines.toml").read_text(encoding="utf-8")
    return tuple(_line(row) for row in tomllib.loads(text)["line"])


def line(line_id: str) -> HelpLine:
    """The line of this id, or `KeyError`."""
    return {known.id: known for known in lines()}[line_id]


@cache
def groups() -> tuple[Group, ...]:
    """The lines by need, the most urgent first, the portal last."""
    return tuple(
        Group(id=group_id, name={"ja": ja, "en": en}, lines=tuple(line(one) for one in ids))
        for group_id, ja, en, ids in _GROUPS
    )


def stale(*, on: date) -> tuple[HelpLine, ...]:
    """The lines that were last compared with their source more than 90 days before `on`."""
    return tuple(known for known in lines() if on - known.verified_on > FRESH_FOR)


def _line(row: dict[str, Any]) -> HelpLine:
    number, chat = row.get("number"), row.get("chat")
    named = all(row["name"].get(language) for language in ("ja", "en"))
    if not (number or chat) or not named or not isinstance(row.get("verified_on"), date):
        raise LinesBroken(row["id"])
    if number is not None and not _NUMBER.fullmatch(number):
        raise LinesBroken(row["id"])
    return HelpLine(
        id=row["id"],
        name=row["name"],
        hours=row.get("hours"),
        note=row.get("note"),
        number=number,
        chat=chat,
        source=row["source"],
        verified_on=row["verified_on"],
        operator_read=row["operator_read"],
    )
