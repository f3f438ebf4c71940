"""What is stored of words laid down. Whatever a person wrote, or tells of it, is sealed."""

from django.db import models
from django.db.models import Q

from tomarigi.people.models import Person


class Hold(models.Model):
    """A message laid down instead of sent.

    `words` and `own_words` are sealed texts; null once erased or never written. `carried` is
    sealed JSON: what the words carried (label and flag names), kept when the words are let go.
    """

    class Outcome(models.TextChoices):
        """How it went on. The four that a person chooses are equals."""

        OPEN = "open"
        LET_GO = "let_go"
        KEPT = "kept"
        REWORDED = "reworded"
        SENT = "sent"
        PRACTICAL = "practical"

    class Rest(models.TextChoices):
        """What was chosen when it was laid down."""

        UNDECIDED = "undecided"
        NOT_TODAY = "not_today"
        A_WHILE = "a_while"

    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="holds")
    words = models.BinaryField(null=True)
    own_words = models.BinaryField(null=True)
    carried = models.BinaryField()
    laid_at = models.DateTimeField()
    rest = models.CharField(max_length=16, choices=Rest.choices, default=Rest.UNDECIDED)
    rests_until = models.DateTimeField(null=True)
    expects_quiet_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=16, choices=Outcome.choices, default=Outcome.OPEN)
    ended_at = models.DateTimeField(null=True)
    waiting_ended_at = models.DateTimeField(null=True)
    # The earlier hold of which these are nearly the same words, on the same day.
    returns_to = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, related_name="returns"
    )

    class Meta:
        ordering = ("-laid_at", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(outcome="open", ended_at=None)
                | (~Q(outcome="open") & Q(ended_at__isnull=False)),
                name="hold_ended_when_it_has_an_outcome",
            ),
            models.CheckConstraint(
                condition=Q(waiting_ended_at=None) | Q(outcome="sent"),
                name="hold_waits_only_when_sent",
            ),
        )

    def __str__(self) -> str:
        return f"hold {self.pk}"


class Wave(models.Model):
    """How high the urge to send was at one moment, 0 (quiet) to 10 (highest)."""

    hold = models.ForeignKey(Hold, on_delete=models.CASCADE, related_name="waves")
    at = models.DateTimeField()
    urge_0_10 = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("at", "id")
        constraints = (
            models.CheckConstraint(condition=Q(urge_0_10__lte=10), name="wave_urge_0_10"),
        )

    def __str__(self) -> str:
        return f"wave {self.pk}"
