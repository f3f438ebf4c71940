"""Who did what when: a history without its words.

From here on there are two sides, one's own and the other's, and no text.
"""

from collections.abc import Sequence

import polars as pl

from tomarigi.talk.errors import NotOfTwo, UnknownSender
from tomarigi.talk.kinds import Kind
from tomarigi.talk.values import Talk

_MESSAGES = [
    Kind.TEXT,
    Kind.STICKER,
    Kind.PHOTO,
    Kind.VIDEO,
    Kind.VOICE,
    Kind.FILE,
    Kind.CONTACT,
    Kind.LOCATION,
    Kind.ALBUM,
    Kind.NOTE,
    Kind.OTHER,
]
_NOBODY = ("", "Unknown", "Auto-reply")
"""Senders that are no person: notices, accounts that are gone, greetings of the app."""
_TWO = 2


def people_in(talk: Talk) -> Sequence[str]:
    """The senders who are people, the most frequent first."""
    counted = (
        talk.messages.filter(~pl.col("sender").is_in(_NOBODY), pl.col("kind") != Kind.SYSTEM)
        .group_by("sender")
        .len()
        .sort("len", "sender", descending=[True, False])
    )
    names: list[str] = counted["sender"].to_list()
    return names


def me_in(talk: Talk) -> str | None:
    """Whose history it is, by its title; `None` where that has to be asked."""
    people = people_in(talk)
    left = [name for name in people if name != talk.other]
    return left[0] if talk.other in people and len(people) == _TWO else None


def turns_of(talk: Talk, *, me: str) -> pl.DataFrame:
    """The history of two as turns.

    Args:
        talk: a history of two.
        me: one's own name in it.

    Returns:
        n rows in the order of the file: `sent_at`, `mine` (Boolean), `message` (Boolean: something
        written or sent), `attempt` (Boolean: a call without a talk), `call` (Boolean: a call that
        was answered), `unsent` (Boolean). Notices are left out.

    Raises:
        NotOfTwo: more than two people speak.
        UnknownSender: `me` is not one of them.
    """
    people = people_in(talk)
    if me not in people:
        raise UnknownSender
    if len(people) > _TWO:
        raise NotOfTwo(people=len(people))
    kind = pl.col("kind")
    own_unsent = (pl.col("sender") == "") & (kind == Kind.UNSENT)
    return talk.messages.filter(pl.col("sender").is_in(people) | own_unsent).select(
        "sent_at",
        mine=(pl.col("sender") == me) | own_unsent,
        message=kind.is_in([str(one) for one in _MESSAGES]),
        attempt=kind == Kind.MISSED_CALL,
        call=kind == Kind.CALL,
        unsent=kind == Kind.UNSENT,
    )
