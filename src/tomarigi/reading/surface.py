"""What the letters alone say: character n-grams and patterns, linear beside the encoder.

The encoder knows meaning and misses set phrases it saw a dozen times; n-grams know nothing but such
phrases. Their logits are added. N-grams are hashed and found without a loop over the text, and the
part of each in a label can be told exactly.
"""

from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import IO, Self

import numpy as np
import numpy.typing as npt

from tomarigi.reading.errors import WeightsUnusable
from tomarigi.reading.patterns import Match, matches
from tomarigi.reading.plain import plain

Floats = npt.NDArray[np.float32]

LONGEST = 5
"""Characters in the longest n-gram."""
PATTERN_VALUE = 0.5
"""What a matching pattern counts beside n-grams, whose values have length 1 together."""

_START, _END = "\x02", "\x03"
_PRIME = np.uint64(1_099_511_628_211)  # of the 64-bit FNV hash
_OFFSET = np.uint64(14_695_981_039_346_656_037)


@dataclass(frozen=True, slots=True)
class Seen:
    """A text by its letters.

    `keys` are its n-grams (uint64), which cover `start` to `end` (excluded) of the plain text;
    `origin` leads from there to the text as given.
    """

    keys: npt.NDArray[np.uint64]
    start: npt.NDArray[np.int64]
    end: npt.NDArray[np.int64]
    matches: tuple[Match, ...]
    origin: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        """Find the n-grams of 1 to `LONGEST` characters, edges marked, and the patterns."""
        known = plain(text)
        letters = known.text.lower() if len(known.text.lower()) == len(known.text) else known.text
        points = np.array([ord(one) for one in _START + letters + _END], dtype=np.uint64)
        hashed = np.full(len(points), _OFFSET, dtype=np.uint64)
        keys, starts, ends = [], [], []
        for size in range(1, min(LONGEST, len(points)) + 1):
            following = points[size - 1 :]
            hashed = (hashed[: len(following)] ^ following) * _PRIME
            begin = np.arange(len(following)) - 1
            keys.append(hashed)
            starts.append(begin)
            ends.append(begin + size)
        return cls(
            keys=np.concatenate(keys),
            start=np.clip(np.concatenate(starts), 0, len(letters)),
            end=np.clip(np.concatenate(ends), 0, len(letters)),
            matches=tuple(matches(letters)),
            origin=known.origin,
        )


@dataclass(frozen=True, slots=True)
class Surface:
    """The weights: n known n-grams, p patterns, o outputs.

    `keys` (n,) sorted, `rarity` (n,), `grams` (n, o), `patterns` (p, o), `bias` (o,).
    """

    keys: npt.NDArray[np.uint64]
    rarity: Floats
    grams: Floats
    patterns: Floats
    bias: Floats

    @classmethod
    def from_file(cls, file: IO[bytes]) -> Self:
        """Read what `to_file` wrote."""
        with np.load(file) as held:
            arrays = {one.name: held[one.name] for one in fields(cls)}
        return cls(
            **{
                name: values if name == "keys" else values.astype(np.float32)
                for name, values in arrays.items()
            }
        )

    def to_file(self, file: IO[bytes]) -> None:
        """Write the weights, floats in half precision."""
        arrays = {one.name: getattr(self, one.name) for one in fields(self)}
        np.savez_compressed(
            file,
            **{
                name: values if name == "keys" else values.astype(np.float16)
                for name, values in arrays.items()
            },
        )

    def known(self, seen: Seen) -> tuple[npt.NDArray[np.int64], Floats]:
        """The rows of the known n-grams, each once, and their values, of length 1 together."""
        return look_up(self.keys, self.rarity, seen)

    def logits(self, seen: Seen) -> Floats:
        """(o,): what the letters say of each output."""
        rows, values = self.known(seen)
        matched = [match.pattern for match in seen.matches]
        logits: Floats = values @ self.grams[rows] + self.bias
        logits += PATTERN_VALUE * self.patterns[matched].sum(axis=0)
        return logits

    def parts(self, seen: Seen, output: int, length: int) -> Floats:
        """(length,): what each character of the text as given adds to one output."""
        shared = np.zeros(len(seen.origin) + 1)
        rows, values = self.known(seen)
        if len(rows):
            at = np.minimum(np.searchsorted(self.keys[rows], seen.keys), len(rows) - 1)
            hit = self.keys[rows][at] == seen.keys
            # An n-gram that stands several times shares its value between its places.
            times = np.bincount(at[hit], minlength=len(rows))
            worth = (values * self.grams[rows, output] / np.maximum(times, 1))[at[hit]]
            start, end = seen.start[hit], seen.end[hit]
            worth = worth / np.maximum(end - start, 1)
            np.add.at(shared, start, worth)
            np.add.at(shared, end, -worth)
        for match in seen.matches:
            worth_each = PATTERN_VALUE * float(self.patterns[match.pattern, output])
            worth_each /= max(match.span.end - match.span.start, 1)
            shared[match.span.start] += worth_each
            shared[match.span.end] -= worth_each
        parts = np.zeros(length, np.float32)
        np.add.at(parts, list(seen.origin), np.cumsum(shared)[:-1])
        return parts


def look_up(
    keys: npt.NDArray[np.uint64], rarity: Floats, seen: Seen
) -> tuple[npt.NDArray[np.int64], Floats]:
    """Rows of the n-grams of a text that are among `keys`, and their values."""
    wanted = np.unique(seen.keys)
    rows = np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0))
    rows = rows[keys[rows] == wanted] if len(keys) else rows[:0]
    values = rarity[rows]
    return rows, values / max(float(np.sqrt((values**2).sum())), 1e-9)


@cache
def shipped_surface() -> Surface:
    """The letters' weights of this package.

    Raises:
        WeightsUnusable: the file is missing.
    """
    path = resources.files(__package__).joinpath("weights", "surface.npz")
    try:
        with path.open("rb") as file:
            return Surface.from_file(file)
    except FileNotFoundError as error:
        raise WeightsUnusable("no letters; run python -m tomarigi.reading.train") from error
