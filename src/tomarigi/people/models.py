"""What is stored of a person: a pair of keys and a day. No name, no address."""

from django.db import models


class Person(models.Model):
    """Someone whose words rest here.

    `private_key` is wrapped by the key that `wrapped_by` names. A passphrase (Argon2id) will be
    a second kind of wrapping; nothing else has to change for it.
    """

    class WrappedBy(models.TextChoices):
        """What opens the private key."""

        MACHINE = "machine"

    public_key = models.BinaryField(max_length=32)
    private_key = models.BinaryField(max_length=128)
    wrapped_by = models.CharField(
        max_length=16, choices=WrappedBy.choices, default=WrappedBy.MACHINE
    )
    came_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(wrapped_by__in=["machine"]), name="person_wrapped_by_known"
            ),
        )

    def __str__(self) -> str:
        return f"person {self.pk}"
