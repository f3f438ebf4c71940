"""Nobody reaches a hold that is not theirs, and no act answers the wrong method."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.conftest import LayDown
from tomarigi.holds.models import Hold
from tomarigi.people.models import Person

SCREENS = (
    "hold",
    "reading",
    "mend",
    "wave",
    "choose",
    "practical",
    "outcome",
    "own_words",
    "delete",
)
ACTS = ("rest", "take_back", "end_waiting")
ONLY_READ = ("hold", "reading", "choose")


@pytest.mark.parametrize("name", [*SCREENS, *ACTS])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_finds_nothing(
    client: Client, lay_down: LayDown, stranger: Person, name: str, method: str
) -> None:
    theirs = lay_down("ひとの、ことば。", owner=stranger)
    before = Hold.objects.filter(pk=theirs.pk).values().get()
    answer = getattr(client, method)(reverse(name, args=[theirs.pk]), {"outcome": "let_go"})
    assert answer.status_code in {404, 405}
    assert Hold.objects.filter(pk=theirs.pk).values().get() == before


@pytest.mark.django_db
@pytest.mark.parametrize("name", [*SCREENS, *ACTS])
def test_where_nobody_is_there_is_nothing(client: Client, name: str) -> None:
    assert client.post(reverse(name, args=[1])).status_code in {404, 405}


@pytest.mark.parametrize("name", ACTS)
def test_an_act_does_not_answer_a_get(client: Client, hold: Hold, name: str) -> None:
    assert client.get(reverse(name, args=[hold.pk])).status_code == 405


@pytest.mark.parametrize("name", ONLY_READ)
def test_a_screen_does_not_answer_a_post(client: Client, hold: Hold, name: str) -> None:
    assert client.post(reverse(name, args=[hold.pk])).status_code == 405


@pytest.mark.parametrize("name", SCREENS)
def test_looking_changes_nothing(client: Client, hold: Hold, name: str) -> None:
    before = Hold.objects.filter(pk=hold.pk).values().get()
    client.get(reverse(name, args=[hold.pk]))
    assert Hold.objects.filter(pk=hold.pk).values().get() == before


@pytest.mark.parametrize("name", [*SCREENS, *ACTS])
def test_an_act_needs_its_token(hold: Hold, name: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(reverse(name, args=[hold.pk]), {"outcome": "sent", "until": "20"})
    assert answer.status_code in {403, 405}
    hold.refresh_from_db()
    assert hold.outcome == Hold.Outcome.OPEN
