"""Where one act ends and the next begins: a text cut into segments that cover it.

A mark that ends a sentence ends a segment, outside quotations. That alone does not do: people end
sentences with emoji, spaces, line breaks or nothing, and break lines inside them. So the encoder
says of each token whether a segment begins there.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from tomarigi.reading.values import Span

_MOST = 160
"""A stretch without any boundary is cut here at the latest."""
_MARKS, _OPEN, _CLOSE = "。！？!?", "「『（(", "」』）)"
_FULL_STOP = re.compile(r"(?<=[a-z0-9]{2})(?<!\bMrs)\.(?=\s+[A-Z])")
"""A full stop that ends an English sentence; 「Mr. Brown」 and 「9 a.m. Bring」 have none."""
_FEELING = re.compile(
    r"(?<=\w)[♡♥♪☺❤✨💓-💟💢-💧💭🙂-🙏😀-😿🤔-🤯🥰-🥺🫠-🫨\u200d\ufe0f]+(?=[ぁ-んァ-ヶ一-龠])"
)
"""Faces, hands and hearts after a word end a sentence, where another word follows."""


def split(text: str, beginnings: Iterable[int]) -> list[Span]:
    """Cut a text into segments.

    Args:
        text: as given.
        beginnings: where segments begin besides those after marks, in any order.

    Returns:
        Spans that follow each other and cover the text; none for an empty text. White space
        belongs to the segment before it.
    """
    if not text:
        return []
    cuts = {_after_space(text, at) for at in beginnings} | _after_marks(text)
    first = _after_space(text, 0)
    edges = [0, *sorted(cut for cut in cuts if first < cut < len(text)), len(text)]
    return [part for edge in pairwise(edges) for part in _at_most(*edge)]


def _after_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _after_marks(text: str) -> set[int]:
    """Where a letter or an opening quotation follows a sentence's end and white space."""
    cuts, ended, depth = set(), False, 0
    stops = {found.start() for found in _FULL_STOP.finditer(text)}
    stops |= {found.end() - 1 for found in _FEELING.finditer(text)}
    for at, one in enumerate(text):
        if ended and depth == 0 and (one.isalnum() or one in _OPEN):
            cuts.add(at)
        depth = max(depth + (one in _OPEN) - (one in _CLOSE), 0)
        ended = one in _MARKS or at in stops or (ended and one.isspace())
    return cuts


def _at_most(start: int, end: int) -> list[Span]:
    cuts = [*range(start, end, _MOST), end]
    return [Span(one, other) for one, other in pairwise(cuts) if one < other]
