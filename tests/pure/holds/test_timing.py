from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomarigi.holds.timing import (
    Moment,
    RestUntil,
    asked_next,
    asked_now,
    falls_on,
    moment_of,
    next_at,
    next_morning,
)

TOKYO = ZoneInfo("Asia/Tokyo")
MOMENTS = st.datetimes(
    min_value=datetime(2020, 1, 1), max_value=datetime(2040, 1, 1), timezones=st.just(UTC)
)
ZONES = st.sampled_from([TOKYO, ZoneInfo("America/New_York"), ZoneInfo("Asia/Kathmandu")])


def at(clock: str, *, day: int = 24) -> datetime:
    hours, minutes = map(int, clock.split(":"))
    return datetime(2026, 11, day, hours, minutes, tzinfo=TOKYO)


@pytest.mark.parametrize(
    ("laid", "morning"),
    [
        (at("02:10"), at("07:00")),
        (at("06:00"), at("07:00")),
        (at("06:01"), at("07:00", day=25)),
        (at("23:30"), at("07:00", day=25)),
        (at("12:00"), at("07:00", day=25)),
    ],
)
def test_the_morning_after(laid: datetime, morning: datetime) -> None:
    assert next_morning(laid, TOKYO) == morning


@given(MOMENTS, ZONES)
def test_a_morning_is_never_near_and_never_far(laid: datetime, zone: ZoneInfo) -> None:
    wait = next_morning(laid, zone) - laid
    # A day of 25 hours when clocks go back.
    assert timedelta(hours=1) <= wait <= timedelta(hours=26)


@given(MOMENTS, st.times(), ZONES)
def test_a_time_of_the_clock_lies_ahead(after: datetime, clock: time, zone: ZoneInfo) -> None:
    coming = next_at(clock, after, zone).astimezone(UTC)
    # A day has 25 hours when clocks go back, and a time that is skipped comes an hour later.
    assert timedelta(0) < coming - after <= timedelta(hours=26)


@pytest.mark.parametrize(
    ("after", "clock", "coming"),
    [
        # Clocks go back at 2:00 on 1 November 2026, so that 1:30 comes at 5:30 and 6:30 UTC.
        ((1, 5, 45), time(1, 30), (1, 6, 30)),
        ((1, 6, 15), time(1, 30), (1, 6, 30)),
        ((1, 6, 45), time(1, 30), (2, 6, 30)),
        ((1, 6, 15), time(1, 50), (1, 6, 50)),
    ],
)
def test_an_hour_that_comes_twice(
    after: tuple[int, int, int], clock: time, coming: tuple[int, int, int]
) -> None:
    zone = ZoneInfo("America/New_York")
    found = next_at(clock, datetime(2026, 11, *after, tzinfo=UTC), zone)
    assert found.astimezone(UTC) == datetime(2026, 11, *coming, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes", "moment"),
    [
        (0, Moment.LAID),
        (5, Moment.LAID),
        (8, Moment.TEN),
        (19, Moment.TWENTY),
        (44, Moment.FORTY_FIVE),
        (200, Moment.FORTY_FIVE),
        (290, Moment.MORNING),
        (5000, Moment.MORNING),
    ],
)
def test_which_moment_has_come(minutes: int, moment: Moment) -> None:
    laid = at("02:10")
    assert moment_of(laid + timedelta(minutes=minutes), laid_at=laid, zone=TOKYO) is moment


def test_a_moment_is_asked_about_once() -> None:
    laid = at("02:10")
    later = laid + timedelta(minutes=21)
    assert asked_now([laid], laid_at=laid, now=later, zone=TOKYO) is Moment.TWENTY
    assert asked_now([laid, later], laid_at=laid, now=later, zone=TOKYO) is None


def test_a_missed_moment_is_not_asked_about_later() -> None:
    laid = at("02:10")
    asked = asked_now([], laid_at=laid, now=laid + timedelta(minutes=50), zone=TOKYO)
    assert asked is Moment.FORTY_FIVE


def test_after_the_morning_nothing_is_next() -> None:
    laid = at("02:10")
    assert asked_next(laid_at=laid, now=at("02:21"), zone=TOKYO) == at("02:30")
    assert asked_next(laid_at=laid, now=at("07:01"), zone=TOKYO) is None


@given(MOMENTS, ZONES)
def test_moments_come_in_order(laid: datetime, zone: ZoneInfo) -> None:
    moments = [falls_on(moment, laid_at=laid, zone=zone) for moment in Moment]
    assert moments == sorted(moments)


def test_how_long_words_rest() -> None:
    after = at("02:10")
    assert RestUntil(minutes=20).end(after=after, zone=TOKYO) == at("02:30")
    assert RestUntil(clock=time(1, 0)).end(after=after, zone=TOKYO) == at("01:00", day=25)
    assert RestUntil().end(after=after, zone=TOKYO) == at("07:00")
