"""Different spellings of the same words made alike, with the way back to each character.

Half-width ｶﾀｶﾅ, ＷＩＤＥ letters, odd spaces and marks that cannot be seen: what a sentence does
stays the same. Plain text is only for recognising; positions are always those of the text as given.
"""

import unicodedata
from dataclasses import dataclass

_VOICED = "ﾞﾟ\u3099\u309a"
_SILENT = frozenset({"Cc", "Cf", "Cs"})
"""Control characters, directional marks and joiners, lone surrogates."""


@dataclass(frozen=True, slots=True)
class Plain:
    """`text` and, for each of its characters, the index in the original that it came from."""

    text: str
    origin: tuple[int, ...]


def plain(text: str) -> Plain:
    """Make a text plain (NFKC, single spaces, nothing silent); linear in its length."""
    kept: list[str] = []
    origin: list[int] = []
    at = 0
    while at < len(text):
        # A half-width letter and its voicing mark are one letter.
        size = 2 if at + 1 < len(text) and text[at + 1] in _VOICED else 1
        for character in unicodedata.normalize("NFKC", text[at : at + size]):
            shown = " " if character.isspace() else character
            if shown == " " and (not kept or kept[-1] == " "):
                continue
            if shown == " " or unicodedata.category(shown) not in _SILENT:
                kept.append(shown)
                origin.append(at)
        at += size
    return Plain("".join(kept), tuple(origin))
