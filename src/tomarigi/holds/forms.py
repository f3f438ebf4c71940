"""What comes in from a page, checked by form. No model, no act."""

from datetime import time
from typing import Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import gettext_lazy as _

from tomarigi.holds.timing import RestUntil
from tomarigi.reading import MOST_CHARACTERS


class TypedWords(forms.CharField):
    """Words as they were typed: every space and line break stays, even a stray NUL."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 passed on to Django
        super().__init__(strip=False, **options)
        self.validators = [
            one for one in self.validators if not isinstance(one, ProhibitNullCharactersValidator)
        ]

    def to_python(self, value: object) -> str:
        """The text with the line breaks that were typed; browsers send CR LF."""
        return (super().to_python(value) or "").replace("\r\n", "\n")


class WordsForm(forms.Form):
    """Words to lay down."""

    text = TypedWords(
        max_length=MOST_CHARACTERS,
        error_messages={
            "required": _("まだ、ことばがありません。"),
            "max_length": _("長すぎて、読めませんでした。"),
        },
    )

    def clean_text(self) -> str:
        """Refuse white space alone."""
        text: str = self.cleaned_data["text"]
        if not text.strip():
            raise forms.ValidationError(_("まだ、ことばがありません。"), code="required")
        return text

    @property
    def refusal(self) -> str:
        """Why the text was refused, in a sentence; empty when it was not."""
        return str(next(iter(self.errors.get("text", ())), ""))

    @property
    def is_too_long(self) -> bool:
        """Whether the text was refused for its length."""
        return self.has_error("text", "max_length")


class WaveForm(forms.Form):
    """An urge of 0 to 10, or none given; and by when quiet is expected."""

    wave = forms.IntegerField(min_value=0, max_value=10, required=False)
    quiet = forms.ChoiceField(
        choices=[(one, one) for one in ("", "10", "20", "45", "morning")], required=False
    )

    def expectation(self) -> RestUntil | None:
        """When the person thinks the wave will have passed; `None` when they don't say."""
        quiet = self.cleaned_data["quiet"]
        if not quiet:
            return None
        return RestUntil() if quiet == "morning" else RestUntil(minutes=int(quiet))


class RestForm(forms.Form):
    """How long the words rest."""

    until = forms.ChoiceField(
        choices=[(one, one) for one in ("today", "20", "60", "morning", "clock")]
    )
    clock = forms.TimeField(required=False)

    def clean(self) -> dict[str, object]:
        """A time of the clock is needed only where it was chosen."""
        cleaned: dict[str, object] = super().clean() or {}
        if cleaned.get("until") == "clock" and not isinstance(cleaned.get("clock"), time):
            self.add_error(
                "clock", forms.ValidationError(_("時刻をえらぶと、置けます。"), code="required")
            )
        return cleaned

    @property
    def not_today(self) -> bool:
        """Whether the words rest because nothing is sent today."""
        return bool(self.cleaned_data["until"] == "today")

    def rest_until(self) -> RestUntil:
        """The end of the rest."""
        until = self.cleaned_data["until"]
        if until == "clock":
            return RestUntil(clock=self.cleaned_data["clock"])
        if until == "today":
            return RestUntil(tomorrow=True)
        return RestUntil(minutes=int(until)) if until.isdigit() else RestUntil()
