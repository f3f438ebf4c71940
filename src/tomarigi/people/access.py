"""Who is here now. On a person's own machine there is one, and no account."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse

from tomarigi.people.models import Person

P = ParamSpec("P")


class PersonRequest(HttpRequest):
    """A request from someone who is here."""

    person: Person


def person_here() -> Person | None:
    """The person of this machine; `None` before the first words and after erasing."""
    return Person.objects.order_by("id").first()


def person_required(
    view: Callable[Concatenate[PersonRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Give the view `request.person`, or answer 404 when nobody is here yet."""

    @wraps(view)
    def with_person(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        person = person_here()
        if person is None:
            raise Http404
        request.person = person  # type: ignore[attr-defined]  # this is where it comes from
        return view(request, *args, **kwargs)  # type: ignore[arg-type]  # now a PersonRequest

    return with_person
