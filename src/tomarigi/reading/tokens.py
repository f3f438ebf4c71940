"""Text cut into the pieces that the encoder knows, with the way back to each character.

The unigram language model of SentencePiece (Kudo 2018): of all ways to cut a text into known
pieces the one with the highest sum of log-probabilities, found by dynamic programming. Our own
lines, because the usual library brings a network client along (docs/decisions/0007).
"""

import unicodedata
from dataclasses import dataclass

_SPACE = "▁"
_VOICED = "ﾞﾟ\u3099\u309a"
_NO_WAY = -1e30


@dataclass(frozen=True, slots=True)
class Tokens:
    """Numbers of pieces and, for each, the index of the first character it came from."""

    pieces: tuple[int, ...]
    start: tuple[int, ...]


class Pieces:
    """The pieces of the encoder.

    Args:
        pieces: the texts of the pieces; their place is their number.
        scores: log-probabilities, as many.
        unknown: the number that stands for a character in no piece.
    """

    def __init__(self, pieces: list[str], scores: list[float], *, unknown: int) -> None:
        self._number = {piece: number for number, piece in enumerate(pieces)}
        self._score = scores
        self._unknown = unknown
        self._longest = max(map(len, pieces))
        # As SentencePiece has it: worse than any piece, so that it is the last way out.
        self._unknown_score = min(scores) - 10.0

    def cut(self, text: str) -> Tokens:
        """Cut a text; linear in its length. Nothing but the mark of a beginning for no text."""
        plain, origin = _plain(text)
        best = [0.0] + [_NO_WAY] * len(plain)
        came_from = [0] * (len(plain) + 1)
        piece_to = [self._unknown] * (len(plain) + 1)
        for start in range(len(plain)):
            for number, end, score in self._onward(plain, start):
                if best[start] + score > best[end]:
                    best[end], came_from[end], piece_to[end] = best[start] + score, start, number
        pieces, starts, at = [], [], len(plain)
        while at > 0:
            pieces.append(piece_to[at])
            at = came_from[at]
            starts.append(origin[at])
        return Tokens(tuple(reversed(pieces)), tuple(reversed(starts)))

    def _onward(self, plain: str, start: int) -> list[tuple[int, int, float]]:
        ways = [(self._unknown, start + 1, self._unknown_score)]
        for end in range(start + 1, min(len(plain), start + self._longest) + 1):
            number = self._number.get(plain[start:end])
            if number is not None and number != self._unknown:
                ways.append((number, end, self._score[number]))
        return ways


def _plain(text: str) -> tuple[str, list[int]]:
    """The text as the encoder learnt it: one width, single spaces as marks, a mark before it."""
    plain, origin = [_SPACE], [0]
    at = 0
    while at < len(text):
        size = 2 if at + 1 < len(text) and text[at + 1] in _VOICED else 1
        for character in unicodedata.normalize("NFKC", text[at : at + size]):
            if character.isspace() and plain[-1] != _SPACE:
                plain.append(_SPACE)
                origin.append(at)
            elif not character.isspace() and unicodedata.category(character) not in _SILENT:
                plain.append(character)
                origin.append(at)
        at += size
    return "".join(plain), origin


_SILENT = frozenset({"Cc", "Cf", "Cs"})
"""Control characters, directional marks, lone surrogates."""
