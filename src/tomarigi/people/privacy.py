"""Take everything away, erase everything: each room says how for its own rows.

A room registers itself in its `AppConfig.ready`; a room with words that did not would fail
`tests/apps/people/test_privacy.py`.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection, transaction

from tomarigi.common.secret import renew
from tomarigi.people.models import Person

logger = logging.getLogger(__name__)


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

    Rows go by cascade. When nobody is left, the machine's secret is replaced too, in the same
    transaction, so that an old copy of the database opens no more.
    """
    owe_scrub()
    with transaction.atomic():
        person.delete()
        if not Person.objects.exists():
            renew(settings.TOMARIGI_HOME)
    scrub()


def owe_scrub() -> None:
    """Note that erased bytes may still be in the file, until a scrub has gone through."""
    _owed().touch(mode=0o600)


def scrub() -> bool:
    """Give freed pages back, so that erased bytes leave the file and its journal.

    False when another reader or a full disk stood in the way; it stays owed, and the
    tidying of the open house tries again.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return False
    try:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = cursor.fetchone()[0]
    except DatabaseError:
        busy = True
    if busy:
        logger.warning("erased bytes are still in the journal; trying again later")
        return False
    _owed().unlink(missing_ok=True)
    return True


def scrub_if_owed() -> bool:
    """Scrub when an earlier one could not go through; whether nothing is owed now."""
    return scrub() if _owed().exists() else True


def _owed() -> Path:
    return Path(settings.TOMARIGI_HOME) / "scrub-owed"
