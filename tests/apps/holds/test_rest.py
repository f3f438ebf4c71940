from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from tests.conftest import NIGHT
from tomarigi.holds import services
from tomarigi.holds.models import Hold
from tomarigi.holds.timing import RestUntil


@pytest.mark.parametrize("until", ["today", "20", "60", "morning"])
def test_words_can_rest(client: Client, hold: Hold, until: str) -> None:
    answer = client.post(f"/holds/{hold.pk}/rest", {"until": until})
    hold.refresh_from_db()
    assert answer.headers["Location"] == f"/holds/{hold.pk}"
    assert hold.rests_until is not None
    assert (hold.rest == Hold.Rest.NOT_TODAY) is (until == "today")


def test_until_the_morning_is_seven(hold: Hold) -> None:
    services.rest(hold_id=hold.pk, until=RestUntil(), at=NIGHT)
    hold.refresh_from_db()
    assert hold.rests_until == datetime(2026, 11, 23, 22, 0, tzinfo=UTC)


def test_not_today_is_until_tomorrow_even_at_two_in_the_morning(hold: Hold) -> None:
    services.rest(hold_id=hold.pk, until=RestUntil(tomorrow=True), at=NIGHT, not_today=True)
    hold.refresh_from_db()
    assert hold.rests_until == datetime(2026, 11, 24, 22, 0, tzinfo=UTC)


def test_until_a_time_of_the_clock(client: Client, hold: Hold) -> None:
    client.post(f"/holds/{hold.pk}/rest", {"until": "clock", "clock": "23:30"})
    hold.refresh_from_db()
    assert hold.rests_until is not None
    assert (hold.rests_until.hour, hold.rests_until.minute) == (14, 30)


@pytest.mark.parametrize("given", [{"until": "clock"}, {"until": "never"}, {}])
def test_a_rest_without_an_end_is_asked_again(
    client: Client, hold: Hold, given: dict[str, str]
) -> None:
    assert client.post(f"/holds/{hold.pk}/rest", given).status_code == 422
    hold.refresh_from_db()
    assert hold.rests_until is None


def test_a_rest_can_be_chosen_anew(hold: Hold) -> None:
    for minutes in (20, 60):
        assert services.rest(hold_id=hold.pk, until=RestUntil(minutes=minutes), at=NIGHT)
    hold.refresh_from_db()
    assert hold.rests_until == NIGHT + timedelta(minutes=60)


def test_what_has_ended_does_not_rest(hold: Hold) -> None:
    services.end(hold_id=hold.pk, outcome=Hold.Outcome.KEPT, at=NIGHT)
    assert not services.rest(hold_id=hold.pk, until=RestUntil(), at=NIGHT)


def test_when_the_time_has_come_the_house_asks(client: Client, hold: Hold) -> None:
    services.rest(hold_id=hold.pk, until=RestUntil(minutes=20), at=NIGHT)
    assert "時間になりました。" in _plain(client, f"/holds/{hold.pk}")
    assert "時間になりました" in _plain(client, "/")


def test_not_today_comes_first(client: Client, hold: Hold) -> None:
    page = _plain(client, f"/holds/{hold.pk}")
    order = [page.index(said) for said in ("今日は送らない", "すこし置いてみる", "用件だけにする")]
    assert order == sorted(order)


def _plain(client: Client, path: str) -> str:
    return client.get(path).content.decode().replace("<wbr>", "")
