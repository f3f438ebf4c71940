"""What tests begin with: people with keys, and words made up for them."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.utils import translation

from tomarigi.holds import services
from tomarigi.holds.models import Hold
from tomarigi.people.keys import new_keys
from tomarigi.people.models import Person

NIGHT = datetime(2026, 11, 23, 17, 10, tzinfo=UTC)
"""2:10 in the morning of the 24th, in Tokyo."""

WORDS = "何度もごめんね。返事がないと、不安でたまらなくなる。"

LayDown = Callable[..., Hold]


@pytest.fixture(autouse=True)
def _in_japanese() -> Iterator[None]:
    with translation.override("ja"):
        yield


@pytest.fixture
def person(db: None) -> Person:
    """The one who is here."""
    return someone()


@pytest.fixture
def stranger(person: Person) -> Person:
    """Somebody else, who came later."""
    assert person.pk
    return someone()


def someone() -> Person:
    public, private = new_keys()
    return Person.objects.create(public_key=public, private_key=private, came_at=NIGHT)


@pytest.fixture
def lay_down(person: Person) -> LayDown:
    """Lay words down for the one who is here."""

    def laid(words: str = WORDS, *, owner: Person = person, at: datetime = NIGHT) -> Hold:
        return services.lay_down(owner, words, at=at)

    return laid


@pytest.fixture
def hold(lay_down: LayDown) -> Hold:
    return lay_down()


@pytest.fixture
def english() -> Client:
    """A browser that asks for English."""
    return Client(headers={"accept-language": "en"})
