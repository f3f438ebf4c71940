"""The room of people."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Who is here."""

    name = "tomarigi.people"
    default_auto_field = "django.db.models.BigAutoField"
