"""Read what a message carries: `from tomarigi.reading import read`.

Pure: no Django, no network, no clock. The labels are explained in `labels`.
"""

from tomarigi.reading.embedding import embed
from tomarigi.reading.errors import ReadingError, TextTooLong
from tomarigi.reading.labels import BENEATH, Beneath, Flag, Label, Side
from tomarigi.reading.languages import is_language_read
from tomarigi.reading.reader import MOST_CHARACTERS, read
from tomarigi.reading.values import Finding, Reading, Segment, Span

__all__ = [
    "BENEATH",
    "MOST_CHARACTERS",
    "Beneath",
    "Finding",
    "Flag",
    "Label",
    "Reading",
    "ReadingError",
    "Segment",
    "Side",
    "Span",
    "TextTooLong",
    "embed",
    "is_language_read",
    "read",
]
