"""One frozen dataclass a screen: all that its template may use."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Self

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import ngettext

from tomarigi.common.help import HelpStrip
from tomarigi.common.phrases import counted
from tomarigi.holds import glosses, services
from tomarigi.holds.access import own_holds
from tomarigi.holds.forms import WordsForm
from tomarigi.holds.models import Hold
from tomarigi.holds.pages import Asking, HoldFacts, PastRow, ReadWords, past_rows
from tomarigi.holds.wave_page import WavePicturePart, wave_picture
from tomarigi.people.models import Person
from tomarigi.reading import MOST_CHARACTERS, Label, read

MANY_RETURNS = 2
"""From the third time in a day, words are met as one thing that returns, not read anew."""


@dataclass(frozen=True, slots=True)
class HomePage:
    """The one box, and what rests here."""

    typed: str
    error: str
    too_long: bool
    most_characters: str
    resting: tuple[HoldFacts, ...]
    resting_says: str
    asks: HoldFacts | None

    @classmethod
    def of(cls, person: Person | None, *, form: WordsForm | None, now: datetime) -> Self:
        """The first screen for whoever is here."""
        open_holds = (
            list(own_holds(person).filter(outcome=Hold.Outcome.OPEN).prefetch_related("waves"))
            if person
            else []
        )
        resting = tuple(HoldFacts.of(one, now=now) for one in open_holds)
        back = (one for one in resting if one.rests_until is not None and not one.resting)
        return cls(
            typed=str(form["text"].value() or "") if form else "",
            error=form.refusal if form else "",
            too_long=form.is_too_long if form else False,
            most_characters=f"{MOST_CHARACTERS:,}",
            resting=resting,
            resting_says=ngettext(
                "%(count)s、ここで休んでいます", "%(count)s、ここで休んでいます", len(resting)
            )
            % {"count": counted(len(resting))},
            asks=next(back, None),
        )


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """The reading, or what comes before it."""

    hold_id: int
    laid_at: datetime
    help: HelpStrip | None
    shown: bool
    returned: int | None
    first_id: int | None
    words: ReadWords | None

    @classmethod
    def of(cls, person: Person, hold: Hold, *, asked: bool) -> Self:
        """The page of these words. `asked`: the person asked to see the reading."""
        carried = services.carried_by(person, hold)
        strip = HelpStrip.of(carried.safety)
        times = _times_today(hold)
        returned = times if times > MANY_RETURNS else None
        shown = asked or ((strip is None or strip.reads_at_once) and returned is None)
        text = services.words_of(person, hold)
        return cls(
            hold_id=hold.pk,
            laid_at=hold.laid_at,
            help=strip,
            shown=shown,
            returned=returned,
            first_id=hold.returns_to_id,
            words=ReadWords.of(text, carried) if shown and text is not None else None,
        )


def _times_today(hold: Hold) -> int:
    """How many times these words had been laid down, this one included."""
    if hold.returns_to_id is None:
        return 1
    same = Q(returns_to=hold.returns_to_id) | Q(id=hold.returns_to_id)
    today = Q(laid_at__lte=hold.laid_at, laid_at__gt=hold.laid_at - services.A_DAY)
    return Hold.objects.filter(same & today).count()


@dataclass(frozen=True, slots=True)
class HoldPage:
    """Words that rest, and the choice of how."""

    hold: HoldFacts
    words: str | None
    help: HelpStrip | None
    may_word: bool
    may_wait: bool
    chooses: bool
    refused: bool
    asking: Asking
    picture: WavePicturePart | None

    @classmethod
    def of(
        cls, person: Person, hold: Hold, *, opened: bool, now: datetime, refused: bool = False
    ) -> Self:
        """The page of an open hold."""
        strip = HelpStrip.of(services.carried_by(person, hold).safety)
        return cls(
            hold=HoldFacts.of(hold, now=now),
            words=services.words_of(person, hold) if opened else None,
            help=strip,
            may_word=strip is None or strip.may_word,
            may_wait=strip is None or strip.may_wait,
            chooses=hold.rest == Hold.Rest.UNDECIDED,
            refused=refused,
            asking=Asking.of(hold, now=now),
            picture=wave_picture(hold),
        )


@dataclass(frozen=True, slots=True)
class PracticalPage:
    """The sentences that settle something, and where to go on."""

    hold: HoldFacts
    sentences: tuple[str, ...]
    may_word: bool
    help: HelpStrip | None

    @classmethod
    def of(cls, person: Person, hold: Hold, *, now: datetime) -> Self:
        """The practical sentences of these words; none when wording is not to be spoken of."""
        strip = HelpStrip.of(services.carried_by(person, hold).safety)
        may_word = strip is None or strip.may_word
        # What someone settles before dying is not handed to them to send.
        last_words = strip is not None and not strip.reads_at_once
        text = services.words_of(person, hold) or ""
        found = tuple(
            segment.span.of(text).strip()
            for segment in read(text).segments
            if Label.PRACTICAL in segment.labels
        )
        return cls(
            hold=HoldFacts.of(hold, now=now),
            sentences=found if may_word and not last_words else (),
            may_word=may_word,
            help=strip,
        )


@dataclass(frozen=True, slots=True)
class OutcomePage:
    """The four ways it may have gone on, as equals."""

    CHOICES: ClassVar[tuple[str, ...]] = (
        Hold.Outcome.LET_GO,
        Hold.Outcome.KEPT,
        Hold.Outcome.REWORDED,
        Hold.Outcome.SENT,
    )

    hold: HoldFacts
    words: str | None
    help: HelpStrip | None

    @classmethod
    def of(cls, person: Person, hold: Hold, *, opened: bool, now: datetime) -> Self:
        """The question for an open hold."""
        return cls(
            hold=HoldFacts.of(hold, now=now),
            words=services.words_of(person, hold) if opened else None,
            help=HelpStrip.of(services.carried_by(person, hold).safety),
        )


@dataclass(frozen=True, slots=True)
class EndedPage:
    """What came after, and what can still be done."""

    hold: HoldFacts
    words: str | None
    own_words: str | None
    ended_at: datetime | None
    erased_at: datetime | None
    waiting: bool
    waiting_ended_at: datetime | None
    carried: tuple[Promise | str, ...]
    help: HelpStrip | None
    asking: Asking
    picture: WavePicturePart | None

    @classmethod
    def of(cls, person: Person, hold: Hold, *, opened: bool, now: datetime) -> Self:
        """The page of a hold that has an outcome."""
        carried = services.carried_by(person, hold)
        let_go = hold.outcome == Hold.Outcome.LET_GO
        undo_until = hold.ended_at + services.UNDO_FOR if let_go and hold.ended_at else None
        facts = HoldFacts.of(hold, now=now)
        return cls(
            hold=facts,
            words=services.words_of(person, hold) if opened else None,
            own_words=services.own_words_of(person, hold),
            ended_at=hold.ended_at,
            erased_at=undo_until if facts.can_take_back else None,
            waiting=hold.outcome == Hold.Outcome.SENT and hold.waiting_ended_at is None,
            waiting_ended_at=hold.waiting_ended_at,
            carried=tuple(glosses.NAMES[label] for label in carried.labels),
            help=HelpStrip.of(carried.safety),
            asking=Asking.of(hold, now=now),
            picture=wave_picture(hold),
        )


@dataclass(frozen=True, slots=True)
class OwnWordsPage:
    """A box for words to oneself."""

    hold: HoldFacts
    typed: str
    error: str

    @classmethod
    def of(cls, person: Person, hold: Hold, *, form: WordsForm | None, now: datetime) -> Self:
        """The box, with what is there already or was refused."""
        typed = str(form["text"].value() or "") if form else services.own_words_of(person, hold)
        return cls(
            hold=HoldFacts.of(hold, now=now),
            typed=typed or "",
            error=form.refusal if form else "",
        )


@dataclass(frozen=True, slots=True)
class PastPage:
    """Every hold, newest first, without a word of any."""

    rows: tuple[PastRow, ...]
    deleted: bool

    @classmethod
    def of(cls, person: Person | None, *, now: datetime, deleted: bool) -> Self:
        """The list for whoever is here; empty when nobody is."""
        holds = list(own_holds(person).prefetch_related("waves")) if person else []
        return cls(rows=past_rows(holds, now=now), deleted=deleted)


@dataclass(frozen=True, slots=True)
class DeletePage:
    """One question before a hold is gone."""

    hold: HoldFacts

    @classmethod
    def of(cls, hold: Hold, *, now: datetime) -> Self:
        """The question for this hold."""
        return cls(hold=HoldFacts.of(hold, now=now))
