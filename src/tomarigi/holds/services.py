"""What can be done with words laid down: one function an act, safe to do twice."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import get_current_timezone

from tomarigi.holds.access import own_holds
from tomarigi.holds.carried import Carried
from tomarigi.holds.models import Hold, Wave
from tomarigi.holds.sameness import NEARLY_THE_SAME, likeness
from tomarigi.holds.timing import RestUntil
from tomarigi.people.keys import check_key, open_for, seal_for
from tomarigi.people.models import Person
from tomarigi.people.privacy import owe_scrub, scrub
from tomarigi.reading import Label, read

UNDO_FOR = timedelta(days=1)
"""How long words that were let go can be taken back before they are erased."""

A_DAY = timedelta(days=1)

SECOND_TAP = timedelta(seconds=10)
"""The very same words within this time are one act."""


@transaction.atomic
def lay_down(person: Person, words: str, *, at: datetime) -> Hold:
    """Seal words and what they carry, and note when they nearly repeat words of this day.

    Raises:
        TextTooLong: more than can be read. Nothing is stored.
        SealBroken: the person's key does not open here. Nothing is stored that nobody could read.
    """
    check_key(person)
    just_now = _just_laid(person, words, at=at)
    if just_now is not None:
        return just_now
    carried = Carried.of(read(words))
    return Hold.objects.create(
        owner=person,
        words=seal_for(person, words),
        carried=seal_for(person, carried.to_json()),
        laid_at=at,
        returns_to=_first_of_the_same(person, words, at=at),
    )


def words_of(person: Person, hold: Hold) -> str | None:
    """The words as they were laid down; `None` once they are erased or let go."""
    if hold.words is None or hold.outcome == Hold.Outcome.LET_GO:
        return None
    return open_for(person, hold.words)


def words_until_erased(person: Person, hold: Hold) -> str | None:
    """The words also while they are let go and can still be taken back: for taking them away."""
    return None if hold.words is None else open_for(person, hold.words)


def own_words_of(person: Person, hold: Hold) -> str | None:
    """What the person wrote for themselves instead; `None` when there is nothing."""
    return None if hold.own_words is None else open_for(person, hold.own_words)


def carried_by(person: Person, hold: Hold) -> Carried:
    """What the words carried, also when the words are gone."""
    return Carried.from_json(open_for(person, hold.carried))


@transaction.atomic
def set_aside(person: Person, hold: Hold, found: Iterable[tuple[int, Label]]) -> None:
    """Note where the reader was wrong: these labels of these segments are not shown again.

    It replaces what was set aside before, so that a person can also change it back.
    """
    carried = replace(carried_by(person, hold), set_aside=frozenset(found))
    Hold.objects.filter(id=hold.id).update(carried=seal_for(person, carried.to_json()))


def note_wave(*, hold_id: int, urge_0_10: int, at: datetime) -> None:
    """Note how high the wave is. A second answer within a minute replaces the first."""
    with transaction.atomic():
        Wave.objects.filter(hold_id=hold_id, at__gt=at - timedelta(minutes=1)).delete()
        Wave.objects.create(hold_id=hold_id, urge_0_10=urge_0_10, at=at)


def expect_quiet(*, hold_id: int, until: RestUntil, laid_at: datetime) -> None:
    """Note when the person thinks the wave will have passed. The first guess stays."""
    by = until.end(after=laid_at, zone=get_current_timezone())
    Hold.objects.filter(id=hold_id, expects_quiet_at=None).update(expects_quiet_at=by)


def rest(*, hold_id: int, until: RestUntil, at: datetime, not_today: bool = False) -> bool:
    """Let open words rest. False when they had ended already."""
    chosen = Hold.Rest.NOT_TODAY if not_today else Hold.Rest.A_WHILE
    ends_at = until.end(after=at, zone=get_current_timezone())
    rested = Hold.objects.filter(id=hold_id, outcome=Hold.Outcome.OPEN).update(
        rest=chosen, rests_until=ends_at
    )
    return rested == 1


def end(*, hold_id: int, outcome: Hold.Outcome, at: datetime) -> bool:
    """End open words in one of the ways a person chooses. False when they had ended already."""
    ended = Hold.objects.filter(id=hold_id, outcome=Hold.Outcome.OPEN).update(
        outcome=outcome, ended_at=at
    )
    return ended == 1


def take_back(*, hold_id: int) -> bool:
    """Undo an ending while the words are still here. False when there is nothing to undo."""
    taken = (
        Hold.objects.filter(id=hold_id, words__isnull=False)
        .exclude(outcome=Hold.Outcome.OPEN)
        .update(outcome=Hold.Outcome.OPEN, ended_at=None, waiting_ended_at=None)
    )
    return taken == 1


def write_own_words(person: Person, hold: Hold, words: str) -> None:
    """Keep what the person wrote for themselves, sealed.

    Raises:
        SealBroken: the person's key does not open here. What was there before stays.
    """
    check_key(person)
    Hold.objects.filter(id=hold.id).update(own_words=seal_for(person, words))


def end_waiting(*, hold_id: int, at: datetime) -> bool:
    """Close the waiting that followed a sent message. False when there was none open."""
    ended = Hold.objects.filter(
        id=hold_id, outcome=Hold.Outcome.SENT, waiting_ended_at=None
    ).update(waiting_ended_at=at)
    return ended == 1


def erase_let_go(*, at: datetime) -> int:
    """Erase for good the words that were let go more than a day ago; how many there were."""
    erased = Hold.objects.filter(
        outcome=Hold.Outcome.LET_GO, ended_at__lt=at - UNDO_FOR, words__isnull=False
    ).update(words=None, own_words=None)
    if erased:
        owe_scrub()
        scrub()
    return erased


def delete(*, hold_id: int) -> None:
    """Delete a hold with its words and waves, for good."""
    owe_scrub()
    Hold.objects.filter(id=hold_id).delete()
    scrub()


def _just_laid(person: Person, words: str, *, at: datetime) -> Hold | None:
    """The hold that a second tap on a slow phone would lay down again."""
    newest = own_holds(person).filter(laid_at__gt=at - SECOND_TAP, words__isnull=False).first()
    same = newest is not None and open_for(person, newest.words or b"") == words
    return newest if same else None


def _first_of_the_same(person: Person, words: str, *, at: datetime) -> Hold | None:
    """The first hold of this day with nearly the same words."""
    today = own_holds(person).filter(laid_at__gt=at - A_DAY, words__isnull=False)
    for earlier in today.order_by("laid_at", "id"):
        if likeness(words, open_for(person, earlier.words or b"")) >= NEARLY_THE_SAME:
            return earlier.returns_to or earlier
    return None
