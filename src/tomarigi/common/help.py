"""The help lines in the person's language, ready for a page."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tomarigi.safety import DANGERS, Flow, HelpLine, flow_for, guidance, line

HOURS_UNKNOWN = _("時間は公式で確認")


def language() -> str:
    """`ja` or `en`, whichever the page is in."""
    return "en" if (get_language() or "ja").startswith("en") else "ja"


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line as it is shown."""

    name: str
    hours: str | Promise
    note: str
    number: str | None
    dial: str | None
    chat: str | None

    @classmethod
    def of(cls, known: HelpLine) -> Self:
        """The line in the language of the page."""
        tongue = language()
        return cls(
            name=known.name[tongue],
            hours=known.hours[tongue] if known.hours else HOURS_UNKNOWN,
            note=known.note[tongue] if known.note else "",
            number=known.number,
            dial=known.dial,
            chat=known.chat,
        )


@dataclass(frozen=True, slots=True)
class HelpStrip:
    """What stands before anything else when a message speaks of danger."""

    flow: Flow
    said: str
    note: str
    lines: tuple[LineRow, ...]
    reads_at_once: bool
    may_word: bool
    may_wait: bool

    @classmethod
    def of(cls, flags: Iterable[str]) -> Self | None:
        """The strip for these safety flags; `None` when there are none.

        The first flow speaks; what any of the flows forbids is forbidden.
        """
        raised = tuple(flags)
        first = flow_for(raised)
        if first is None:
            return None
        leading = guidance(first)
        all_of_them = [guidance(flow) for flag, flow in DANGERS.items() if flag in raised]
        tongue = language()
        return cls(
            flow=first,
            said=leading.said[tongue],
            note=leading.note[tongue],
            lines=tuple(LineRow.of(line(one)) for one in leading.lines),
            reads_at_once=all(one.reads_at_once for one in all_of_them),
            may_word=all(one.may_word for one in all_of_them),
            may_wait=all(one.may_wait for one in all_of_them),
        )
