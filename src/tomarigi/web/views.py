"""The pages that belong to no room: help, settings, what is shown when something goes wrong."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localtime, now
from django.utils.translation import check_for_language
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tomarigi.common.help import LineRow, language
from tomarigi.common.pages import page
from tomarigi.people import privacy
from tomarigi.people.access import PersonRequest, person_here, person_required
from tomarigi.safety import groups, lines
from tomarigi.web import take_away as taking
from tomarigi.web.surroundings import LOOK_COOKIE, LOOKS

A_YEAR = 60 * 60 * 24 * 365


@dataclass(frozen=True, slots=True)
class HelpGroup:
    """Lines that answer the same need, in the language of the page."""

    name: str
    rows: tuple[LineRow, ...]


@dataclass(frozen=True, slots=True)
class HelpPage:
    """All that `help.html` may use: data of this package, nothing of a person."""

    groups: tuple[HelpGroup, ...]
    compared_on: date


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """All that `settings.html` may use."""

    someone_here: bool


@dataclass(frozen=True, slots=True)
class NothingMore:
    """A page that needs nothing."""


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """People who can help: no database, no model, no script, nobody asked who they are."""
    tongue = language()
    shown = HelpPage(
        groups=tuple(
            HelpGroup(one.name[tongue], tuple(LineRow.of(known) for known in one.lines))
            for one in groups()
        ),
        compared_on=min(known.verified_on for known in lines()),
    )
    return page(request, "help.html", shown)


@require_safe
def settings_page(request: HttpRequest) -> HttpResponse:
    """Light, language, taking away, erasing."""
    return page(request, "settings.html", SettingsPage(someone_here=person_here() is not None))


@require_POST
def look(request: HttpRequest) -> HttpResponse:
    """Choose light: that of the device, day or night. Kept in a cookie of this browser."""
    response: HttpResponse = redirect("settings")
    chosen = request.POST.get("look", "")
    if chosen in LOOKS:
        response.set_cookie(LOOK_COOKIE, chosen, max_age=A_YEAR, samesite="Strict", httponly=True)
    return response


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Choose the language of the pages. Kept in a cookie of this browser."""
    from django.conf import settings  # noqa: PLC0415 read late so that tests may replace it

    response: HttpResponse = redirect("settings")
    chosen = request.POST.get("language", "")
    if chosen in dict(settings.LANGUAGES) and check_for_language(chosen):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, chosen, max_age=A_YEAR, samesite="Strict", httponly=True
        )
    return response


@require_POST
@person_required
def take_away(request: PersonRequest) -> HttpResponse:
    """Everything of this person as one readable file."""
    at = localtime(now())
    text = taking.as_text(privacy.export(request.person), on=at.date())
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="tomarigi-{at:%Y%m%d}.txt"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def erase(request: PersonRequest) -> HttpResponse:
    """Erase everything, after one question."""
    if request.method == "POST":
        privacy.erase(request.person)
        return page(request, "erased.html", NothingMore())
    return page(request, "erase.html", NothingMore())


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 Django's form
    """The request was refused: another host's name, or far too long."""
    return page(request, "errors/400.html", NothingMore(), status=400)


def sealed(request: HttpRequest) -> HttpResponse:
    """What is stored was sealed with another key; what was just typed is given back."""
    return page(request, "errors/sealed.html", Typed.of(request), status=500)


def form_expired(
    request: HttpRequest,
    reason: str = "",  # noqa: ARG001 Django's form
    exception: Exception | None = None,  # noqa: ARG001 Django's form
) -> HttpResponse:
    """A form without its token: what was written is given back to be laid down again."""
    return page(request, "errors/403.html", Typed.of(request), status=403)


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed into a form that could not be taken."""

    typed: str
    to_lay_down: bool

    @classmethod
    def of(cls, request: HttpRequest) -> Self:
        """The words of the refused form, so that nothing is lost.

        A form that comes from a page of another origin is not the person's.
        """
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
            return cls(typed="", to_lay_down=False)
        return cls(typed=request.POST.get("text", ""), to_lay_down=request.path == reverse("home"))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 Django's form
    """There is nothing here, or not for this person; what was just typed is given back."""
    return page(request, "errors/404.html", Typed.of(request), status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Something of ours broke; what was just typed is given back."""
    return page(request, "errors/500.html", Typed.of(request), status=500)
