"""The shipped reader on messages of another hand.

    python -m tomarigi.reading.training.outside FILE...

A FILE has a JSON object a line: `text`, `safety`, and the `labels` of the whole message or, as in a
part of the corpus, those of its `segments`. What comes out are the figures of `read` as it ships,
thresholds, rules and all.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tomarigi.reading import read
from tomarigi.reading.labels import Flag, Label
from tomarigi.reading.training import judge


@dataclass(frozen=True, slots=True)
class Outside:
    """A message whose labels are known as a whole, not by segment."""

    text: str
    labels: frozenset[Label]
    safety: frozenset[Flag]


def load(path: Path) -> list[Outside]:
    """Read a file of messages."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [
        Outside(
            text=row["text"],
            labels=frozenset(map(Label, _labels(row))),
            safety=frozenset(map(Flag, row["safety"])),
        )
        for row in rows
    ]


def _labels(row: dict[str, Any]) -> Iterator[str]:
    yield from row.get("labels", ())
    for segment in row.get("segments", ()):
        yield from segment["labels"]


def figures_of(messages: Sequence[judge.Labelled]) -> judge.Figures:
    """What `read` makes of the messages."""
    readings = [read(one.text) for one in messages]
    found = np.array([[label in one.labels for label in Label] for one in readings])
    raised = np.array([[flag in one.safety for flag in Flag] for one in readings])
    wanted, dangers = judge.truth(messages)
    return judge.figures(found, wanted, raised, dangers)


if __name__ == "__main__":
    everything = [one for path in sys.argv[1:] for one in load(Path(path))]
    print(json.dumps(asdict(figures_of(everything)), indent=1))
