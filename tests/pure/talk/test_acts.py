from collections.abc import Sequence
from datetime import date, timedelta

import polars as pl
import pytest

from tests.pure.talk.histories import ME, THEM, at, talk
from tomarigi.talk import Talk
from tomarigi.talk.acts import AT_ONCE, acts_by_week

MONDAY = date(2024, 1, 1)


def saying(*said: tuple[int, str, str]) -> Talk:
    """A history from (day of January, who, words)."""
    empty = talk(*((at("22:00", day), who) for day, who, _ in said))
    texts = empty.messages.with_columns(text=pl.Series([one[2] for one in said]))
    return Talk(
        messages=texts,
        family=empty.family,
        other=empty.other,
        saved_at=None,
        unread=(),
        order_is_sure=True,
    )


class Reader:
    """A reader that knows two words, and what it was given."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def __call__(self, texts: Sequence[str]) -> list[list[str]]:
        self.given += texts
        return [[one] if one in ("apology", "pursuit") else [] for one in texts]


def test_shares_are_of_the_week_they_stand_in() -> None:
    history = saying((1, ME, "apology"), (2, ME, "x"), (9, ME, "apology"))
    *_, last = acts_by_week(history, me=ME, labels_of=Reader())
    assert last.weeks.rows() == [
        (MONDAY, "apology", pytest.approx(0.5), 2),
        (MONDAY + timedelta(days=7), "apology", pytest.approx(1.0), 1),
    ]


def test_each_text_is_read_once_and_the_others_never() -> None:
    reader = Reader()
    history = saying((1, ME, "pursuit"), (1, THEM, "secret"), (9, ME, "pursuit"))
    *_, last = acts_by_week(history, me=ME, labels_of=reader)
    assert reader.given == ["pursuit"]
    assert (last.read, last.total) == (2, 2)


def test_what_is_known_comes_in_parts() -> None:
    history = saying(*((1, ME, f"x{number}") for number in range(AT_ONCE + 1)))
    steps = [one.read for one in acts_by_week(history, me=ME, labels_of=Reader())]
    assert steps == [AT_ONCE, AT_ONCE + 1]


def test_who_wrote_nothing_is_not_read() -> None:
    assert list(acts_by_week(saying((1, THEM, "x")), me=ME, labels_of=Reader())) == []
