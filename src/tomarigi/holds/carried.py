"""What words carried, in names only: kept, sealed, also after the words themselves are erased."""

import json
from dataclasses import dataclass
from typing import Self

from tomarigi.reading import Flag, Label, Reading


@dataclass(frozen=True, slots=True)
class Carried:
    """The labels and flags of a reading, and what the person found wrong in it.

    `set_aside` holds (number of the segment, label): findings that are not shown again.
    """

    labels: tuple[Label, ...]
    safety: tuple[Flag, ...]
    set_aside: frozenset[tuple[int, Label]] = frozenset()

    @classmethod
    def of(cls, reading: Reading) -> Self:
        """What this reading carries."""
        return cls(labels=reading.labels, safety=reading.safety)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what `to_json` wrote. Names that a newer version no longer knows are dropped."""
        rows = json.loads(text)
        return cls(
            labels=tuple(Label(name) for name in rows["labels"] if name in set(Label)),
            safety=tuple(Flag(name) for name in rows["safety"] if name in set(Flag)),
            set_aside=frozenset(
                (segment, Label(name)) for segment, name in rows["set_aside"] if name in set(Label)
            ),
        )

    def to_json(self) -> str:
        """One line of JSON, to be sealed."""
        aside = sorted([segment, str(label)] for segment, label in self.set_aside)
        return json.dumps(
            {"labels": list(self.labels), "safety": list(self.safety), "set_aside": aside}
        )
