"""Whether a text is in a language the reader has learnt: Japanese, also in romaji, or English.

By its letters; for Latin letters by small words that are English alone, and by the shape of
syllables. A text that says too little of its language is taken as read.
"""

import re
import unicodedata
from collections import Counter
from typing import Literal

FEWEST_LETTERS, FEWEST_HAN, FEWEST_WORDS = 6, 13, 5
JAPANESE_SHARE, ENGLISH_SHARE, SYLLABLES_SHARE = 0.15, 0.1, 0.7
"""From these shares of letters or words on a text counts as Japanese, as English, as romaji."""

_Script = Literal["kana", "han", "latin", "other"]

# Words that Spanish, French, German, Portuguese or Italian have too are left out.
_ENGLISH = frozenset(
    re.findall(
        r"\S+",
        "about after all always and are back because been before but by can can't come could did "
        "didn't doesn't don't for from get going gonna good got had has have her his how i'd i'll "
        "i'm i've if it it's its just know last let like love miss more my need never now of off "
        "only our out over please pls really right said she she's some sorry still sure take than "
        "thank thanks that that's the their them then there they this time today too u up want "
        "was we we're were what when where who why with won't won would yes you you'd you'll "
        "you're you've your yours",
    )
)
_ROMAJI = re.compile(r"(?:(?:[kstcnhmyrwgzjdbpf]|[kgnhmrbp]y|sh|ch|ts)?[aiueo]|n|([kstp])(?=\1))+")


def is_language_read(text: str) -> bool:
    """Whether the reader has learnt the language of a text, as far as its letters tell."""
    scripts = Counter(_script(one) for one in text if one.isalpha())
    letters = scripts.total()
    if letters < FEWEST_LETTERS:
        return True
    if scripts["kana"] >= JAPANESE_SHARE * letters:
        return True
    if scripts["latin"] > letters / 2:
        return _is_english_or_romaji(text)
    return scripts["other"] <= letters / 2 and scripts["han"] < FEWEST_HAN


def _script(letter: str) -> _Script:
    name = unicodedata.name(letter, "")
    if "HIRAGANA" in name or "KATAKANA" in name:
        return "kana"
    if name.startswith("CJK"):
        return "han"
    return "latin" if "LATIN" in name else "other"


def _is_english_or_romaji(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text.casefold())
    english = sum(one.replace("’", "'") in _ENGLISH for one in words)
    syllables = sum(_ROMAJI.fullmatch(one) is not None for one in words)
    return (
        len(words) < FEWEST_WORDS
        or english >= ENGLISH_SHARE * len(words)
        or syllables >= SYLLABLES_SHARE * len(words)
    )
