"""Where the reader finds that segments begin, and how well that agrees with annotators."""

from collections.abc import Sequence

import numpy as np
import torch

from tomarigi.reading.sentences import split
from tomarigi.reading.tokens import Pieces
from tomarigi.reading.training.batches import LONGEST, Example, tensors
from tomarigi.reading.training.network import Reader
from tomarigi.reading.values import Span

AT_ONCE = 32


@torch.no_grad()
def segments(reader: Reader, pieces: Pieces, texts: Sequence[str]) -> list[list[Span]]:
    """The segments the reader finds in each text."""
    reader.eval()
    found: list[list[Span]] = [[] for _ in texts]
    order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
    for start in range(0, len(order), AT_ONCE):
        rows = order[start : start + AT_ONCE]
        whole = [Example(texts[at], (Span(0, len(texts[at])),), (), ()) for at in rows]
        numbers, segment_of = tensors(whole, pieces)
        begins = (reader.begins(reader.states(numbers, segment_of)) > 0).numpy()
        for at, row in zip(rows, begins, strict=True):
            starts = pieces.cut(texts[at]).start[: LONGEST - 2]
            # Tokens stand after the mark of the beginning.
            found[at] = split(
                texts[at], (starts[one] for one in np.flatnonzero(row[1 : len(starts) + 1]))
            )
    return found


def agreement(
    reader: Reader, pieces: Pieces, examples: Sequence[Example]
) -> tuple[float, float, float]:
    """Precision, recall and F1 of the boundaries found, white space aside."""
    right = found = wanted = 0
    ours = segments(reader, pieces, [one.text for one in examples])
    for spans, one in zip(ours, examples, strict=True):
        here, there = _places(one.text, spans), _places(one.text, one.spans)
        right += len(here & there)
        found += len(here)
        wanted += len(there)
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _places(text: str, spans: Sequence[Span]) -> set[int]:
    return {len(text[: span.end].rstrip()) for span in spans[:-1]}
