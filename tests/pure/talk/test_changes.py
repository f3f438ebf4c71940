from datetime import date, timedelta

import numpy as np
import polars as pl

from tomarigi.talk.changes import changes_in

MONDAY = date(2024, 1, 1)


def days(mine: list[int], theirs: list[int]) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "day": [MONDAY + timedelta(days=at) for at in range(len(mine))],
            "mine": mine,
            "theirs": theirs,
        }
    )


def test_a_plain_change_is_found_in_its_week() -> None:
    found = changes_in(days([5] * 70 + [20] * 70, [5] * 70 + [1] * 70))
    assert list(found) == [MONDAY + timedelta(days=70)]


def test_a_few_weeks_are_never_cut() -> None:
    assert list(changes_in(days([5] * 20 + [50] * 20, [5] * 40))) == []


def test_counts_by_chance_are_seldom_cut() -> None:
    rng = np.random.default_rng(7)
    cut = [
        bool(changes_in(days(rng.poisson(6, 210).tolist(), rng.poisson(4, 210).tolist())))
        for _ in range(100)
    ]
    assert sum(cut) <= 10
