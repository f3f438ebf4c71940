"""Runs of one's own messages without an answer, and how long each message waited.

An answer is anything the other does: a message, a call, an attempt to call. A call that was
answered is a talk, whoever called.
"""

from datetime import datetime

import numpy as np
import polars as pl

from tomarigi.talk.survival import Curve, HazardRatio, cox, kaplan_meier

_HALF_A_MINUTE_H = 0.5 / 60
"""LINE prints minutes: an answer in the same minute came somewhere within it."""
FEWEST_ANSWERS, FEWEST_AFTER_THREE = 20, 10
"""Below these the hazard is not estimated: a coefficient needs ten events (Peduzzi et al. 1995) on
each side, and here there are two, one message and several."""


def spells_of(turns: pl.DataFrame, *, until: datetime) -> pl.DataFrame:
    """The wait after each of one's own messages.

    Args:
        turns: as `turns_of` gives them.
        until: when the record ends; not before the last turn. The last wait is open then.

    Returns:
        One row for each of one's own messages: `sent_at`, `run` (number of its run), `unanswered`
        (how many of the run had been sent, itself included), `start` and `stop` (hours since the
        run's first message), `answered` (Boolean: an answer ended the wait; else one's own next
        message or the end of the record did).
    """
    acts = turns.filter(pl.col("message") | pl.col("call") | pl.col("attempt"))
    # An own attempt to call is no message, and nobody's answer.
    acts = acts.filter(~(pl.col("mine") & pl.col("attempt"))).select(
        "sent_at", own=pl.col("mine") & pl.col("message")
    )
    began = pl.col("own") & ~pl.col("own").shift(1, fill_value=False)
    waits = acts.with_columns(
        run=began.cum_sum(),
        next_at=pl.col("sent_at").shift(-1),
        answered=~pl.col("own").shift(-1, fill_value=True),
    ).filter("own")
    first = pl.col("sent_at").first().over("run")
    hours = (pl.col("sent_at") - first).dt.total_seconds() / 3600
    ends = (pl.col("next_at").fill_null(until) - first).dt.total_seconds() / 3600
    return waits.select(
        "sent_at",
        "run",
        "answered",
        unanswered=pl.int_range(1, pl.len() + 1).over("run"),
        start=hours,
        stop=pl.when("answered")
        .then(pl.max_horizontal(ends, hours + _HALF_A_MINUTE_H))
        .otherwise(ends),
    )


def runs_of(spells: pl.DataFrame) -> pl.DataFrame:
    """Runs of one's own messages, each with the silence after it.

    Returns:
        One row a run, in order: `began_at`, `ended_at` (its last message), `messages`, `hours`
        (from its last message to the answer, or to the end of the record), `answered`.
    """
    return (
        spells.group_by("run", maintain_order=True)
        .agg(
            began_at=pl.col("sent_at").first(),
            ended_at=pl.col("sent_at").last(),
            messages=pl.len(),
            hours=(pl.col("stop") - pl.col("start")).last(),
            answered=pl.col("answered").last(),
        )
        .drop("run")
    )


def wait_curve(spells: pl.DataFrame) -> Curve:
    """How long an answer was waited for after the messages of `spells`.

    The wait after a message ends with an answer; it is cut, not answered, where one writes again.
    """
    hours = (spells["stop"] - spells["start"]).to_numpy()
    return kaplan_meier(hours, spells["answered"].to_numpy().astype(bool))


def hazard_of_more(spells: pl.DataFrame) -> HazardRatio | None:
    """By what each further unanswered message multiplied the hazard of an answer.

    A Cox model over all silences; the covariate is the number of one's own messages that wait. It
    assumes that the effect of one more is the same at every length and every time, that silences
    are alike but for this, and says nothing of causes: who writes again may do so because no answer
    is to be expected.

    Returns:
        `None` below `FEWEST_ANSWERS` answers, or `FEWEST_AFTER_THREE` of them to two and more.
    """
    answers = spells.filter("answered")
    to_several = answers.filter(pl.col("unanswered") > 1).height
    if answers.height < FEWEST_ANSWERS or to_several < FEWEST_AFTER_THREE:
        return None
    lasting = spells.filter(pl.col("stop") > pl.col("start"))
    return cox(
        lasting["start"].to_numpy().astype(np.float64),
        lasting["stop"].to_numpy().astype(np.float64),
        lasting["answered"].to_numpy().astype(bool),
        lasting["unanswered"].to_numpy().astype(np.float64),
    )
