"""Take everything away, erase everything: each room says how for its own rows.

A room registers itself in its `AppConfig.ready`; a room with words that did not would fail
`tests/apps/people/test_privacy.py`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db import connection

from tomarigi.common.secret import renew
from tomarigi.people.models import Person


@dataclass(frozen=True, slots=True)
class Page:
    """One thing a person takes away: a heading and its lines, in plain text."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """How a room gives everything it has of a person, oldest first."""

    name: str
    export: Callable[[Person], Iterator[Page]]


_rooms: dict[str, Room] = {}


def register(room: Room) -> None:
    """Let a room take part in export. Doing it twice changes nothing."""
    _rooms[room.name] = room


def rooms() -> tuple[Room, ...]:
    """The rooms that hold something of people."""
    return tuple(_rooms.values())


def export(person: Person) -> Iterator[Page]:
    """Everything that is this person's, room by room."""
    for room in rooms():
        yield from room.export(person)


def erase(person: Person) -> None:
    """Erase a person: every row of theirs, the key, and what the database still had of them.

    Rows go by cascade. When nobody is left, the machine's secret is replaced too, so that an
    old copy of the database opens no more.
    """
    person.delete()
    if not Person.objects.exists():
        renew(settings.TOMARIGI_HOME)
    scrub()


def scrub() -> None:
    """Give freed pages back, so that erased bytes leave the file and its journal."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
