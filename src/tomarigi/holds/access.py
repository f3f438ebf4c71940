"""Who may see which hold."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from tomarigi.holds.models import Hold
from tomarigi.people.models import Person


def own_hold(person: Person, hold_id: int) -> Hold:
    """The person's own hold, or 404. Views get holds from here only."""
    return get_object_or_404(Hold, owner=person, id=hold_id)


def own_holds(person: Person) -> QuerySet[Hold]:
    """All of the person's holds, the newest first."""
    return Hold.objects.filter(owner=person)
