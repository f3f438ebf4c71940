"""When a wave is asked about, and until when words rest. Plain time, no Django.

The moments are those at which cravings were rated in the field: people expect a long climb and
their own ratings then show otherwise (Sayette et al., PMC2640932). No length is promised.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from enum import IntEnum

MORNING = time(7, 0)
"""The end of the night in which nothing is asked (none between 23:00 and 07:00 unless wanted)."""

TOO_SOON_FOR_MORNING = timedelta(hours=1)
"""Words laid down at 6:30 rest until the next day's morning, not for half an hour."""

SAME_MOMENT = timedelta(minutes=5)
"""A wave noted this near to a moment answers it."""


class Moment(IntEnum):
    """When a wave is asked about, in minutes after laying down; the last is a morning."""

    LAID = 0
    TEN = 10
    TWENTY = 20
    FORTY_FIVE = 45
    MORNING = 24 * 60


def next_morning(after: datetime, zone: tzinfo) -> datetime:
    """The first 7:00 where the person is that lies at least an hour after `after`."""
    earliest = (after + TOO_SOON_FOR_MORNING).astimezone(zone)
    day = earliest.date() + timedelta(days=1 if earliest.time() > MORNING else 0)
    return datetime.combine(day, MORNING, tzinfo=zone)


def next_at(clock: time, after: datetime, zone: tzinfo) -> datetime:
    """The first moment after `after` at which the person's clock shows this time."""
    today = after.astimezone(zone).date()
    # Where clocks go back an hour comes twice (fold); within one zone datetimes would be compared
    # by what the clock shows, so moments are compared instead.
    shown = (
        datetime.combine(today + timedelta(days=day), clock, tzinfo=zone).replace(fold=fold)
        for day in (0, 1, 2)
        for fold in (0, 1)
    )
    return next(one for one in shown if one.timestamp() > after.timestamp())


def falls_on(moment: Moment, *, laid_at: datetime, zone: tzinfo) -> datetime:
    """When this moment of a hold is."""
    if moment is Moment.MORNING:
        return next_morning(laid_at, zone)
    return laid_at + timedelta(minutes=moment)


def moment_of(at: datetime, *, laid_at: datetime, zone: tzinfo) -> Moment:
    """The last moment that had come by `at`."""
    come = [
        moment
        for moment in Moment
        if at >= falls_on(moment, laid_at=laid_at, zone=zone) - SAME_MOMENT / 2
    ]
    return come[-1] if come else Moment.LAID


def asked_now(
    waves_at: Iterable[datetime], *, laid_at: datetime, now: datetime, zone: tzinfo
) -> Moment | None:
    """The moment that has come and has no wave yet; `None` when nothing is to be asked."""
    current = moment_of(now, laid_at=laid_at, zone=zone)
    answered = {moment_of(at, laid_at=laid_at, zone=zone) for at in waves_at}
    return None if current in answered else current


def asked_next(*, laid_at: datetime, now: datetime, zone: tzinfo) -> datetime | None:
    """When the next moment comes; `None` after the last."""
    coming = (falls_on(moment, laid_at=laid_at, zone=zone) for moment in Moment)
    return next((at for at in coming if at > now), None)


@dataclass(frozen=True, slots=True)
class RestUntil:
    """How long words may rest.

    Some minutes, until a time of the clock, until the next day's morning, or, with nothing
    given, until the next morning.
    """

    minutes: int | None = None
    clock: time | None = None
    tomorrow: bool = False

    def end(self, *, after: datetime, zone: tzinfo) -> datetime:
        """When the rest ends."""
        if self.minutes is not None:
            return after + timedelta(minutes=self.minutes)
        if self.clock is not None:
            return next_at(self.clock, after, zone)
        if self.tomorrow:
            day = after.astimezone(zone).date() + timedelta(days=1)
            return datetime.combine(day, MORNING, tzinfo=zone)
        return next_morning(after, zone)
