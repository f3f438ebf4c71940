"""Sentence embeddings from the reader's own encoder, so that only one model ships."""

from collections.abc import Sequence

import numpy as np

from tomarigi.reading.encoder import DIMENSIONS, Floats
from tomarigi.reading.errors import TextTooLong
from tomarigi.reading.heads import shipped_heads
from tomarigi.reading.reader import MOST_CHARACTERS, Passage


def embed(texts: Sequence[str]) -> Floats:
    """Vectors whose dot product is high where texts mean alike.

    Args:
        texts: any texts, each at most `MOST_CHARACTERS` long.

    Returns:
        (texts, `DIMENSIONS`), each row of length 1, or of zeros for a text without a word.

    Raises:
        TextTooLong: a text has more than `MOST_CHARACTERS` characters.
    """
    rows = [_row(text) for text in texts]
    return np.stack(rows) if rows else np.zeros((0, DIMENSIONS), np.float32)


def _row(text: str) -> Floats:
    if len(text) > MOST_CHARACTERS:
        raise TextTooLong(characters=len(text), most=MOST_CHARACTERS)
    if not text.strip():
        return np.zeros(DIMENSIONS, np.float32)
    heads = shipped_heads()
    # Means of tokens point almost the same way; what tells them apart is small beside that.
    vector: Floats = (Passage.of(text).message - heads.centre[1]) / heads.spread[1]
    return vector / max(float(np.linalg.norm(vector)), 1e-9)
