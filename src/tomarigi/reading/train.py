"""Train the reader and write what ships: `python -m tomarigi.reading.train`.

    --epochs N      passes over the corpus (default 6)
    --seed N        the seed of everything (default 7)
    --measure-only  print figures, write nothing

Writers, never rows, are split: one in ten is left out. The reader never sees them; its figures,
temperatures and thresholds come from them alone. About 20 minutes on two cores for 10,000 messages.
"""

import argparse
import hashlib
import json
import time
from collections.abc import Sequence
from dataclasses import asdict

import numpy as np
import numpy.typing as npt

from tomarigi.reading.corpus import Message, load
from tomarigi.reading.encoder import UNKNOWN
from tomarigi.reading.tokens import Pieces
from tomarigi.reading.training import boundaries, export, judge
from tomarigi.reading.training.fit import fit
from tomarigi.reading.training.letters import fit_surface
from tomarigi.reading.training.network import Reader
from tomarigi.reading.training.source import Source

Floats = npt.NDArray[np.float32]

LEFT_OUT = 10
"""One writer in so many is left out."""


def main() -> None:
    """Train, measure on writers never seen, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--measure-only", action="store_true")
    asked = parser.parse_args()
    messages, source = load(), Source()
    kept = source.kept_pieces()
    names = [source.pieces[at] for at in kept]
    scores_of_pieces = [float(source.scores[at]) for at in kept]
    pieces = Pieces(names, scores_of_pieces, unknown=UNKNOWN)
    seen, unseen = by_writer(messages, seed=asked.seed)
    reader = trained(source, kept, pieces, seen, asked)
    surface, ends = fit_surface(seen), boundaries.learn(seen, seed=asked.seed)
    scores = judge.logits(reader, surface, pieces, unseen, ends)
    temperature, threshold, figures = measured(scores, unseen, ends)
    print(figures)
    if asked.measure_only:
        return
    heads = export.heads_of(reader, ends, temperature=temperature, logit_threshold=threshold)
    export.write_encoder(reader, export.WEIGHTS)
    export.write_surface(surface, export.WEIGHTS)
    export.write_pieces(names, scores_of_pieces, export.WEIGHTS)
    export.write_heads(heads, export.WEIGHTS)
    (export.WEIGHTS / "figures.json").write_text(figures + "\n", encoding="utf-8")


def by_writer(messages: Sequence[Message], *, seed: int) -> tuple[list[Message], list[Message]]:
    """Those of most writers, and those of the writers left out.

    A writer stays on one side however the corpus grows.
    """
    writers = {one.writer for one in messages}
    left_out = {one for one in writers if number_of(one, seed=seed) % LEFT_OUT == 0}
    seen = [one for one in messages if one.writer not in left_out]
    return seen, [one for one in messages if one.writer in left_out]


def trained(
    source: Source,
    kept: list[int],
    pieces: Pieces,
    messages: Sequence[Message],
    asked: argparse.Namespace,
) -> Reader:
    """A reader trained on these messages, with a line an epoch."""
    reader = Reader(source, kept)
    began = time.monotonic()

    def say(epoch: int, loss: float) -> None:
        print(f"epoch {epoch + 1}: loss {loss:.3f}, {time.monotonic() - began:.0f} s", flush=True)

    fit(reader, pieces, messages, epochs=asked.epochs, seed=asked.seed, after=say)
    return reader


def measured(
    scores: tuple[Floats, Floats], unseen: Sequence[Message], ends: Floats
) -> tuple[Floats, Floats, str]:
    """Temperatures, logit thresholds and figures (JSON) from writers never seen.

    The figures are honest: each half of those writers is judged with what the other half gave.
    """
    labels, flags = scores
    wanted, dangers = judge.truth(unseen)
    half = np.array([number_of(one.writer, seed=0) % 2 == 0 for one in unseen])
    found, raised = np.zeros_like(wanted), np.zeros_like(dangers)
    for these in (half, ~half):
        found[~these] = labels[~these] > judge.label_thresholds(labels[these], wanted[these])
        raised[~these] = flags[~these] > judge.flag_thresholds(flags[these], dangers[these])
    figures = asdict(judge.figures(found, wanted, raised, dangers))
    figures["boundaries"] = boundaries.agreement(unseen, ends)
    figures["messages"] = len(unseen)
    both, truth = np.concatenate([labels, flags], 1), np.concatenate([wanted, dangers], 1)
    threshold = np.concatenate(
        [judge.label_thresholds(labels, wanted), judge.flag_thresholds(flags, dangers)]
    )
    return judge.temperatures(both, truth), threshold, json.dumps(figures, indent=1)


def number_of(writer: str, *, seed: int) -> int:
    """A number that looks like chance and is the same in every run, unlike `hash`."""
    return int.from_bytes(hashlib.sha256(f"{seed}/{writer}".encode()).digest()[:8])


if __name__ == "__main__":
    main()
