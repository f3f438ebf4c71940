"""Everything of a person as one file that any device can open and a person can read."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from tomarigi.people.privacy import Page

_RULE = "─" * 24


def as_text(pages: Iterable[Page], *, on: date) -> str:
    """Plain text: a heading, then each thing under its own. Ends with a line break."""
    parts = [_("とまりぎに置いたものの、すべてです。（%(on)s）") % {"on": on.isoformat()}]
    parts += ["\n".join([_RULE, one.heading, "", *one.lines]) for one in pages]
    return "\n\n".join(parts) + "\n"
