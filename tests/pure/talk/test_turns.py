import pytest

from tests.pure.talk.histories import ME, THEM, at, talk
from tomarigi.talk import NotOfTwo, UnknownSender, me_in, people_in
from tomarigi.talk.turns import turns_of


def test_the_title_tells_who_one_is() -> None:
    both = talk((at("09:00"), THEM), (at("09:01"), ME))
    assert (me_in(both), list(people_in(both))) == (ME, sorted([ME, THEM]))


def test_without_a_title_one_is_asked() -> None:
    assert me_in(talk((at("09:00"), THEM), (at("09:01"), ME), other=None)) is None


def test_a_line_taken_back_without_a_name_is_ones_own() -> None:
    turns = turns_of(
        talk((at("09:00"), THEM), (at("09:01"), ME), (at("09:02"), "", "unsent")), me=ME
    )
    assert turns["mine"].to_list() == [False, True, True]
    assert turns["message"].to_list() == [True, True, False]


def test_notices_are_nobodys() -> None:
    turns = turns_of(talk((at("09:00"), "", "system"), (at("09:01"), ME)), me=ME)
    assert turns.height == 1


def test_a_group_is_refused() -> None:
    three = talk((at("09:00"), THEM), (at("09:01"), ME), (at("09:02"), "部長"))
    with pytest.raises(NotOfTwo) as refused:
        turns_of(three, me=ME)
    assert refused.value.people == 3


def test_a_name_that_never_speaks_is_refused() -> None:
    with pytest.raises(UnknownSender):
        turns_of(talk((at("09:00"), THEM)), me=ME)
