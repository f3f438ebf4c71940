"""Danger is answered first, by people; what each flow forbids stays unsaid on every screen."""

import pytest
from django.test import Client

from tests.conftest import NIGHT
from tomarigi.holds.carried import Carried
from tomarigi.holds.models import Hold
from tomarigi.people.keys import seal_for
from tomarigi.people.models import Person
from tomarigi.reading import Flag, Label

WORDS = "明日、家の前で待ってる。鍵も返す。"


@pytest.fixture
def flagged(person: Person, request: pytest.FixtureRequest) -> Hold:
    """Words that carry the flag named by the parameter, whatever the reader would say."""
    carried = Carried(labels=(Label.PURSUIT,), safety=(Flag(request.param),))
    return Hold.objects.create(
        owner=person,
        words=seal_for(person, WORDS),
        carried=seal_for(person, carried.to_json()),
        laid_at=NIGHT,
    )


def plain(client: Client, path: str) -> str:
    return client.get(path).content.decode().replace("<wbr>", "")


every_flag = pytest.mark.parametrize("flagged", list(Flag), indirect=True)


def only(flag: Flag) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("flagged", [flag], indirect=True)


@every_flag
def test_help_stands_before_the_reading(client: Client, flagged: Hold) -> None:
    page = plain(client, f"/holds/{flagged.pk}/reading?read")
    assert page.index("ほかの窓口") < page.index('class="read')


@every_flag
@pytest.mark.parametrize("path", ["", "/choose"])
def test_help_stands_before_the_choice(client: Client, flagged: Hold, path: str) -> None:
    page = plain(client, f"/holds/{flagged.pk}{path}")
    assert page.index("ほかの窓口") < page.index("このことばを、どうしますか。")


@only(Flag.SELF_HARM)
def test_no_reading_until_it_is_asked_for(client: Client, flagged: Hold) -> None:
    page = plain(client, f"/holds/{flagged.pk}/reading")
    assert 'class="read' not in page
    assert "家の前" not in page
    assert "0120-279-338" in page


@only(Flag.ABUSE_RECEIVED)
def test_the_harmed_are_not_told_to_keep_quiet(client: Client, flagged: Hold) -> None:
    page = plain(client, f"/holds/{flagged.pk}")
    assert "今日は送らない" not in page
    assert "あなたのせいではありません。" in page


@pytest.mark.parametrize("flagged", [Flag.STALKING, Flag.THREAT], indirect=True)
def test_no_wording_is_offered(client: Client, flagged: Hold) -> None:
    page = plain(client, f"/holds/{flagged.pk}/practical")
    assert "<textarea" not in page
    assert "間に入る人" in page


@only(Flag.STALKING)
def test_the_law_is_told_as_it_is_and_judges_nobody(client: Client, flagged: Hold) -> None:
    page = plain(client, f"/holds/{flagged.pk}/reading")
    assert "法律で禁じられた行為になりえます" in page
    assert "違法" not in page


def test_the_flows_speak_english(english: Client, person: Person) -> None:
    for flag in Flag:
        carried = Carried(labels=(), safety=(flag,))
        hold = Hold.objects.create(
            owner=person,
            words=seal_for(person, WORDS),
            carried=seal_for(person, carried.to_json()),
            laid_at=NIGHT,
        )
        assert "Other places" in plain(english, f"/holds/{hold.pk}/reading")


@every_flag
@pytest.mark.parametrize("screen", ["wave", "outcome"])
def test_help_stays_in_sight(client: Client, flagged: Hold, screen: str) -> None:
    assert "ほかの窓口" in plain(client, f"/holds/{flagged.pk}/{screen}")


@every_flag
def test_help_stays_when_the_words_are_let_go(client: Client, flagged: Hold) -> None:
    client.post(f"/holds/{flagged.pk}/outcome", {"outcome": "let_go"})
    assert "ほかの窓口" in plain(client, f"/holds/{flagged.pk}")


@only(Flag.SELF_HARM)
def test_where_life_is_in_danger_nothing_is_called_small_talk(
    client: Client, flagged: Hold
) -> None:
    page = plain(client, f"/holds/{flagged.pk}/reading?read")
    assert "あいさつ・雑談" not in page
    assert "用件・あいさつ" not in page


@only(Flag.ABUSE_RECEIVED)
def test_the_harmed_are_told_neither_of_care_nor_of_trust(client: Client, flagged: Hold) -> None:
    page = plain(client, f"/holds/{flagged.pk}/reading")
    assert "相手を大切に思う" not in page
    assert "相手に任せることば" not in page
