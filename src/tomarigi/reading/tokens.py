"""Text cut into the pieces that the encoder knows, with the way back to each character.

The unigram language model of SentencePiece (Kudo 2018): of all ways to cut a text into known
pieces the one with the highest sum of log-probabilities, found by dynamic programming. Our own
lines, because the usual library brings a network client along (docs/decisions/0007).
"""

from dataclasses import dataclass

from tomarigi.reading.plain import plain

_SPACE = "▁"
_NO_WAY = -1e30


@dataclass(frozen=True, slots=True)
class Tokens:
    """Numbers of pieces and, for each, the index of the first character it came from.

    The space before a word is not counted as its first character.
    """

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
        known = plain(text)
        # A space is a mark of its own, and one stands before the text.
        marked, origin = _SPACE + known.text.replace(" ", _SPACE), (0, *known.origin)
        best = [0.0] + [_NO_WAY] * len(marked)
        came_from = [0] * (len(marked) + 1)
        piece_to = [self._unknown] * (len(marked) + 1)
        for start in range(len(marked)):
            for number, end, score in self._onward(marked, start):
                if best[start] + score > best[end]:
                    best[end], came_from[end], piece_to[end] = best[start] + score, start, number
        pieces, starts, at = [], [], len(marked)
        while at > 0:
            pieces.append(piece_to[at])
            end, at = at, came_from[at]
            has_word = marked[at] == _SPACE and end - at > 1
            starts.append(origin[at + 1 if has_word else at])
        return Tokens(tuple(reversed(pieces)), tuple(reversed(starts)))

    def _onward(self, marked: str, start: int) -> list[tuple[int, int, float]]:
        ways = [(self._unknown, start + 1, self._unknown_score)]
        for end in range(start + 1, min(len(marked), start + self._longest) + 1):
            number = self._number.get(marked[start:end])
            if number is not None and number != self._unknown:
                ways.append((number, end, self._score[number]))
        return ways
