"""The room of held words."""

from django.apps import AppConfig


class HoldsConfig(AppConfig):
    """Words laid down, their waves, what came after."""

    name = "tomarigi.holds"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Take part in export."""
        from tomarigi.holds.privacy import ROOM  # noqa: PLC0415 needs the models
        from tomarigi.people.privacy import register  # noqa: PLC0415 needs the models

        register(ROOM)
