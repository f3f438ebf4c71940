"""Whether two texts are nearly the same words. Plain text, no Django."""

import re
import unicodedata

NEARLY_THE_SAME = 0.55
"""From this likeness on, two messages of a day are one thing that returns. Chosen so that
endings, typos and one changed clause keep a message the same, and another message about the
same matter is its own (cases in `tests/pure/holds/test_sameness.py`)."""

_NOISE = re.compile(r"[\W_]+")
_STRETCHED = re.compile(r"(.)\1{2,}")


def likeness(one: str, other: str) -> float:
    """Dice coefficient of the two texts' character pairs, 0..1 (Dice 1945).

    Case, width, punctuation, emoji and stretched letters do not count. Two texts of nothing else
    are alike only when they are equal.
    """
    pairs, others = _pairs(one), _pairs(other)
    if not pairs or not others:
        return float(one.strip() == other.strip())
    return 2 * len(pairs & others) / (len(pairs) + len(others))


def _pairs(text: str) -> set[str]:
    plain = _NOISE.sub("", unicodedata.normalize("NFKC", text).casefold())
    plain = _STRETCHED.sub(r"\1\1", plain)
    return {plain[at : at + 2] for at in range(len(plain) - 1)} or set(plain)
