"""Train the reader and write what ships: `python -m tomarigi.reading.train`.

    --epochs N      passes over the corpus (default 6)
    --seed N        the seed of everything (default 7)
    --measure-only  print figures, write nothing

The parts in `LEFT_OUT` were written and labelled by others than the rest. The reader never sees
them; its figures, confidences and thresholds come from them alone. About 45 minutes on two cores.
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
from tomarigi.reading.heads import Heads
from tomarigi.reading.surface import Surface
from tomarigi.reading.tokens import Pieces
from tomarigi.reading.training import boundaries, export, judge
from tomarigi.reading.training.batches import bare_example, example
from tomarigi.reading.training.even import evened
from tomarigi.reading.training.fit import fit
from tomarigi.reading.training.letters import fit_surface
from tomarigi.reading.training.network import Reader
from tomarigi.reading.training.source import Source

Floats = npt.NDArray[np.float32]

LEFT_OUT = frozenset(
    {"p108", "p142", "p147", "p148", "p149", "p167", "p177", "p179", "p181"}
    | {"p196", "p197", "p198", "p199", "p200", "p201", "p202", "p203"}
)
"""Parts of other hands, the last eight written against a reader. Thresholds set on more messages of
the hands trained on come out too high for everybody else, by half a logit and more."""


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
    seen, unseen = apart(messages)
    reader = trained(source, kept, pieces, seen, asked)
    surface = fit_surface(seen)
    heads, figures = judged(reader, surface, pieces, unseen)
    printed = json.dumps(figures, indent=1)
    print(printed)
    if asked.measure_only:
        return
    table = reader.words.weight.detach().numpy()
    export.write_encoder(evened(reader, pieces, seen), table, export.WEIGHTS)
    export.write_surface(surface, export.WEIGHTS)
    export.write_pieces(names, scores_of_pieces, export.WEIGHTS)
    export.write_heads(heads, export.WEIGHTS)
    (export.WEIGHTS / "figures.json").write_text(printed + "\n", encoding="utf-8")


def apart(messages: Sequence[Message]) -> tuple[list[Message], list[Message]]:
    """Those to learn from, and those left out."""
    seen = [one for one in messages if one.part not in LEFT_OUT]
    return seen, [one for one in messages if one.part in LEFT_OUT]


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


def judged(
    reader: Reader, surface: Surface, pieces: Pieces, unseen: Sequence[Message]
) -> tuple[Heads, dict[str, object]]:
    """The heads with their thresholds and confidences, and the figures."""
    scores = judge.logits(reader, surface, pieces, unseen)
    threshold, figures = measured(scores, unseen)
    temperature, shift = judge.confidence_scales(*both(scores, unseen))
    heads = export.heads_of(reader, temperature=temperature, shift=shift, logit_threshold=threshold)
    ends, bare = (
        boundaries.agreement(reader, pieces, [of(one) for one in unseen])
        for of in (example, bare_example)
    )
    return heads, figures | {"ends_found": ends, "ends_found_bare": bare}


def measured(
    scores: tuple[Floats, Floats], unseen: Sequence[Message]
) -> tuple[Floats, dict[str, object]]:
    """Logit thresholds and figures from messages never seen.

    The figures are honest: each half of their writers is judged with what the other half gave.
    """
    labels, flags = scores
    wanted, dangers = judge.truth(unseen)
    half = np.array([number_of(one.writer) % 2 == 0 for one in unseen])
    found, raised = np.zeros_like(wanted), np.zeros_like(dangers)
    for these in (half, ~half):
        found[~these] = labels[~these] > judge.label_thresholds(labels[these], wanted[these])
        raised[~these] = flags[~these] > judge.flag_thresholds(flags[these], dangers[these])
    figures = asdict(judge.figures(found, wanted, raised, dangers)) | {"messages": len(unseen)}
    threshold = np.concatenate(
        [judge.label_thresholds(labels, wanted), judge.flag_thresholds(flags, dangers)]
    )
    return threshold, figures


def both(scores: tuple[Floats, Floats], messages: Sequence[Message]) -> tuple[Floats, judge.Truth]:
    """Labels and flags side by side: (messages, LABELS + FLAGS) logits and what is true."""
    return np.concatenate(scores, 1), np.concatenate(judge.truth(messages), 1)


def number_of(writer: str) -> int:
    """A number that looks like chance and is the same in every run, unlike `hash`."""
    return int.from_bytes(hashlib.sha256(writer.encode()).digest()[:8])


if __name__ == "__main__":
    main()
