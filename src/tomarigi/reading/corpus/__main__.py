"""The figures of the data card: `python -m tomarigi.reading.corpus`."""

import json
import sys
from collections import Counter
from importlib import resources
from itertools import combinations
from typing import Any

from tomarigi.reading.corpus import Message, load
from tomarigi.reading.labels import Flag, Label

_SHORTEST_SHARED = 8
"""Characters. Runs this long are shared by two parts only where both use a set phrase."""


def main() -> None:
    """Print sizes, counts by label and flag, overlap between parts, and agreement."""
    messages = load()
    out = sys.stdout
    writers = {one.writer for one in messages}
    segments = sum(len(one.segments) for one in messages)
    out.write(f"{len(messages)} messages, {segments} segments, {len(writers)} writers\n\n")
    out.write("| | messages | segments |\n| --- | --- | --- |\n")
    for label in Label:
        inside = sum(label in part.labels for one in messages for part in one.segments)
        out.write(f"| `{label}` | {sum(label in one.labels for one in messages)} | {inside} |\n")
    for flag in Flag:
        out.write(f"| `{flag}` | {sum(flag in one.safety for one in messages)} | |\n")
    out.write(f"| no flag | {sum(not one.safety for one in messages)} | |\n\n")
    out.write(f"Shared runs of {_SHORTEST_SHARED} characters between parts: {_overlap(messages)}\n")
    out.write(_agreement({one.id: one for one in messages}))


def _overlap(messages: list[Message]) -> str:
    """The largest and the mean share of a part's long runs that another part has too."""
    runs: dict[str, set[str]] = {}
    for one in messages:
        ends = range(len(one.text) - _SHORTEST_SHARED + 1)
        found = {one.text[at : at + _SHORTEST_SHARED] for at in ends}
        runs.setdefault(one.part, set()).update(found)
    shares = [
        len(runs[one] & runs[other]) / min(len(runs[one]), len(runs[other]))
        for one, other in combinations(sorted(runs), 2)
    ]
    return f"mean {sum(shares) / len(shares):.2%}, most {max(shares):.2%}"


def _agreement(messages: dict[str, Message]) -> str:
    """F1 of a second, blind labelling against the first, by label; messages as units."""
    text = resources.files(__package__).joinpath("second_labels.json").read_text(encoding="utf-8")
    second: list[dict[str, Any]] = json.loads(text)
    pairs: list[tuple[set[str], set[str]]] = [
        (
            {*messages[row["id"]].labels, *messages[row["id"]].safety},
            {*(name for part in row["labels"] for name in part), *row["safety"]},
        )
        for row in second
    ]
    both, first, other = Counter[str](), Counter[str](), Counter[str]()
    for one, two in pairs:
        both.update(one & two)
        first.update(one)
        other.update(two)
    f1 = {str(name): _f1(both, first, other, (str(name),)) for name in (*Label, *Flag)}
    labels = _f1(both, first, other, tuple(map(str, Label)))
    rows = "".join(f"| `{name}` | {value:.2f} | {first[name]} |\n" for name, value in f1.items())
    return (
        f"\nA second, blind labelling of {len(pairs)} messages agrees at micro F1 {labels:.2f}, "
        f"macro {sum(f1[str(name)] for name in Label) / len(Label):.2f}.\n\n"
        f"| | F1 | in the first |\n| --- | --- | --- |\n{rows}"
    )


def _f1(
    both: Counter[str], first: Counter[str], other: Counter[str], names: tuple[str, ...]
) -> float:
    shared = sum(both[name] for name in names)
    size = sum(first[name] + other[name] for name in names)
    return 2 * shared / size if size else 0.0


if __name__ == "__main__":
    main()
