"""What can be done with a person here: make room for them."""

from datetime import datetime

from django.db import transaction

from tomarigi.people.access import person_here
from tomarigi.people.keys import new_keys
from tomarigi.people.models import Person


@transaction.atomic
def welcome(*, at: datetime) -> Person:
    """The person of this machine, made with fresh keys if there is none yet."""
    person = person_here()
    if person is None:
        public, private = new_keys()
        person = Person.objects.create(public_key=public, private_key=private, came_at=at)
    return person
