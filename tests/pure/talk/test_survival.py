"""Against printed examples.

Remission of leukaemia (Freireich et al. 1963; Klein & Moeschberger 2003, table 4.1), and what R's
survival package prints for it (coxph, ties = "efron").
"""

import numpy as np
import pytest

from tomarigi.talk.survival import cox, kaplan_meier

TREATED = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
RELAPSED = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
PLACEBO = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]


def test_a_curve_is_that_of_the_book() -> None:
    curve = kaplan_meier(np.array(TREATED, float), np.array(RELAPSED, bool))
    assert curve.hours.tolist() == [6, 7, 10, 13, 16, 22, 23]
    printed = [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    assert curve.waiting == pytest.approx(printed, abs=5e-4)
    assert curve.at_risk.tolist() == [21, 17, 15, 12, 11, 7, 6]
    assert curve.median() == 23


def test_a_band_holds_its_curve() -> None:
    curve = kaplan_meier(np.array(TREATED, float), np.array(RELAPSED, bool))
    # lifelines 0.30.3, KaplanMeierFitter().fit(…).confidence_interval_ at 6 and 23.
    assert (curve.low[0], curve.high[0]) == pytest.approx((0.6197, 0.9516), abs=5e-4)
    assert (curve.low[-1], curve.high[-1]) == pytest.approx((0.1880, 0.6801), abs=5e-4)


def test_where_nothing_was_answered_there_is_no_curve() -> None:
    curve = kaplan_meier(np.array([1.0, 2.0]), np.array([False, False]))
    assert len(curve.hours) == 0
    assert curve.median() is None


def test_a_ratio_is_that_of_r() -> None:
    times = np.array(TREATED + PLACEBO, float)
    relapsed = np.array(RELAPSED + [1] * 21, bool)
    on_placebo = np.array([0.0] * 21 + [1.0] * 21)
    found = cox(np.zeros(42), times, relapsed, on_placebo)
    assert found is not None
    assert (found.ratio, found.low, found.high) == pytest.approx((4.817, 2.147, 10.81), rel=1e-3)
    assert found.answers == 30


def test_cutting_spells_in_two_changes_nothing() -> None:
    times = np.array(PLACEBO, float)
    group = np.array([0.0, 1.0] * 10 + [0.0])
    whole = cox(np.zeros(21), times, np.ones(21, bool), group)
    half = times / 2
    start, stop = np.concatenate([np.zeros(21), half]), np.concatenate([half, times])
    answered = np.concatenate([np.zeros(21, bool), np.ones(21, bool)])
    assert whole is not None
    cut = cox(start, stop, answered, np.tile(group, 2))
    assert cut is not None
    assert cut.ratio == pytest.approx(whole.ratio)


def test_what_never_differs_has_no_ratio() -> None:
    ones = np.ones(5)
    assert cox(np.zeros(5), np.arange(1.0, 6.0), np.ones(5, bool), ones) is None
