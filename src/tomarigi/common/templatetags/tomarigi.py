"""What templates say with: line breaks at phrase ends, the branch, the resting shape."""

from datetime import datetime

from django import template
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime, now
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from tomarigi.common.phrases import phrases, phrases_of_a_fixed_text

register = template.Library()

_NEAR_DAYS = {-1: later("きのうの%(time)s"), 1: later("明日の%(time)s")}


@register.filter(name="phrases")
def break_at_phrases(text: object) -> SafeString:
    """Our own sentence with `<wbr>` between phrases; in English the sentence as it is.

    Not for private words: what passes here is remembered.
    """
    words = str(text)
    if (get_language() or "ja").split("-")[0] != "ja":
        return conditional_escape(words)
    return join_with_wbr(phrases_of_a_fixed_text(words))


def join_with_wbr(pieces: tuple[str, ...] | list[str]) -> SafeString:
    """Escape each piece and allow a line break between them."""
    return mark_safe("<wbr>".join(conditional_escape(piece) for piece in pieces))  # noqa: S308 escaped


@register.simple_tag
def bird(x: float, y: float, scale: float, kind: str = "bird") -> SafeString:
    """The resting shape where it rests: `kind` is its class, at (x, y) of the picture around it."""
    return format_html(
        '<use href="#rest" class="{}" transform="translate({} {}) scale({})"/>', kind, x, y, scale
    )


@register.filter
def user_phrases(pieces: tuple[str, ...]) -> SafeString:
    """A person's words, already cut into phrases; their line breaks stay."""
    joined = join_with_wbr(pieces)
    return mark_safe(joined.replace("\n", "<br>"))  # noqa: S308 escaped piece by piece


@register.filter
def user_lines(words: str) -> SafeString:
    """A person's words as they were typed, with phrase ends; nothing is remembered."""
    return user_phrases(tuple(phrases(words)))


@register.filter
def moment(at: datetime) -> str:
    """A moment where the person is: the time today, with the day on other days."""
    here = localtime(at)
    time = date_format(here, _("G時i分") if here.minute else _("G時"))
    days = (here.date() - localtime(now()).date()).days
    if days == 0:
        return time
    if days in _NEAR_DAYS:
        return _NEAR_DAYS[days] % {"time": time}
    return _("%(day)s %(time)s") % {"day": date_format(here, _("n月j日")), "time": time}
