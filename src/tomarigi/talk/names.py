"""Learning the names in a file whose separator is a space (FORMATS.md 1).

Names hold spaces too. A name is what keeps coming back after the clock with something after it; the
longest that fits is taken.
"""

import re

import polars as pl

_LONGEST = 4
"""Words in the longest name we look for."""
_OFTEN = 2
_NO_NAME = r" (?:[☎?] |通話時間|通话时间|Call time).*"
"""What an app writes after a name."""
_OF_SHORTER = 0.45
"""A longer beginning is the name where at least so many of the shorter one's lines have it."""


def learn_names(rests: pl.Series) -> list[str]:
    """The names in what stands after the clocks, the longest first.

    Args:
        rests: one string a line, as printed.
    """
    if rests.is_empty():
        return []
    rests = rests.str.replace(_NO_NAME, " -")
    counts = [_beginnings(rests, words) for words in range(1, _LONGEST + 1)]
    names: list[str] = []
    for name, times in counts[0].items():
        if times >= _OFTEN:
            names += _longer(name, times, counts, 1)
    if not names:
        # Everybody spoke once: the first word is all there is.
        names = [name for name, times in counts[0].items() if times]
    return sorted(names, key=lambda name: (-len(name), name))


def _beginnings(rests: pl.Series, words: int) -> dict[str, int]:
    """How often each beginning of so many words stands there; 0 where nothing follows it once."""
    parts = rests.str.splitn(" ", words + 1).struct.unnest()
    frame = parts.select(
        name=pl.concat_str([f"field_{at}" for at in range(words)], separator=" "),
        followed=pl.col(f"field_{words}").is_not_null(),
    ).filter(pl.col("name").is_not_null())
    counted = frame.group_by("name", maintain_order=True).agg(
        pl.len().alias("times"), pl.col("followed").all().alias("always")
    )
    return {name: times if always else 0 for name, times, always in counted.rows()}


def _longer(name: str, times: int, counts: list[dict[str, int]], words: int) -> list[str]:
    if words == _LONGEST:
        return [name]
    found, left = [], times
    for other, often in counts[words].items():
        if other.startswith(name + " ") and often >= max(_OFTEN, _OF_SHORTER * times):
            found += _longer(other, often, counts, words + 1)
            left -= often
    return [*found, name] if left else found


def pattern_of(names: list[str]) -> str:
    """A pattern with the name and the body as its groups."""
    return "^(" + "|".join(map(re.escape, names)) + ") (.*)$"
