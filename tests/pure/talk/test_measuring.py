from datetime import date, timedelta

import pytest

from tests.pure.talk.histories import ME, THEM, at, talk
from tomarigi.talk import UnknownSender, measure

BEGAN = at("22:00", 1)
ACTS = [
    act
    for day in range(60)
    for act in (
        (BEGAN + timedelta(days=day), ME),
        (BEGAN + timedelta(days=day, minutes=20), ME),
        (BEGAN + timedelta(days=day, minutes=40), ME),
        (BEGAN + timedelta(days=day, hours=1), THEM),
    )
    if day < 30 or act[1] == ME
]
TALK = talk(*ACTS)


def test_a_report_holds_no_words() -> None:
    assert "x" not in measure(TALK, me=ME).days.columns


def test_waits_are_told_apart_by_the_ending() -> None:
    report = measure(TALK, me=ME, ended_on=date(2024, 1, 31))
    assert report.waits.before is not None
    assert report.waits.after is not None
    assert report.waits.before.median() == pytest.approx(1 / 3)
    assert report.waits.after.median() is None


def test_without_an_ending_nothing_is_before_it() -> None:
    assert measure(TALK, me=ME).waits.before is None


def test_the_longest_quiet_says_what_the_other_did() -> None:
    report = measure(TALK, me=ME)
    assert report.quiet is not None
    assert (report.quiet.ended_at - report.quiet.began_at) == timedelta(hours=23, minutes=20)
    assert report.quiet.theirs == 1


def test_the_record_ends_when_it_was_saved() -> None:
    report = measure(
        talk((at("22:00"), ME), (at("22:30"), THEM), (at("23:00"), ME), saved_at=at("23:00", 9)),
        me=ME,
    )
    assert report.runs["hours"].to_list() == pytest.approx([0.5, 96.0])


def test_one_must_be_in_it() -> None:
    with pytest.raises(UnknownSender):
        measure(TALK, me="だれか")
