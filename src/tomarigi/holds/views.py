"""HTTP in and out of this room."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tomarigi.common.pages import page
from tomarigi.holds import services
from tomarigi.holds.access import own_hold
from tomarigi.holds.forms import RestForm, WaveForm, WordsForm
from tomarigi.holds.models import Hold
from tomarigi.holds.screens import (
    DeletePage,
    EndedPage,
    HoldPage,
    HomePage,
    OutcomePage,
    OwnWordsPage,
    PastPage,
    PracticalPage,
    ReadingPage,
)
from tomarigi.holds.wave_page import WavePage
from tomarigi.people.access import PersonRequest, person_here, person_required
from tomarigi.people.services import welcome
from tomarigi.reading import Label

OK, UNPROCESSABLE = 200, 422
MOST_DIGITS = 5
"""Of the number of a segment; there are at most 20,000."""


@require_http_methods(["GET", "HEAD", "POST"])
def home(request: HttpRequest) -> HttpResponse:
    """The one box. Laying down answers with the reading; a refusal gives the words back."""
    if request.method == "POST":
        form = WordsForm(request.POST)
        if form.is_valid():
            person = welcome(at=now())
            hold = services.lay_down(person, form.cleaned_data["text"], at=now())
            return redirect("reading", hold_id=hold.pk)
        refused = HomePage.of(person_here(), form=form, now=now())
        return page(request, "holds/home.html", refused, status=UNPROCESSABLE)
    return page(request, "holds/home.html", HomePage.of(person_here(), form=None, now=now()))


@require_safe
@person_required
def reading(request: PersonRequest, hold_id: int) -> HttpResponse:
    """The words, read. Danger is answered before, and in its place until the person asks."""
    hold = own_hold(request.person, hold_id)
    if services.words_of(request.person, hold) is None:
        return redirect("hold", hold_id=hold.pk)
    shown = ReadingPage.of(request.person, hold, asked="read" in request.GET)
    return page(request, "holds/reading.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def mend(request: PersonRequest, hold_id: int) -> HttpResponse:
    """Say where the reader was wrong."""
    hold = own_hold(request.person, hold_id)
    if services.words_of(request.person, hold) is None:
        return redirect("hold", hold_id=hold.pk)
    if request.method == "POST":
        services.set_aside(request.person, hold, _marked_wrong(request))
        return redirect("reading", hold_id=hold.pk)
    return page(request, "holds/mend.html", ReadingPage.of(request.person, hold, asked=True))


def _marked_wrong(request: HttpRequest) -> list[tuple[int, Label]]:
    """`wrong=3:pursuit` fields as pairs; what is none of that form is passed over."""
    pairs = (value.partition(":") for value in request.POST.getlist("wrong"))
    return [
        (int(number), Label(label))
        for number, _, label in pairs
        if number.isascii()
        and number.isdigit()
        and len(number) <= MOST_DIGITS
        and label in set(Label)
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def wave(request: PersonRequest, hold_id: int) -> HttpResponse:
    """Ask how high the wave is, and show it."""
    hold = own_hold(request.person, hold_id)
    form = WaveForm(request.POST) if request.method == "POST" else None
    if form is not None and form.is_valid():
        _note(hold, form)
        undecided = hold.rest == Hold.Rest.UNDECIDED and hold.outcome == Hold.Outcome.OPEN
        return redirect("hold" if undecided else "wave", hold_id=hold.pk)
    status = UNPROCESSABLE if form else OK
    return page(
        request, "holds/wave.html", WavePage.of(request.person, hold, now=now()), status=status
    )


def _note(hold: Hold, form: WaveForm) -> None:
    urge, expectation = form.cleaned_data["wave"], form.expectation()
    if expectation is not None:
        services.expect_quiet(hold_id=hold.pk, until=expectation, laid_at=hold.laid_at)
    if urge is not None:
        services.note_wave(hold_id=hold.pk, urge_0_10=urge, at=now())


@require_safe
@person_required
def hold(request: PersonRequest, hold_id: int) -> HttpResponse:
    """One hold as it is now: the choice, its rest, or what came after."""
    found = own_hold(request.person, hold_id)
    opened = "open" in request.GET
    if found.outcome != Hold.Outcome.OPEN:
        ended = EndedPage.of(request.person, found, opened=opened, now=now())
        return page(request, "holds/ended.html", ended)
    shown = HoldPage.of(request.person, found, opened=opened, now=now())
    template = "holds/choose.html" if shown.chooses else "holds/resting.html"
    return page(request, template, shown)


@require_POST
@person_required
def rest(request: PersonRequest, hold_id: int) -> HttpResponse:
    """Let the words rest."""
    found = own_hold(request.person, hold_id)
    form = RestForm(request.POST)
    if not form.is_valid():
        refused = HoldPage.of(request.person, found, opened=False, now=now(), refused=True)
        return page(request, "holds/choose.html", refused, status=UNPROCESSABLE)
    services.rest(hold_id=found.pk, until=form.rest_until(), at=now(), not_today=form.not_today)
    return redirect("hold", hold_id=found.pk)


@require_safe
@person_required
def choose(request: PersonRequest, hold_id: int) -> HttpResponse:
    """The choice again, for words that already rest."""
    found = own_hold(request.person, hold_id)
    if found.outcome != Hold.Outcome.OPEN:
        return redirect("hold", hold_id=found.pk)
    shown = HoldPage.of(request.person, found, opened=False, now=now())
    return page(request, "holds/choose.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def practical(request: PersonRequest, hold_id: int) -> HttpResponse:
    """What needs settling, taken out of the rest. It is not held."""
    found = own_hold(request.person, hold_id)
    if request.method == "POST":
        services.end(hold_id=found.pk, outcome=Hold.Outcome.PRACTICAL, at=now())
        return redirect("hold", hold_id=found.pk)
    if services.words_of(request.person, found) is None:
        return redirect("hold", hold_id=found.pk)
    return page(request, "holds/practical.html", PracticalPage.of(request.person, found, now=now()))


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def outcome(request: PersonRequest, hold_id: int) -> HttpResponse:
    """What came after: four equals."""
    found = own_hold(request.person, hold_id)
    chosen = request.POST.get("outcome")
    if request.method == "POST" and chosen in OutcomePage.CHOICES:
        services.end(hold_id=found.pk, outcome=Hold.Outcome(chosen), at=now())
        reworded = chosen == Hold.Outcome.REWORDED
        return redirect("own_words" if reworded else "hold", hold_id=found.pk)
    if found.outcome != Hold.Outcome.OPEN:
        return redirect("hold", hold_id=found.pk)
    opened = "open" in request.GET
    shown = OutcomePage.of(request.person, found, opened=opened, now=now())
    return page(request, "holds/outcome.html", shown)


@require_POST
@person_required
def take_back(request: PersonRequest, hold_id: int) -> HttpResponse:
    """Undo an ending while the words are still here."""
    found = own_hold(request.person, hold_id)
    services.take_back(hold_id=found.pk)
    return redirect("hold", hold_id=found.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def own_words(request: PersonRequest, hold_id: int) -> HttpResponse:
    """Words for oneself instead of the other person."""
    found = own_hold(request.person, hold_id)
    if found.outcome != Hold.Outcome.REWORDED:
        if request.method == "POST":
            raise Http404  # its page gives back what was typed
        return redirect("hold", hold_id=found.pk)
    form = WordsForm(request.POST) if request.method == "POST" else None
    if form is not None and form.is_valid():
        services.write_own_words(request.person, found, form.cleaned_data["text"])
        return redirect("hold", hold_id=found.pk)
    shown = OwnWordsPage.of(request.person, found, form=form, now=now())
    return page(request, "holds/own_words.html", shown, status=UNPROCESSABLE if form else OK)


@require_POST
@person_required
def end_waiting(request: PersonRequest, hold_id: int) -> HttpResponse:
    """Close the waiting that followed a sent message."""
    found = own_hold(request.person, hold_id)
    services.end_waiting(hold_id=found.pk, at=now())
    return redirect("hold", hold_id=found.pk)


@require_safe
def past(request: HttpRequest) -> HttpResponse:
    """What has rested here."""
    return page(
        request,
        "holds/past.html",
        PastPage.of(person_here(), now=now(), deleted="deleted" in request.GET),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def delete(request: PersonRequest, hold_id: int) -> HttpResponse:
    """Delete a hold for good, after one question."""
    found = own_hold(request.person, hold_id)
    if request.method == "POST":
        services.delete(hold_id=found.pk)
        return redirect(reverse("past") + "?deleted")
    return page(request, "holds/delete.html", DeletePage.of(found, now=now()))
