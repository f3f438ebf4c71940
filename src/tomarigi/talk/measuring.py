"""What a history of two shows, as figures without a word of it.

A pattern of two people in one history: what followed what, never why, and nobody's fault.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

import polars as pl

from tomarigi.talk import counts, waits
from tomarigi.talk.changes import changes_in
from tomarigi.talk.survival import Curve, HazardRatio
from tomarigi.talk.turns import turns_of
from tomarigi.talk.values import Talk

SEVERAL = 3
"""From so many messages without an answer on, a run counts as several."""
FEWEST_WAITS = 10
"""A curve of fewer waits would be mostly band."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """The longest stretch without a message of one's own between two of them, or to the end.

    `theirs` is how many messages the other sent within it.
    """

    began_at: datetime
    ended_at: datetime
    theirs: int

    @property
    def days(self) -> int:
        """Whole days."""
        return (self.ended_at - self.began_at).days


@dataclass(frozen=True, slots=True)
class Waits:
    """Curves of waiting for an answer; `None` where there are fewer than `FEWEST_WAITS` waits.

    `after_one` and `after_several` by how many of one's own messages waited; `before` and `after`
    the ending, where its day is known.
    """

    after_one: Curve | None
    after_several: Curve | None
    before: Curve | None
    after: Curve | None


@dataclass(frozen=True, slots=True)
class TalkReport:
    """What `measure` found. Frames as `counts.by_day` and `waits.runs_of` describe them.

    `mine_begun` and `theirs_begun` days begun by each side; `night_share` of one's own messages,
    0..1, sent between 23:00 and 05:00; `hours` one's own messages by weekday and hour; `hard_from`
    the hour at which the three hours begin in which one wrote most, `None` without any; `hazard`
    what one more unanswered message multiplied the hazard of an answer by, `None` when data are
    too few; `changed_on` Mondays at which the volume changed.
    """

    ended_on: date | None
    days: pl.DataFrame
    mine_begun: int
    theirs_begun: int
    night_share: float | None
    hours: tuple[tuple[int, ...], ...]
    hard_from: int | None
    runs: pl.DataFrame
    waits: Waits
    hazard: HazardRatio | None
    changed_on: Sequence[date]
    quiet: Quiet | None


def measure(talk: Talk, *, me: str, ended_on: date | None = None) -> TalkReport:
    """Measure a history of two.

    Args:
        talk: what `load` gave.
        me: one's own name in it.
        ended_on: the day the relation ended, where there is one.

    Raises:
        UnknownSender: `me` does not speak in it.
        NotOfTwo: it is a group's.
    """
    turns = turns_of(talk, me=me)
    last = turns["sent_at"].max()
    assert isinstance(last, datetime)  # noqa: S101 somebody speaks, or `turns_of` had refused
    until = max(last, talk.saved_at or last)
    spells = waits.spells_of(turns, until=until)
    days = counts.by_day(turns)
    mine, theirs = counts.days_begun(turns)
    hours = counts.by_hour(turns)
    return TalkReport(
        ended_on=ended_on,
        days=days,
        mine_begun=mine,
        theirs_begun=theirs,
        night_share=counts.night_share(turns),
        hours=hours,
        hard_from=counts.hard_from(hours),
        runs=waits.runs_of(spells),
        waits=_waits(spells, ended_on),
        hazard=waits.hazard_of_more(spells),
        changed_on=changes_in(days),
        quiet=_longest_quiet(turns, until),
    )


def _waits(spells: pl.DataFrame, ended_on: date | None) -> Waits:
    first = spells.filter(pl.col("unanswered") == 1)
    several = spells.filter(pl.col("unanswered") >= SEVERAL)
    if ended_on is None:
        return Waits(_curve(first), _curve(several), None, None)
    is_before = pl.col("sent_at") < datetime.combine(ended_on, time())
    return Waits(
        after_one=_curve(first),
        after_several=_curve(several),
        before=_curve(spells.filter(is_before)),
        after=_curve(spells.filter(~is_before)),
    )


def _curve(spells: pl.DataFrame) -> Curve | None:
    return waits.wait_curve(spells) if spells.height >= FEWEST_WAITS else None


def _longest_quiet(turns: pl.DataFrame, until: datetime) -> Quiet | None:
    own = turns.filter("mine", "message").select(
        began_at="sent_at", ended_at=pl.col("sent_at").shift(-1).fill_null(until)
    )
    if own.is_empty():
        return None
    length = (own["ended_at"] - own["began_at"]).arg_max()
    began_at, ended_at = own.row(length or 0)
    within = turns.filter(
        ~pl.col("mine"), "message", pl.col("sent_at").is_between(began_at, ended_at)
    )
    return Quiet(began_at=began_at, ended_at=ended_at, theirs=within.height)
