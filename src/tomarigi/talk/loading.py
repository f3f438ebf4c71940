"""From a file to a `Talk`: decode it, see which app printed it, read it."""

import re
from pathlib import Path

from tomarigi.talk.decoding import utf8_of
from tomarigi.talk.errors import NotATalk, Why
from tomarigi.talk.line_desktop import read_desktop
from tomarigi.talk.line_phone import read_phone
from tomarigi.talk.lines import split_lines
from tomarigi.talk.values import Family, Talk
from tomarigi.talk.whatsapp import HEADER, read_whatsapp

_CLOCK = r"(?:午前|午後|上午|下午)?\d{1,2}:\d{2}(?:[ \u202f]?[AaPp]\.?[Mm]\.?)?"
_HEADERS = {
    Family.WHATSAPP: re.compile(HEADER, re.MULTILINE),
    Family.LINE_PHONE: re.compile(rf"^{_CLOCK}\t", re.MULTILINE),
    Family.LINE_DESKTOP: re.compile(rf"^{_CLOCK} \S", re.MULTILINE),
}
_READ = {
    Family.WHATSAPP: read_whatsapp,
    Family.LINE_PHONE: read_phone,
    Family.LINE_DESKTOP: read_desktop,
}
_HTML = re.compile(r"\s*<(?:!doctype|html|\?xml)", re.IGNORECASE)
_HEAD_BYTES = 400_000
"""Enough to see which app it was, however long the file."""


def load(data: bytes | Path) -> Talk:
    """Read an exported chat history of LINE or WhatsApp.

    Args:
        data: the file, or where it lies; a zip as WhatsApp makes it is fine.

    Returns:
        The messages in the order of the file, and what could not be read.

    Raises:
        NotATalk: it is something else.
        TalkTooLarge: larger than any history we know.
    """
    data = utf8_of(data.read_bytes() if isinstance(data, Path) else data)
    head = data[:_HEAD_BYTES].decode("utf-8", errors="ignore")
    if _HTML.match(head):
        raise NotATalk(why=Why.HTML)
    family = _family_of(head) or _family_of(data.decode("utf-8"))
    if family is None:
        raise NotATalk(why=Why.NO_MESSAGES)
    rows = split_lines(data)
    del data  # a long history stands in memory once
    talk = _READ[family](rows)
    if talk.messages.is_empty():
        raise NotATalk(why=Why.NO_MESSAGES)
    return talk


def _family_of(text: str) -> Family | None:
    """The family whose message lines stand there most often; the separator decides."""
    counts = {family: len(header.findall(text)) for family, header in _HEADERS.items()}
    best = max(counts, key=lambda family: counts[family])
    return best if counts[best] else None
