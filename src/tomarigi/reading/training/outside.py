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

from tomarigi.reading import Reading, read
from tomarigi.reading.labels import Flag, Label
from tomarigi.reading.training import judge

BINS = 10


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


def calibration_error(messages: Sequence[judge.Labelled]) -> float:
    """Expected calibration error of the labels found, ten bins of equal width (Naeini et al. 2015).

    A label found in several segments of a message is as sure as the surest of them.
    """
    found = [(one.labels, _confidences(read(one.text))) for one in messages]
    rows = [(sure, label in labels) for labels, one in found for label, sure in one.items()]
    confidence, right = (np.array(column, float) for column in zip(*rows, strict=True))
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    gaps = np.bincount(bins, confidence - right, BINS)
    return float(np.abs(gaps).sum() / len(rows))


def _confidences(reading: Reading) -> dict[Label, float]:
    surest: dict[Label, float] = {}
    for segment in reading.segments:
        for one in segment.findings:
            surest[one.label] = max(surest.get(one.label, 0.0), one.confidence)
    return surest


def main() -> None:
    """Print the figures of all the files together."""
    messages = [one for path in sys.argv[1:] for one in load(Path(path))]
    figures = asdict(figures_of(messages)) | {
        "calibration_error": calibration_error(messages),
        "messages": len(messages),
    }
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
