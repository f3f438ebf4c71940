"""One's own messages read week by week, on every core, with progress on standard error."""

import signal
import sys
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TYPE_CHECKING

from tomarigi.reading import Label, TextTooLong, read

if TYPE_CHECKING:
    from tomarigi.talk import Acts, Talk
    from tomarigi.talk.acts import LabelsOf

_AT_ONCE = 20
_MOST_NAMED = 3


def read_acts(history: "Talk", *, me: str) -> "Acts | None":
    """Read them all, or as many as there were until someone pressed Ctrl-C."""
    from tomarigi.talk import acts_by_week  # noqa: PLC0415 polars is for this command alone

    known = None
    try:
        with _reader() as labels_of:
            for known in acts_by_week(history, me=me, labels_of=labels_of):
                _say(f"\r{known.read:,} / {known.total:,}")
    except KeyboardInterrupt:
        pass
    _say("\n")
    return known


def for_people(acts: "Acts") -> Iterator[str]:
    """A line a week: what was most."""
    yield f"自分のことばがしていたこと（{acts.total}通のうち{acts.read}通を読みました）"
    for (week,), rows in acts.weeks.group_by("week", maintain_order=True):
        most = rows.sort("share", descending=True).head(_MOST_NAMED)
        named = (
            f"{Label(name).shown_as} {share:.0%}"
            for name, share in most.select("label", "share").rows()
        )
        yield f"　{week:%Y-%m-%d} の週　{'・'.join(named)}"


@contextmanager
def _reader() -> "Iterator[LabelsOf]":
    # Not forked: polars has threads that a fork would leave hanging.
    # Ctrl-C is for the one who asked; those who read would only print where they were.
    with ProcessPoolExecutor(
        mp_context=get_context("spawn"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_IGN),
    ) as pool:

        def labels_of(texts: Sequence[str]) -> Iterator[Collection[str]]:
            return pool.map(_labels, texts, chunksize=_AT_ONCE)

        yield labels_of


def _labels(text: str) -> Collection[str]:
    try:
        return [str(label) for label in read(text).labels]
    except TextTooLong:
        return []


def _say(progress: str) -> None:
    if sys.stderr.isatty():
        print(progress, end="", file=sys.stderr, flush=True)
