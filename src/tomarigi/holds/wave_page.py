"""The page of one wave: the scale, the picture, and what they say in one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from django.utils.translation import ngettext

from tomarigi.common.help import HelpStrip
from tomarigi.holds.models import Hold
from tomarigi.holds.pages import Asking, HoldFacts
from tomarigi.holds.services import carried_by
from tomarigi.holds.timing import Moment, falls_on, moment_of
from tomarigi.people.models import Person
from tomarigi.pictures import WavePoint, WaveWords, draw_wave

MOMENT_NAMES: dict[Moment, Promise | str] = {
    Moment.LAID: later("置いた"),
    Moment.TEN: later("10分"),
    Moment.TWENTY: later("20分"),
    Moment.FORTY_FIVE: later("45分"),
    Moment.MORNING: later("翌朝"),
}

QUIET_CHOICES: tuple[tuple[str, Promise | str], ...] = (
    ("10", later("10分後")),
    ("20", later("20分後")),
    ("45", later("45分後")),
    ("morning", later("つぎの朝")),
    ("", later("わからない")),
)

_MORNING_PLACE = 720.0
"""Where the picture keeps its morning, however long the night was."""


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """One step of the scale: its number and the path of the little wave of that height."""

    urge_0_10: int
    path: str


def scale() -> tuple[ScaleStep, ...]:
    """The eleven steps, 0 to 10."""
    return tuple(
        ScaleStep(
            step, f"M2 13Q6 {13 - 2.1 * step:.1f} 10 13T18 13T26 13T34 13" if step else "M2 13H34"
        )
        for step in range(11)
    )


@dataclass(frozen=True, slots=True)
class WaveRow:
    """One answer as the table under the picture has it."""

    at: datetime
    urge_0_10: int


@dataclass(frozen=True, slots=True)
class WavePicturePart:
    """The picture, its sentence and its table."""

    svg: SafeString
    says: str
    rows: tuple[WaveRow, ...]


def wave_picture(hold: Hold) -> WavePicturePart | None:
    """The picture of a hold's wave; `None` before the first answer."""
    waves = list(hold.waves.all())
    if not waves:
        return None
    felt = [WavePoint(_minutes(wave.at, hold), wave.urge_0_10) for wave in waves]
    quiet_at = None if hold.expects_quiet_at is None else _minutes(hold.expects_quiet_at, hold)
    says = _finding(felt, quiet_at=quiet_at, names=[_place(wave.at, hold) for wave in waves])
    words = WaveWords(
        title=_("この波のようす"),
        finding=says,
        felt=_("感じた波"),
        expected=_("はじめの予想"),
        places=tuple(str(name) for name in MOMENT_NAMES.values()),  # type: ignore[arg-type]  # five
    )
    # The SVG is built by an XML writer from numbers and our own words: nothing to escape.
    svg = mark_safe(draw_wave(felt, quiet_at=quiet_at, words=words).svg)  # noqa: S308 see above
    rows = tuple(WaveRow(wave.at, wave.urge_0_10) for wave in waves)
    return WavePicturePart(svg=svg, says=says, rows=rows)


def _minutes(at: datetime, hold: Hold) -> float:
    zone = get_current_timezone()
    morning = falls_on(Moment.MORNING, laid_at=hold.laid_at, zone=zone)
    if at >= morning:
        return _MORNING_PLACE
    return max((at - hold.laid_at).total_seconds() / 60, 0)


def _place(at: datetime, hold: Hold) -> Moment:
    return moment_of(at, laid_at=hold.laid_at, zone=get_current_timezone())


def _finding(felt: Sequence[WavePoint], *, quiet_at: float | None, names: Sequence[Moment]) -> str:
    first, last = felt[0].urge_0_10, felt[-1].urge_0_10
    if len(felt) == 1:
        return _("置いたときの波は、%(first)d。") % {"first": first}
    when = _when(felt[-1], names[-1])
    said = _("置いたときは%(first)d、%(when)s%(last)d。") % {
        "first": first,
        "when": when,
        "last": last,
    }
    return said + _beside_the_guess(felt[0], felt[-1], quiet_at)


def _when(point: WavePoint, moment: Moment) -> str:
    if moment is Moment.MORNING:
        return _("翌朝は")
    minutes = round(point.minutes)
    return ngettext("%(minutes)d分たって", "%(minutes)d分たって", minutes) % {"minutes": minutes}


def _beside_the_guess(first: WavePoint, last: WavePoint, quiet_at: float | None) -> str:
    if quiet_at is None or quiet_at <= first.minutes:
        return ""
    share = min((last.minutes - first.minutes) / (quiet_at - first.minutes), 1.0)
    guessed = first.urge_0_10 * (1 - share)
    if last.urge_0_10 > first.urge_0_10:
        return _("はじめの予想より、高いところにいます。下がらない夜も、よくあります。")
    if last.urge_0_10 < guessed - 0.5:
        return _("はじめの予想より、低いところにいます。")
    if last.urge_0_10 > guessed + 0.5:
        return _("はじめの予想より、ゆっくりです。下がらない夜も、よくあります。")
    return _("はじめの予想と、同じくらいです。")


@dataclass(frozen=True, slots=True)
class WavePage:
    """All that `holds/wave.html` may use."""

    hold: HoldFacts
    scale: tuple[ScaleStep, ...]
    asks_expectation: bool
    quiet_choices: tuple[tuple[str, Promise | str], ...]
    picture: WavePicturePart | None
    asking: Asking
    help: HelpStrip | None

    @classmethod
    def of(cls, person: Person, hold: Hold, *, now: datetime) -> Self:
        """The page of this hold's wave at this moment."""
        strip = HelpStrip.of(carried_by(person, hold).safety)
        first = not hold.waves.exists() and hold.expects_quiet_at is None
        return cls(
            hold=HoldFacts.of(hold, now=now),
            scale=scale(),
            asks_expectation=first and (strip is None or strip.may_wait),
            quiet_choices=QUIET_CHOICES,
            picture=wave_picture(hold),
            asking=Asking.of(hold, now=now),
            help=strip,
        )
