"""What this room gives a person who takes everything away. Erasing goes by cascade."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from tomarigi.holds import glosses, services
from tomarigi.holds.access import own_holds
from tomarigi.holds.models import Hold
from tomarigi.people.models import Person
from tomarigi.people.privacy import Page, Room


def pages(person: Person) -> Iterator[Page]:
    """Every hold with its words, what they carried, its wave and its outcome; oldest first."""
    for hold in own_holds(person).prefetch_related("waves").order_by("laid_at", "id"):
        yield Page(heading=_moment(hold.laid_at), lines=tuple(_lines(person, hold)))


def _lines(person: Person, hold: Hold) -> Iterator[str]:
    words = services.words_until_erased(person, hold)
    own_words = services.own_words_of(person, hold)
    if words is not None:
        yield _("置いたことば")
        yield from words.split("\n")
    if own_words is not None:
        yield _("自分のためのことば")
        yield from own_words.split("\n")
    labels = [str(glosses.NAMES[label]) for label in services.carried_by(person, hold).labels]
    if labels:
        yield _("読み：%(labels)s") % {"labels": "、".join(labels)}
    for wave in hold.waves.all():
        yield _("波：%(at)s に %(urge)d") % {"at": _moment(wave.at), "urge": wave.urge_0_10}
    if hold.expects_quiet_at is not None:
        yield _("しずまると思っていた時：%(at)s") % {"at": _moment(hold.expects_quiet_at)}
    yield _("そのあと：%(outcome)s") % {"outcome": glosses.OUTCOMES[hold.outcome]}
    if hold.ended_at is not None:
        yield _("終わった時：%(at)s") % {"at": _moment(hold.ended_at)}
    if hold.waiting_ended_at is not None:
        yield _("待つのをやめた時：%(at)s") % {"at": _moment(hold.waiting_ended_at)}


def _moment(at: datetime) -> str:
    return date_format(localtime(at), "Y-m-d H:i")


ROOM = Room(name="holds", export=pages)
