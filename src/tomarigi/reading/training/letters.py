"""Fitting the linear model on letters (`surface`): labels by segment, flags by message."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from tomarigi.reading.corpus import Message
from tomarigi.reading.labels import Flag, Label
from tomarigi.reading.patterns import PATTERNS
from tomarigi.reading.surface import PATTERN_VALUE, Seen, Surface, look_up

Floats = npt.NDArray[np.float32]

STRENGTH = 3.0
"""Inverse regularisation."""
SEEN_AT_LEAST = 2
BESIDE_ENCODER, FLAGS_BESIDE_ENCODER = 1.5, 1.9
"""How much these logits count beside the encoder's; chosen on unseen writers among 0.3 to 2.4."""


def fit_surface(messages: Sequence[Message]) -> Surface:
    """Learn from messages; the weights come out scaled as they count beside the encoder's."""
    segments = [
        (Seen.of(part.span.of(one.text)), [label in part.labels for label in Label])
        for one in messages
        for part in one.segments
    ]
    wholes = [(Seen.of(one.text), [flag in one.safety for flag in Flag]) for one in messages]
    keys, rarity = _vocabulary([seen for seen, _ in segments])
    # Balanced, a rare label is not doubted in every sentence whose letters are new.
    labels = _fitted(keys, rarity, segments, balanced=True)
    flags = _fitted(keys, rarity, wholes, balanced=False)
    weights = np.concatenate([BESIDE_ENCODER * labels, FLAGS_BESIDE_ENCODER * flags])
    weights = weights.T.astype(np.float32)
    known = len(keys)
    return Surface(
        keys=keys,
        rarity=rarity,
        grams=weights[:known],
        patterns=weights[known:-1],
        bias=weights[-1],
    )


def _vocabulary(texts: Sequence[Seen]) -> tuple[npt.NDArray[np.uint64], Floats]:
    times = Counter(key for seen in texts for key in np.unique(seen.keys).tolist())
    kept = sorted(key for key, count in times.items() if count >= SEEN_AT_LEAST)
    counts = np.array([times[key] for key in kept])
    rarity = np.log((1 + len(texts)) / (1 + counts)) + 1
    return np.array(kept, dtype=np.uint64), rarity.astype(np.float32)


def _fitted(
    keys: npt.NDArray[np.uint64],
    rarity: Floats,
    rows: Sequence[tuple[Seen, list[bool]]],
    *,
    balanced: bool,
) -> Floats:
    """(outputs, n-grams + patterns + 1), the last column the bias."""
    features = _matrix(keys, rarity, [seen for seen, _ in rows])
    wanted = np.array([row for _, row in rows])
    fitted = []
    for column in wanted.T:
        model = LogisticRegression(
            C=STRENGTH, solver="liblinear", class_weight="balanced" if balanced else None
        ).fit(features, column)
        fitted.append(np.append(model.coef_[0], model.intercept_))
    return np.array(fitted, dtype=np.float32)


def _matrix(
    keys: npt.NDArray[np.uint64], rarity: Floats, texts: Sequence[Seen]
) -> sparse.csr_matrix:
    places, values, ends = [], [], [0]
    for seen in texts:
        rows, worth = look_up(keys, rarity, seen)
        matched = np.array([match.pattern for match in seen.matches], dtype=np.int64)
        places += [rows, len(keys) + matched]
        values += [worth, np.full(len(matched), PATTERN_VALUE, np.float32)]
        ends.append(ends[-1] + len(rows) + len(matched))
    return sparse.csr_matrix(
        (np.concatenate(values), np.concatenate(places), ends),
        shape=(len(texts), len(keys) + len(PATTERNS)),
    )
