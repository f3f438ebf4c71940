"""Counts of a history: by day, by hour and weekday, by who begins."""

import polars as pl

NIGHT_FROM, NIGHT_UNTIL = 23, 5
"""Hours of the night; what is sent then is most often regretted."""
HARD_HOURS = 3


def by_day(turns: pl.DataFrame) -> pl.DataFrame:
    """What each side sent on each day.

    Returns:
        One row for every day from the first to the last, days without anything too: `day`, `mine`
        and `theirs` (messages), `my_attempts` and `their_attempts` (calls without a talk), `calls`
        (that were answered), `my_unsent` and `their_unsent` (lines taken back).
    """
    counted = _count(turns.with_columns(day=pl.col("sent_at").dt.date()))
    if counted.is_empty():
        return counted
    every = pl.date_range(counted["day"][0], counted["day"][-1], eager=True).alias("day")
    return every.to_frame().join(counted, on="day", how="left").fill_null(0).sort("day")


def _count(turns: pl.DataFrame) -> pl.DataFrame:
    mine = pl.col("mine")
    return (
        turns.group_by("day")
        .agg(
            mine=(mine & pl.col("message")).sum(),
            theirs=(~mine & pl.col("message")).sum(),
            my_attempts=(mine & pl.col("attempt")).sum(),
            their_attempts=(~mine & pl.col("attempt")).sum(),
            calls=pl.col("call").sum(),
            my_unsent=(mine & pl.col("unsent")).sum(),
            their_unsent=(~mine & pl.col("unsent")).sum(),
        )
        .sort("day")
    )


def days_begun(turns: pl.DataFrame) -> tuple[int, int]:
    """On how many days one oneself, and the other, sent the first message.

    A day goes from midnight to midnight; what runs on past it counts as begun anew.
    """
    first = (
        turns.filter("message")
        .group_by(pl.col("sent_at").dt.date().alias("day"))
        .agg(pl.col("mine").first())
    )
    mine = int(first["mine"].sum())
    return mine, first.height - mine


def night_share(turns: pl.DataFrame) -> float | None:
    """The share, 0..1, of one's own messages sent between 23:00 and 05:00; `None` without any."""
    own = turns.filter("mine", "message")
    hour = own["sent_at"].dt.hour()
    at_night = (hour >= NIGHT_FROM) | (hour < NIGHT_UNTIL)
    return int(at_night.sum()) / own.height if own.height else None


def by_hour(turns: pl.DataFrame) -> tuple[tuple[int, ...], ...]:
    """One's own messages by weekday (7, Monday first) and hour (24)."""
    own = turns.filter("mine", "message").select(
        weekday=pl.col("sent_at").dt.weekday() - 1, hour=pl.col("sent_at").dt.hour()
    )
    counted = {
        (day, hour): count for day, hour, count in own.group_by("weekday", "hour").len().rows()
    }
    return tuple(tuple(counted.get((day, hour), 0) for hour in range(24)) for day in range(7))


def hard_from(hours: tuple[tuple[int, ...], ...]) -> int | None:
    """The hour at which the `HARD_HOURS` hours begin in which one writes most; `None` without any.

    Over all weekdays, around midnight too.
    """
    by = [sum(day[hour] for day in hours) for hour in range(24)]
    if not sum(by):
        return None
    return max(range(24), key=lambda hour: sum(by[(hour + at) % 24] for at in range(HARD_HOURS)))
