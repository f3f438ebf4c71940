"""All that the templates of this room may use."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from django.utils.functional import Promise
from django.utils.timezone import get_current_timezone

from tomarigi.holds import glosses
from tomarigi.holds.carried import Carried
from tomarigi.holds.marking import Piece, marked
from tomarigi.holds.models import Hold
from tomarigi.holds.timing import Moment, asked_next, asked_now
from tomarigi.reading import Beneath, Flag, Label, Reading, Segment, Side, is_language_read, read

Words = Promise | str

_NOT_NOW = (Beneath.CARE, Beneath.HOPE)
MOST_GUESSES = 2
"""How many guesses about what lies beneath are offered at once."""


@dataclass(frozen=True, slots=True)
class Gloss:
    """One label of one sentence: its name and what the sentence does."""

    label: Label
    segment: int
    name: Words
    says: Words
    side: Side
    set_aside: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is shown: its marked words, then what they do."""

    pieces: tuple[Piece, ...]
    glosses: tuple[Gloss, ...]


@dataclass(frozen=True, slots=True)
class Guess:
    """Something that may lie beneath, and why it is natural."""

    says: Words
    natural: Words


@dataclass(frozen=True, slots=True)
class ReadWords:
    """A message as it was read, ready to be shown."""

    sentences: tuple[Sentence, ...]
    legend: tuple[tuple[Side, Words, Words], ...]
    guesses: tuple[Guess, ...]
    trusts: bool
    foreign: bool

    @classmethod
    def of(cls, text: str, carried: Carried) -> Self:
        """Read a text and leave out what the person has set aside.

        Where life is in danger nothing is called small talk, and who is being harmed is not
        told of care or trust: the reader is not sure enough for that. Of a language it has not
        learnt it says nothing.
        """
        reading, foreign = read(text), not is_language_read(text)
        if foreign:
            reading = reading.unlabelled
        set_aside = carried.set_aside | _unsaid(reading, carried)
        harmed = Flag.ABUSE_RECEIVED in carried.safety
        names = {label: str(name) for label, name in glosses.NAMES.items()}
        sentences = tuple(
            Sentence(
                pieces=marked(_without(number, segment, set_aside), text, names),
                glosses=_glosses(number, segment, set_aside),
            )
            for number, segment in enumerate(reading.segments)
            if segment.span.of(text).strip()
        )
        kept = _kept(reading, set_aside)
        sides = {label.side for label in kept.labels}
        return cls(
            sentences=sentences,
            legend=tuple((side, *glosses.SIDES[side]) for side in Side if side in sides),
            guesses=_guesses([one for one in kept.underneath if not (harmed and one in _NOT_NOW)]),
            trusts=Label.RESPECT in kept.labels and not harmed,
            foreign=foreign,
        )

    @property
    def says_something(self) -> bool:
        """Whether a finding was made that a person can find wrong."""
        return any(one.glosses for one in self.sentences)


def _unsaid(reading: Reading, carried: Carried) -> frozenset[tuple[int, Label]]:
    if Flag.SELF_HARM not in carried.safety:
        return frozenset()
    return frozenset(
        (number, label)
        for number, segment in enumerate(reading.segments)
        for label in segment.labels
        if label.side is Side.PLAIN
    )


def _guesses(underneath: Sequence[Beneath]) -> tuple[Guess, ...]:
    return tuple(
        Guess(glosses.BENEATH[beneath], glosses.WHY_NATURAL[beneath])
        for beneath in underneath[:MOST_GUESSES]
    )


def _without(number: int, segment: Segment, set_aside: frozenset[tuple[int, Label]]) -> Segment:
    found = tuple(one for one in segment.findings if (number, one.label) not in set_aside)
    return Segment(span=segment.span, findings=found)


def _kept(reading: Reading, set_aside: frozenset[tuple[int, Label]]) -> Reading:
    segments = (_without(number, one, set_aside) for number, one in enumerate(reading.segments))
    return Reading(segments=tuple(segments), safety=reading.safety)


def _glosses(
    number: int, segment: Segment, set_aside: frozenset[tuple[int, Label]]
) -> tuple[Gloss, ...]:
    return tuple(
        Gloss(
            label=one.label,
            segment=number,
            name=glosses.NAMES[one.label],
            says=(glosses.GLOSSES if one.is_sure else glosses.PERHAPS)[one.label],
            side=one.label.side,
            set_aside=(number, one.label) in set_aside,
        )
        for one in segment.findings
    )


@dataclass(frozen=True, slots=True)
class HoldFacts:
    """What every page of one hold knows, without a word of it."""

    id: int
    laid_at: datetime
    outcome: str
    rest: str
    rests_until: datetime | None
    resting: bool
    can_take_back: bool

    @classmethod
    def of(cls, hold: Hold, *, now: datetime) -> Self:
        """The facts of a stored hold at this moment."""
        return cls(
            id=hold.pk,
            laid_at=hold.laid_at,
            outcome=hold.outcome,
            rest=hold.rest,
            rests_until=hold.rests_until,
            resting=hold.rests_until is not None and hold.rests_until > now,
            can_take_back=hold.words is not None and hold.outcome != Hold.Outcome.OPEN,
        )


@dataclass(frozen=True, slots=True)
class Asking:
    """Whether a wave is asked about now, and when it will be next."""

    now: Moment | None
    next_at: datetime | None
    milliseconds: int | None

    @classmethod
    def of(cls, hold: Hold, *, now: datetime) -> Self:
        """What is asked of this hold at this moment."""
        zone = get_current_timezone()
        waves_at = [wave.at for wave in hold.waves.all()]
        next_at = asked_next(laid_at=hold.laid_at, now=now, zone=zone)
        return cls(
            now=asked_now(waves_at, laid_at=hold.laid_at, now=now, zone=zone),
            next_at=next_at,
            milliseconds=None if next_at is None else int((next_at - now).total_seconds() * 1000),
        )


@dataclass(frozen=True, slots=True)
class PastRow:
    """One line of what rested here: no words, no title."""

    hold: HoldFacts
    outcome: Words
    highest: int | None
    last: int | None


def past_rows(holds: Sequence[Hold], *, now: datetime) -> tuple[PastRow, ...]:
    """The rows of これまで, newest first."""
    rows = []
    for hold in holds:
        urges = [wave.urge_0_10 for wave in hold.waves.all()]
        rows.append(
            PastRow(
                hold=HoldFacts.of(hold, now=now),
                outcome=glosses.OUTCOMES[hold.outcome],
                highest=max(urges, default=None),
                last=urges[-1] if urges else None,
            )
        )
    return tuple(rows)
