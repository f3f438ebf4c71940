"""A chat history as values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import polars as pl

from tomarigi.talk.kinds import Kind

KINDS = pl.Enum([str(kind) for kind in Kind])
SCHEMA: dict[str, pl.DataType] = {
    "sent_at": pl.Datetime("us"),
    "sender": pl.String(),
    "kind": KINDS,
    "text": pl.String(),
    "seconds": pl.Int64(),
}


class Family(StrEnum):
    """Which app printed it, and on what."""

    LINE_PHONE = "line_phone"
    LINE_DESKTOP = "line_desktop"
    WHATSAPP = "whatsapp"


@dataclass(frozen=True, slots=True, repr=False)
class Talk:
    r"""An exported history.

    `messages` has the columns of `SCHEMA` in the order of the file: `sent_at` local and without a
    zone, `sender` as printed ("" for notices and one's own unsent lines), `text` with `\n` between
    lines, `seconds` the length of a call. `other` is the name in the title of a talk of two,
    `saved_at` when the file was saved, where it says so: the record ends there.
    `unread` are the numbers of lines (from 1) that could not be read; `order_is_sure` is false
    where day and month could be exchanged and nothing in the file decides.
    """

    messages: pl.DataFrame
    family: Family
    other: str | None
    saved_at: datetime | None
    unread: tuple[int, ...]
    order_is_sure: bool

    def __repr__(self) -> str:
        # Never the words: they would stand in any traceback.
        return f"<Talk {self.family} of {self.messages.height}>"
