"""Learning the names in a file whose separator is a space.

Names hold spaces too. A name is what keeps coming back after the clock with something after it; the
longest that fits is taken.
"""

import polars as pl

_LONGEST = 4
"""Words in the longest name we look for."""
_OFTEN = 2
_NO_NAME = r" (?:[☎?] |通話時間|通话时间|Call time).*"
"""What an app writes after a name."""
_OF_SHORTER = 0.45
"""A longer beginning is the name where at least so many of the shorter one's lines have it."""
_ENOUGH, _MOST = 4000, 200
"""Lines that show how a first word goes on, and first words that are looked at."""


def learn_names(rests: pl.Series) -> list[str]:
    """The names in what stands after the clocks, the longest first.

    Args:
        rests: one string a line, as printed.
    """
    firsts = (
        pl.DataFrame(
            {"first": first_words(rests), "followed": rests.str.contains(" ", literal=True)}
        )
        .group_by("first", maintain_order=True)
        .agg(pl.len().alias("times"), pl.col("followed").all().alias("always"))
        .filter("always")
        .sort("times", descending=True, maintain_order=True)
        .head(_MOST)
    )
    often = firsts.filter(pl.col("times") >= _OFTEN)["first"].to_list()
    if not often:
        # Everybody spoke once: the first word is all there is.
        return sorted(firsts["first"].to_list(), key=_by_length)
    names = [name for first in often for name in _starting_with(first, rests)]
    return sorted(names, key=_by_length)


def first_words(rests: pl.Series) -> pl.Series:
    """What stands before the first space; all, where there is none."""
    return rests.str.extract("^([^ ]*)")


def _by_length(name: str) -> tuple[int, str]:
    return -len(name), name


def _starting_with(first: str, rests: pl.Series) -> list[str]:
    """The names that begin with a first word, by how its lines go on."""
    rows = rests.str.starts_with(first + " ").arg_true()
    lines = rests.gather(rows.gather_every(max(1, len(rows) // _ENOUGH)))
    lines = lines.str.replace(_NO_NAME, " -")
    counts = [_beginnings(lines, words) for words in range(1, _LONGEST + 1)]
    return _longer(first, len(lines), counts, 1)


def _beginnings(lines: pl.Series, words: int) -> dict[str, int]:
    """How often each beginning of so many words stands there; 0 where nothing follows it once."""
    parts = lines.str.splitn(" ", words + 1).struct.unnest()
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


def name_lengths(rests: pl.Series, names: list[str]) -> pl.Series:
    """How many characters of each string are a name with a space after it; 0 where none is."""
    lengths = pl.lit(0, dtype=pl.Int64)
    for name in reversed(names):
        begins = pl.col("rest").str.starts_with(name + " ")
        lengths = pl.when(begins).then(len(name)).otherwise(lengths)
    return pl.DataFrame({"rest": rests}).select(lengths.alias("length")).to_series()
