from datetime import date

from tests.pure.talk.histories import ME, THEM, at, talk
from tomarigi.talk.counts import by_day, by_hour, days_begun, hard_from, night_share
from tomarigi.talk.turns import turns_of

TURNS = turns_of(
    talk(
        (at("09:00"), THEM),
        (at("23:10"), ME),
        (at("23:20"), ME),
        (at("23:30"), ME, "missed_call"),
        (at("01:00", 7), ME),
        (at("01:05", 7), ME, "unsent"),
        (at("12:00", 7), THEM, "call"),
    ),
    me=ME,
)


def test_every_day_is_counted_also_an_empty_one() -> None:
    days = by_day(TURNS)
    assert days["day"].to_list() == [date(2024, 1, 5), date(2024, 1, 6), date(2024, 1, 7)]
    assert days["mine"].to_list() == [2, 0, 1]
    assert days["theirs"].to_list() == [1, 0, 0]
    assert days["my_attempts"].to_list() == [1, 0, 0]
    assert days["my_unsent"].to_list() == [0, 0, 1]
    assert days["calls"].to_list() == [0, 0, 1]


def test_who_begins_a_day() -> None:
    assert days_begun(TURNS) == (1, 1)


def test_the_night_goes_from_eleven_to_five() -> None:
    assert night_share(TURNS) == 1.0
    assert night_share(TURNS.filter(~TURNS["mine"])) is None


def test_hours_by_weekday() -> None:
    hours = by_hour(TURNS)
    assert (hours[4][23], hours[6][1], sum(map(sum, hours))) == (2, 1, 3)


def test_hard_hours_can_run_past_midnight() -> None:
    assert hard_from(by_hour(TURNS)) == 23
    assert hard_from(((0,) * 24,) * 7) is None
