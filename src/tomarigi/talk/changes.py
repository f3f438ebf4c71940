"""When the volume of two sides changed: offered as a question, never as a verdict."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import numpy.typing as npt
import polars as pl

_SHORTEST_WEEKS = 3
_FEWEST_WEEKS = 8
"""In fewer weeks there is no telling a change from chance."""
_PER_CHANGE = 3.0
"""What one more change must gain, times log n: a day and a level of each of two sides (BIC)."""


def changes_in(days: pl.DataFrame) -> Sequence[date]:
    """Mondays at which the weekly number of messages of the two sides changed.

    PELT (Killick, Fearnhead & Eckley 2012) on weekly counts, made alike in spread by Anscombe's
    root (1948), both sides together; the spread is taken from the differences between neighbouring
    weeks, so that a bursty talk is not cut into bursts.

    Args:
        days: as `counts.by_day` gives them.

    Returns:
        The first day of each new stretch, in order; none in histories of less than eight weeks.
    """
    import ruptures  # noqa: PLC0415 brings scipy, which the first page must not pay for

    weeks = (
        days.group_by(pl.col("day").dt.truncate("1w").alias("week"))
        .agg(pl.col("mine", "theirs").sum())
        .sort("week")
    )
    if weeks.height < _FEWEST_WEEKS:
        return []
    steady = 2 * np.sqrt(weeks.select("mine", "theirs").to_numpy() + 3 / 8)
    signal = steady / _spread(steady)
    penalty = _PER_CHANGE * np.log(len(signal))
    found = ruptures.Pelt(model="l2", min_size=_SHORTEST_WEEKS, jump=1).fit_predict(signal, penalty)
    mondays: list[date] = weeks["week"].to_list()
    return [mondays[at] for at in found[:-1]]


def _spread(steady: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The spread of each side about its level, at least that of counts by chance, 1."""
    step = np.abs(np.diff(steady, axis=0))
    robust: npt.NDArray[np.float64] = np.median(step, axis=0) / (0.6745 * np.sqrt(2))
    return np.maximum(robust, 1.0)
