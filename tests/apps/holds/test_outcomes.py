from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.conftest import NIGHT, WORDS
from tomarigi.holds import services
from tomarigi.holds.models import Hold
from tomarigi.people.models import Person

FOUR = (Hold.Outcome.LET_GO, Hold.Outcome.KEPT, Hold.Outcome.REWORDED, Hold.Outcome.SENT)


@pytest.mark.parametrize("outcome", FOUR)
def test_each_of_the_four_is_taken(client: Client, hold: Hold, outcome: Hold.Outcome) -> None:
    client.post(f"/holds/{hold.pk}/outcome", {"outcome": outcome})
    hold.refresh_from_db()
    assert hold.outcome == outcome
    assert client.get(f"/holds/{hold.pk}").status_code == 200


@pytest.mark.parametrize("outcome", FOUR)
def test_the_second_tap_changes_nothing(hold: Hold, outcome: Hold.Outcome) -> None:
    assert services.end(hold_id=hold.pk, outcome=outcome, at=NIGHT)
    assert not services.end(hold_id=hold.pk, outcome=Hold.Outcome.SENT, at=NIGHT)
    hold.refresh_from_db()
    assert hold.outcome == outcome


@pytest.mark.parametrize("given", ["open", "practical", "burnt", ""])
def test_there_are_only_four(client: Client, hold: Hold, given: str) -> None:
    client.post(f"/holds/{hold.pk}/outcome", {"outcome": given})
    hold.refresh_from_db()
    assert hold.outcome == Hold.Outcome.OPEN


@pytest.mark.parametrize("outcome", FOUR)
def test_each_can_be_undone(client: Client, person: Person, hold: Hold, outcome: str) -> None:
    client.post(f"/holds/{hold.pk}/outcome", {"outcome": outcome})
    client.post(f"/holds/{hold.pk}/take-back")
    hold.refresh_from_db()
    assert (hold.outcome, hold.ended_at) == (Hold.Outcome.OPEN, None)
    assert services.words_of(person, hold) == WORDS


def test_let_go_words_are_out_of_sight_at_once(client: Client, hold: Hold) -> None:
    services.end(hold_id=hold.pk, outcome=Hold.Outcome.LET_GO, at=NIGHT)
    for path in ("?open", "/reading", "/practical"):
        page = client.get(f"/holds/{hold.pk}{path}", follow=True).content.decode()
        assert "ごめん" not in page


def test_let_go_words_are_erased_after_a_day(person: Person, hold: Hold) -> None:
    services.note_wave(hold_id=hold.pk, urge_0_10=8, at=NIGHT)
    services.end(hold_id=hold.pk, outcome=Hold.Outcome.LET_GO, at=NIGHT)
    assert services.erase_let_go(at=NIGHT + timedelta(hours=23)) == 0
    assert services.erase_let_go(at=NIGHT + timedelta(hours=25)) == 1
    assert services.erase_let_go(at=NIGHT + timedelta(hours=25)) == 0
    hold.refresh_from_db()
    assert hold.words is None
    assert hold.waves.count() == 1
    assert services.carried_by(person, hold) is not None


def test_what_is_erased_cannot_be_taken_back(client: Client, hold: Hold) -> None:
    services.end(hold_id=hold.pk, outcome=Hold.Outcome.LET_GO, at=NIGHT)
    services.erase_let_go(at=NIGHT + timedelta(hours=25))
    client.post(f"/holds/{hold.pk}/take-back")
    hold.refresh_from_db()
    assert hold.outcome == Hold.Outcome.LET_GO
    assert "完全に消えました" in client.get(f"/holds/{hold.pk}").content.decode().replace(
        "<wbr>", ""
    )


def test_own_words_are_for_oneself(client: Client, person: Person, hold: Hold) -> None:
    client.post(f"/holds/{hold.pk}/outcome", {"outcome": "reworded"})
    client.post(f"/holds/{hold.pk}/own-words", {"text": "わたしは、さみしかった。"})
    hold.refresh_from_db()
    assert services.own_words_of(person, hold) == "わたしは、さみしかった。"
    assert services.words_of(person, hold) == WORDS


def test_empty_own_words_are_asked_again(client: Client, hold: Hold) -> None:
    services.end(hold_id=hold.pk, outcome=Hold.Outcome.REWORDED, at=NIGHT)
    assert client.post(f"/holds/{hold.pk}/own-words", {"text": " "}).status_code == 422


def test_own_words_belong_to_rewording(client: Client, hold: Hold) -> None:
    answer = client.post(f"/holds/{hold.pk}/own-words", {"text": "まだ、途中のことば。"})
    assert answer.status_code == 404
    assert "まだ、途中のことば。" in answer.content.decode()
    hold.refresh_from_db()
    assert hold.own_words is None


def test_waiting_can_be_closed_once(hold: Hold) -> None:
    assert not services.end_waiting(hold_id=hold.pk, at=NIGHT)
    services.end(hold_id=hold.pk, outcome=Hold.Outcome.SENT, at=NIGHT)
    assert services.end_waiting(hold_id=hold.pk, at=NIGHT)
    assert not services.end_waiting(hold_id=hold.pk, at=NIGHT + timedelta(hours=1))


def test_sent_is_met_without_a_word_of_loss(client: Client, hold: Hold) -> None:
    services.end(hold_id=hold.pk, outcome=Hold.Outcome.SENT, at=NIGHT)
    page = client.get(f"/holds/{hold.pk}").content.decode().replace("<wbr>", "")
    assert "待つあいだも、ここにいられます。" in page
    assert not any(word in page for word in ("しまい", "残念", "失敗", "途切れ"))


def test_only_practical_is_not_held(client: Client, hold: Hold) -> None:
    client.post(f"/holds/{hold.pk}/practical")
    hold.refresh_from_db()
    assert hold.outcome == Hold.Outcome.PRACTICAL


def test_the_database_knows_that_an_end_has_a_time(hold: Hold) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Hold.objects.filter(pk=hold.pk).update(outcome=Hold.Outcome.KEPT)


def test_a_hold_is_deleted_for_good(client: Client, hold: Hold) -> None:
    assert client.get(f"/holds/{hold.pk}/delete").status_code == 200
    assert Hold.objects.exists()
    gone = client.post(f"/holds/{hold.pk}/delete", follow=True)
    assert "消しました。" in gone.content.decode()
    assert not Hold.objects.exists()
    assert client.post(f"/holds/{hold.pk}/delete").status_code == 404


def test_the_question_speaks_english(english: Client, hold: Hold) -> None:
    page = english.get(f"/holds/{hold.pk}/outcome").content.decode()
    assert "What became of these words?" in page
