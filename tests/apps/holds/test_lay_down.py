from datetime import timedelta

import pytest
from django.test import Client

from tests.conftest import NIGHT, WORDS, LayDown
from tomarigi.holds import services
from tomarigi.holds.models import Hold
from tomarigi.people.access import person_here
from tomarigi.people.models import Person
from tomarigi.reading import MOST_CHARACTERS

pytestmark = pytest.mark.django_db


def test_the_first_words_make_room_for_a_person(client: Client) -> None:
    answer = client.post("/", {"text": WORDS})
    laid = Hold.objects.get()
    assert answer.headers["Location"] == f"/holds/{laid.pk}/reading"
    person = person_here()
    assert person is not None
    assert services.words_of(person, laid) == WORDS


def test_opening_the_house_makes_nobody(client: Client) -> None:
    assert client.get("/").status_code == 200
    assert person_here() is None


@pytest.mark.parametrize("typed", ["", " \r\n 　"])
def test_nothing_is_not_laid_down(client: Client, typed: str) -> None:
    answer = client.post("/", {"text": typed})
    assert answer.status_code == 422
    assert "まだ、ことばがありません。" in _plain(answer.content.decode())
    assert not Hold.objects.exists()


def test_what_is_too_long_comes_back_whole(client: Client) -> None:
    typed = "あ" * (MOST_CHARACTERS + 1)
    answer = client.post("/", {"text": typed})
    assert answer.status_code == 422
    assert typed in answer.content.decode()
    assert not Hold.objects.exists()


def test_line_breaks_count_once(client: Client) -> None:
    typed = "あ\r\n" * (MOST_CHARACTERS // 2)
    assert client.post("/", {"text": typed}).status_code == 302


@pytest.mark.parametrize(
    "words", ["  字下げ\n\n\n空行\n", "\x00と\u202e逆", "<b>&amp;</b>", "👩‍👧"]
)
def test_words_come_back_as_they_were_typed(client: Client, person: Person, words: str) -> None:
    client.post("/", {"text": words})
    assert services.words_of(person, Hold.objects.get()) == words


def test_words_are_escaped_where_they_are_shown(client: Client, lay_down: LayDown) -> None:
    hold = lay_down('<script>alert("x")</script>')
    for path in ("reading", "?open"):
        shown = client.get(f"/holds/{hold.pk}{'' if path == '?open' else '/'}{path}")
        assert "<script>alert" not in shown.content.decode()


def test_twice_is_two_holds_of_one_thing(person: Person) -> None:
    first = services.lay_down(person, WORDS, at=NIGHT)
    second = services.lay_down(person, WORDS + "ほんとに。", at=NIGHT)
    third = services.lay_down(person, WORDS, at=NIGHT)
    assert (first.returns_to, second.returns_to, third.returns_to) == (None, first, first)


def test_a_second_tap_is_no_second_hold(client: Client) -> None:
    first, second = (client.post("/", {"text": WORDS}).headers["Location"] for _ in range(2))
    assert first == second
    assert Hold.objects.count() == 1


def test_the_same_words_later_are_a_hold_of_their_own(person: Person) -> None:
    first = services.lay_down(person, WORDS, at=NIGHT)
    second = services.lay_down(person, WORDS, at=NIGHT + timedelta(seconds=11))
    assert second != first
    assert second.returns_to == first


def test_the_box_speaks_english(english: Client) -> None:
    answer = english.post("/", {"text": ""}).content.decode()
    assert "There are no words yet." in answer


def _plain(page: str) -> str:
    return page.replace("<wbr>", "")
