"""Waiting as time to an event, where the last wait is still open.

Leaving open waits out makes silences look short (right-censoring; Klein & Moeschberger 2003,
ch. 3). Two estimators are all we need, so they stand here instead of a library that brings pandas
and Matplotlib; the tests hold them against printed examples and lifelines.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

Z_95 = 1.959963984540054
_STEPS, _CLOSE = 50, 1e-9
_TOO_FAR = 20.0
"""A coefficient beyond this means that the estimate runs away (complete separation)."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A Kaplan-Meier curve: the share still waiting just after each time, with its 95 % band.

    All of equal length; `hours` ascending, the times at which an answer came. `at_risk` is how many
    were still waiting just before.
    """

    hours: Floats
    waiting: Floats
    low: Floats
    high: Floats
    at_risk: Floats

    def median(self) -> float | None:
        """The hours after which half had an answer; `None` where half never had."""
        reached = np.flatnonzero(self.waiting <= 0.5)  # noqa: PLR2004 half
        return float(self.hours[reached[0]]) if len(reached) else None


def kaplan_meier(hours: Floats, answered: Mask) -> Curve:
    """Estimate how long an answer is waited for (Kaplan & Meier 1958).

    Args:
        hours: n waits, >= 0.
        answered: whether each ended with an answer; the others were open when the record ended.

    Returns:
        The curve with pointwise bands on the log-log scale (Kalbfleisch & Prentice 2002, 1.4.1);
        empty where nothing was answered.
    """
    times, deaths = np.unique(hours[answered], return_counts=True)
    ordered = np.sort(hours)
    at_risk = (len(hours) - np.searchsorted(ordered, times, "left")).astype(float)
    waiting = np.cumprod(1 - deaths / at_risk)
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = np.cumsum(deaths / (at_risk * (at_risk - deaths)))
        spread = Z_95 * np.sqrt(variance) / np.abs(np.log(waiting))
        low = waiting ** np.exp(spread)
        high = waiting ** np.exp(-spread)
    inside = (waiting > 0) & (waiting < 1)
    return Curve(
        hours=times,
        waiting=waiting,
        low=np.where(inside, low, waiting),
        high=np.where(inside, high, waiting),
        at_risk=at_risk,
    )


@dataclass(frozen=True, slots=True)
class HazardRatio:
    """By what the hazard of an answer is multiplied for one more of the covariate."""

    ratio: float
    low: float
    high: float
    answers: int


def cox(start: Floats, stop: Floats, answered: Mask, covariate: Floats) -> HazardRatio | None:
    """Fit a Cox model with one covariate that changes with time (Cox 1972; Efron 1977 for ties).

    Args:
        start: n spells begin here, hours since the first message of a silence.
        stop: and end here, > `start`.
        answered: whether the spell ended with an answer.
        covariate: its value during the spell.

    Returns:
        The ratio with its 95 % Wald interval; `None` where it cannot be estimated: no answers, a
        covariate that never differs, or one that parts answers and silences completely.
    """
    ties = _Ties.of(start, stop, answered, covariate)
    beta = 0.0
    for _ in range(_STEPS):
        slope, curvature = ties.derivatives(beta)
        if curvature <= _CLOSE or not np.isfinite(slope):
            return None
        step = float(np.clip(slope / curvature, -1.0, 1.0))
        beta += step
        if abs(beta) > _TOO_FAR:
            return None
        if abs(step) < _CLOSE:
            break
    _, curvature = ties.derivatives(beta)
    half = Z_95 / np.sqrt(curvature)
    return HazardRatio(
        ratio=float(np.exp(beta)),
        low=float(np.exp(beta - half)),
        high=float(np.exp(beta + half)),
        answers=int(answered.sum()),
    )


@dataclass(frozen=True, slots=True)
class _Ties:
    """Spells sorted once, so that the sums over those at risk are differences of running sums."""

    by_start: Floats
    by_stop: Floats
    covariate_by_start: Floats
    covariate_by_stop: Floats
    of_answers: Floats
    times: Floats
    group: npt.NDArray[np.int64]
    share: Floats
    """Of each answer: its tie group, and how far into the group it stands (Efron's l / d)."""

    @classmethod
    def of(cls, start: Floats, stop: Floats, answered: Mask, covariate: Floats) -> "_Ties":
        first, last = np.argsort(start, kind="stable"), np.argsort(stop, kind="stable")
        order = np.argsort(stop[answered], kind="stable")
        ends = stop[answered][order]
        times, group, counts = np.unique(ends, return_inverse=True, return_counts=True)
        within = np.arange(len(ends)) - np.searchsorted(ends, times, "left")[group]
        return cls(
            by_start=start[first],
            by_stop=stop[last],
            covariate_by_start=covariate[first],
            covariate_by_stop=covariate[last],
            of_answers=covariate[answered][order],
            times=times,
            group=group,
            share=within / counts[group],
        )

    def derivatives(self, beta: float) -> tuple[float, float]:
        """Slope of the log partial likelihood, and its curvature with the sign turned."""
        sums = []
        for power in (0, 1, 2):
            at_risk = self._at_risk(beta, power)[self.group]
            tied = self._of_ties(beta, power)[self.group]
            sums.append(at_risk - self.share * tied)
        mean = sums[1] / sums[0]
        slope = float((self.of_answers - mean).sum())
        return slope, float((sums[2] / sums[0] - mean**2).sum())

    def _at_risk(self, beta: float, power: int) -> Floats:
        begun = _running(np.exp(beta * self.covariate_by_start) * self.covariate_by_start**power)
        ended = _running(np.exp(beta * self.covariate_by_stop) * self.covariate_by_stop**power)
        since = begun[np.searchsorted(self.by_start, self.times, "left")]
        over = ended[np.searchsorted(self.by_stop, self.times, "left")]
        at_risk: Floats = since - over
        return at_risk

    def _of_ties(self, beta: float, power: int) -> Floats:
        weight = np.exp(beta * self.of_answers) * self.of_answers**power
        tied: Floats = np.bincount(self.group, weight, len(self.times)).astype(np.float64)
        return tied


def _running(values: Floats) -> Floats:
    return np.append(0.0, np.cumsum(values))
