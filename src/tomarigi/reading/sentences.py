"""Where one act ends and the next begins: a text cut into segments that cover it.

A mark that ends a sentence ends a segment, outside quotations. That alone does not do: people end
sentences with emoji, spaces, line breaks or nothing, and break lines inside them. So every place
between two characters gets a score from what stands around it (weights learnt from the corpus), and
a place that scores enough is a boundary too.
"""

import unicodedata
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from tomarigi.reading.values import Span

BEFORE, AFTER = 5, 3
"""How many characters on each side have a say."""

BUCKETS = 1 << 16
_PAD = "\x00"
_MOST = 160
"""A stretch without any boundary is cut here at the latest."""

_MARKS, _OPEN, _CLOSE = "。！？!?", "「『（(", "」』）)"
_KINDS = {"HIRAGANA": "h", "KATAKANA": "k", "CJK": "c", "LATIN": "l", "DIGIT": "d"}
_PRIME = np.uint64(1_099_511_628_211)


def split(text: str, weights: npt.NDArray[np.float32]) -> list[Span]:
    """Cut a text into segments.

    Args:
        text: as given.
        weights: (`BUCKETS` + 1,), the last one the bias.

    Returns:
        Spans that follow each other and cover the text; none for an empty text. White space
        belongs to the segment before it.
    """
    if not text:
        return []
    scores = weights[place_features(text)].sum(axis=1) + weights[-1]
    cuts = {int(at) + 1 for at in np.flatnonzero(scores > 0) if not text[at + 1].isspace()}
    first = len(text) - len(text.lstrip())
    edges = [0, *sorted(cut for cut in cuts | _after_marks(text) if cut > first), len(text)]
    return [part for edge in pairwise(edges) for part in _at_most(*edge)]


def _after_marks(text: str) -> set[int]:
    """Where a letter or an opening quotation follows a sentence's end and white space."""
    cuts, ended, depth = set(), False, 0
    for at, one in enumerate(text):
        if ended and depth == 0 and (one.isalnum() or one in _OPEN):
            cuts.add(at)
        depth = max(depth + (one in _OPEN) - (one in _CLOSE), 0)
        ended = one in _MARKS or (ended and one.isspace())
    return cuts


def place_features(text: str) -> npt.NDArray[np.int64]:
    """What stands around each place between two characters, as buckets.

    Returns:
        (len(text) - 1, number of features) of indices below `BUCKETS`.
    """
    points = _around([ord(one) for one in text])
    kinds = _around([ord(_kind(one)) for one in text])
    columns = [_hashed(points[:, at : at + 1], at) for at in range(BEFORE + AFTER)]
    for size in (2, 3, 4):
        for at in range(BEFORE + AFTER - size + 1):
            near = at <= BEFORE <= at + size
            if near:
                columns.append(_hashed(points[:, at : at + size], 100 * size + at))
                columns.append(_hashed(kinds[:, at : at + size], 1000 * size + at))
    columns.append(_hashed(kinds, 9999))
    return np.stack(columns, axis=1)


def _around(values: list[int]) -> npt.NDArray[np.uint64]:
    padded = np.array([0] * (BEFORE - 1) + values + [0] * AFTER, dtype=np.uint64)
    return np.lib.stride_tricks.sliding_window_view(padded, BEFORE + AFTER)[: len(values) - 1]


def _hashed(window: npt.NDArray[np.uint64], salt: int) -> npt.NDArray[np.int64]:
    hashed = np.full(len(window), 14_695_981_039_346_656_037, dtype=np.uint64)
    for column in [np.full(len(window), salt, dtype=np.uint64), *window.T]:
        hashed = (hashed ^ column) * _PRIME
    return ((hashed >> np.uint64(20)) % np.uint64(BUCKETS)).astype(np.int64)


def _kind(character: str) -> str:
    if character == "\n":
        return "n"
    if character.isspace():
        return "s"
    if character in "。！？!?…．.、,":
        return character
    name = unicodedata.name(character, "")
    kind = next((code for start, code in _KINDS.items() if start in name), None)
    return kind or unicodedata.category(character)[0]


def _at_most(start: int, end: int) -> list[Span]:
    cuts = [*range(start, end, _MOST), end]
    return [Span(one, other) for one, other in pairwise(cuts) if one < other]
