import pytest

from tests.pure.talk.histories import ME, THEM, at, talk
from tomarigi.talk.turns import turns_of
from tomarigi.talk.waits import hazard_of_more, runs_of, spells_of, wait_curve

TURNS = turns_of(
    talk(
        (at("22:00"), ME),
        (at("22:10"), ME),
        (at("23:10"), THEM),
        (at("23:20"), ME),
    ),
    me=ME,
)
SPELLS = spells_of(TURNS, until=at("23:50"))


def test_a_run_waits_from_its_last_message() -> None:
    runs = runs_of(SPELLS)
    assert runs["messages"].to_list() == [2, 1]
    assert runs["hours"].to_list() == pytest.approx([1.0, 0.5])


def test_the_last_silence_stays_open() -> None:
    assert SPELLS["answered"].to_list() == [False, True, False]


def test_spells_count_what_waits_from_the_first_of_a_run() -> None:
    assert SPELLS["unanswered"].to_list() == [1, 2, 1]
    assert SPELLS["start"].to_list() == pytest.approx([0, 1 / 6, 0])
    assert SPELLS["stop"].to_list() == pytest.approx([1 / 6, 7 / 6, 0.5])


def test_a_call_that_was_answered_ends_a_silence_whoever_called() -> None:
    turns = turns_of(talk((at("22:00"), ME), (at("22:30"), ME, "call"), (at("23:00"), THEM)), me=ME)
    assert spells_of(turns, until=at("23:50"))["answered"].to_list() == [True]


def test_an_own_attempt_to_call_answers_nothing() -> None:
    turns = turns_of(
        talk((at("22:00"), ME), (at("22:30"), ME, "missed_call"), (at("23:00"), THEM)), me=ME
    )
    assert runs_of(spells_of(turns, until=at("23:50")))["hours"].to_list() == pytest.approx([1.0])


def test_an_answer_within_the_same_minute_took_half_of_it() -> None:
    turns = turns_of(talk((at("22:00"), ME), (at("22:00"), THEM)), me=ME)
    assert spells_of(turns, until=at("22:00"))["stop"].to_list() == pytest.approx([0.5 / 60])


def test_a_curve_counts_open_waits_as_waiting() -> None:
    curve = wait_curve(SPELLS)
    assert curve.waiting.tolist() == [0.0]
    assert curve.at_risk.tolist() == [1]


def test_few_answers_give_no_ratio() -> None:
    assert hazard_of_more(SPELLS) is None
