"""Do the waits of a talk say what they promise? Writes docs/talk-study.md: `make talk-study`.

Talks of two are simulated in which the effect of one more unanswered message is known, printed to
the minute as LINE does, and measured. What is looked at: how far the estimated hazard ratio is off
on average, and how often its 95 % interval, and the band of the curve after one message, hold the
truth. Nothing here is a person.
"""

from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import polars as pl

from tomarigi.talk.waits import hazard_of_more, spells_of, wait_curve

ROOT = Path(__file__).parent.parent
SEED, TALKS, SILENCES = 7, 400, 120
RATIOS = (0.6, 0.8, 1.0, 1.25)
ANSWER_H, AGAIN_H, REST_H = 4.0, 3.0, 10.0
"""Mean hours until an answer to one message, until one writes again, between silences."""
MOST = 6
"""One stops writing after so many."""
LOOKED_AT_H = (1.0, 4.0)
BEGAN = datetime(2024, 1, 5)  # noqa: DTZ001 histories have no zone


HEAD = f"""# Do the waits of a talk say what they promise?

`make talk-study` (seed {SEED}): {TALKS} simulated talks a row, each of {SILENCES} silences, printed
to the minute; an answer to one message comes after {ANSWER_H:.0f} hours on average, one writes
again after {AGAIN_H:.0f}, at most {MOST} times, and the record ends inside a silence.

| true ratio | talks | mean estimate | bias of its log | interval holds it | band holds |
| --- | --- | --- | --- | --- | --- |
"""
FOOT = """

Intervals and bands are meant to hold the truth in 0.95 of the talks; with this many, chance moves
that by 0.02. The band is the one after a single message, looked at after one hour and after four.
Real talks keep none of the assumptions exactly (`waits.hazard_of_more` names them), so the ratio is
shown with its caution, and not at all below twenty answers.
"""


def turns_with(ratio: float, rng: np.random.Generator) -> pl.DataFrame:
    """One history: each unanswered message multiplies the hazard of an answer by `ratio`."""
    at, sent, mine = 0.0, [], []
    for _ in range(SILENCES):
        unanswered = 0
        while True:
            unanswered += 1
            sent.append(at)
            mine.append(True)
            again = rng.exponential(AGAIN_H) if unanswered < MOST else np.inf
            answer = rng.exponential(ANSWER_H / ratio ** (unanswered - 1))
            if answer < again:
                at += answer
                break
            at += again
        sent.append(at)
        mine.append(False)
        at += rng.exponential(REST_H)
    minutes = [BEGAN + timedelta(minutes=int(hours * 60)) for hours in sent]
    no = pl.repeat(False, len(sent), eager=True)
    # The record ends inside a silence.
    return pl.DataFrame(
        {"sent_at": minutes, "mine": mine, "message": ~no, "attempt": no, "call": no, "unsent": no}
    ).head(len(sent) - int(rng.integers(1, 4)))


def measured(ratio: float) -> dict[str, float]:
    """Bias and coverage over all talks with one ratio."""
    rng = np.random.default_rng([SEED, int(ratio * 100)])
    logs, held, bands = [], [], []
    for _ in range(TALKS):
        turns = turns_with(ratio, rng)
        spells = spells_of(turns, until=turns["sent_at"][-1])
        found = hazard_of_more(spells)
        if found is None:
            continue
        logs.append(np.log(found.ratio))
        held.append(found.low <= ratio <= found.high)
        curve = wait_curve(spells.filter(pl.col("unanswered") == 1))
        for hours in LOOKED_AT_H:
            row = int(np.searchsorted(curve.hours, hours, "right")) - 1
            bands.append(curve.low[row] <= np.exp(-hours / ANSWER_H) <= curve.high[row])
    return {
        "talks": len(logs),
        "mean": float(np.exp(np.mean(logs))),
        "bias": float(np.mean(logs) - np.log(ratio)),
        "held": float(np.mean(held)),
        "band": float(np.mean(bands)),
    }


def main() -> None:
    """Write the table."""
    rows = []
    for ratio in RATIOS:
        one = measured(ratio)
        rows.append(
            f"| {ratio} | {one['talks']:.0f} | {one['mean']:.3f} | {one['bias']:+.3f} "
            f"| {one['held']:.3f} | {one['band']:.3f} |"
        )
    table = HEAD + "\n".join(rows) + FOOT
    (ROOT / "docs" / "talk-study.md").write_text(table, encoding="utf-8")
    print(table)


if __name__ == "__main__":
    main()
