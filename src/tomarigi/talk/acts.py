"""What one's own messages did, week by week.

The reading itself comes in from outside: this package knows no reader, and no word leaves it but to
the function given. Messages repeat; each text is read once.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from tomarigi.talk.kinds import Kind
from tomarigi.talk.values import Talk

AT_ONCE = 200
"""Texts between two reports of progress."""

LabelsOf = Callable[[Sequence[str]], Iterable[Collection[str]]]
"""The labels of each of some texts, in their order."""


@dataclass(frozen=True, slots=True)
class Acts:
    """How far the reading is, and what it found so far.

    `read` of `total` own messages; `weeks` has a row for each week and label found in it: `week`
    (its Monday), `label`, `share` (0..1 of the messages read of that week), `messages` (how many of
    that week were read).
    """

    read: int
    total: int
    weeks: pl.DataFrame


def acts_by_week(talk: Talk, *, me: str, labels_of: LabelsOf) -> Iterator[Acts]:
    """Read one's own messages, the most frequent texts first, and count their labels by week.

    Args:
        talk: a history.
        me: one's own name in it.
        labels_of: reads some texts; called again and again, so that one can stop in between.

    Yields:
        What is known after each `AT_ONCE` texts; nothing where one wrote nothing.
    """
    own = talk.messages.filter(pl.col("sender") == me, pl.col("kind") == Kind.TEXT).select(
        "text", week=pl.col("sent_at").dt.truncate("1w").dt.date()
    )
    texts = own.group_by("text").agg("week", pl.len().alias("times")).sort("times", descending=True)
    found, sent = Counter[tuple[date, str]](), Counter[date]()
    for at in range(0, texts.height, AT_ONCE):
        some = texts.slice(at, AT_ONCE)
        labels = labels_of(some["text"].to_list())
        for weeks, names in zip(some["week"].to_list(), labels, strict=True):
            times = Counter(weeks)
            sent.update(times)
            for week, count in times.items():
                for name in names:
                    found[week, name] += count
        yield Acts(read=sent.total(), total=own.height, weeks=_frame(found, sent))


def _frame(found: Counter[tuple[date, str]], sent: Counter[date]) -> pl.DataFrame:
    rows = [(week, name, count / sent[week], sent[week]) for (week, name), count in found.items()]
    schema = {"week": pl.Date, "label": pl.String, "share": pl.Float64, "messages": pl.Int64}
    return pl.DataFrame(rows, schema=schema, orient="row").sort("week", "label")
