"""Where a Japanese line may break: at phrase ends, found by BudouX and mended where it errs.

A line that ends on 「もう」 or begins with 「いる」 stumbles when it is read at night.
"""

import re
from functools import cache, lru_cache
from itertools import pairwise

import budoux
from django.utils.translation import get_language

_WHOLE = (
    "たいせつ",
    "いのち",
    "ことば",
    "とまりぎ",
    "ひらく",
    "ください",
    "かもしれない",
    "あなた",
    "送りたいことばを",
)
"""Words that BudouX cuts in two."""

_NEVER_LAST = re.compile(
    r"(?:^|[、。「『 　])(?:この|その|あの|もう|また|いま|まだ|急に|だれ|何)$"
    r"|(?:もう一度|急に)$"
)
_NEVER_FIRST = re.compile(
    r"(?:して|いる|いま|ます|です|こと|もの|とき)(?:[^ぁ-ん]|$)|[、。」』）・ー]"
)
_BETWEEN_WORDS = re.compile(r"(?<=[^ぁ-んァ-ヶ一-龠。、！？」』）])[ \n]+(?=[^\sぁ-んァ-ヶ一-龠])")
"""Where words are set apart by spaces, as in English."""
_COUNTED = re.compile(r"\d[\d,]*\s?(?:時|分|回|日|月|年|字|秒)")


def phrases(text: str) -> list[str]:
    """Cut a text into pieces between which a line may break; joined they give the text.

    An empty text has no pieces. Never inside a number with its counter.
    """
    if not text:
        return []
    cuts = _cuts(_budoux().parse(text)) | {found.end() for found in _BETWEEN_WORDS.finditer(text)}
    cuts -= _inside(text)
    edges = [0, *sorted(cuts), len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


@lru_cache(maxsize=2048)
def phrases_of_a_fixed_text(text: str) -> tuple[str, ...]:
    """The same, remembered. Only for our own sentences: private words are never kept."""
    return tuple(phrases(text))


def _cuts(pieces: list[str]) -> set[int]:
    cuts, at = set(), 0
    for piece, following in pairwise(pieces):
        at += len(piece)
        if not _NEVER_LAST.search(piece) and not _NEVER_FIRST.match(following):
            cuts.add(at)
    return cuts


def _inside(text: str) -> set[int]:
    inside = {
        at for found in _COUNTED.finditer(text) for at in range(found.start() + 1, found.end())
    }
    for word in _WHOLE:
        for found in re.finditer(re.escape(word), text):
            inside.update(range(found.start() + 1, found.end()))
    return inside


@cache
def _budoux() -> budoux.Parser:
    return budoux.load_default_japanese_parser()


_COUNTS = [
    "ひとつ",
    "ふたつ",
    "みっつ",
    "よっつ",
    "いつつ",
    "むっつ",
    "ななつ",
    "やっつ",
    "ここのつ",
    "とお",
]


def counted(number: int) -> str:
    """How many, as one says it softly: ひとつ to とお in Japanese, digits otherwise."""
    japanese = (get_language() or "ja").startswith("ja")
    return _COUNTS[number - 1] if japanese and 1 <= number <= len(_COUNTS) else str(number)
