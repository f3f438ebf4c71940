"""Small histories of two, made from clocks."""

from datetime import datetime

import polars as pl

from tomarigi.talk import Family, Talk
from tomarigi.talk.values import SCHEMA

ME, THEM = "たろう", "みか"


def at(clock: str, day: int = 5) -> datetime:
    return datetime(2024, 1, day, int(clock[:2]), int(clock[3:]))


def talk(
    *acts: tuple[datetime, str] | tuple[datetime, str, str],
    other: str | None = THEM,
    saved_at: datetime | None = None,
) -> Talk:
    """A history from (when, who) or (when, who, kind)."""
    rows = [
        {
            "sent_at": act[0],
            "sender": act[1],
            "kind": act[2] if len(act) > 2 else "text",
            "text": "x",
            "seconds": None,
        }
        for act in acts
    ]
    return Talk(
        messages=pl.DataFrame(rows, schema=SCHEMA),
        family=Family.LINE_PHONE,
        other=other,
        saved_at=saved_at,
        unread=(),
        order_is_sure=True,
    )
