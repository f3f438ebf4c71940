"""What can go wrong with a chat history. No error carries a word of it.

TalkError
├── NotATalk        the file is no export that we know
├── TalkTooLarge    it, or what its zip unpacks to, is larger than we read
├── UnknownSender   one's own name is not in it
└── NotOfTwo        it is a group's
"""

from enum import StrEnum


class TalkError(Exception):
    """A chat history could not be used."""


class Why(StrEnum):
    """Why a file is no chat history."""

    EMPTY = "empty"
    BINARY = "binary"
    ENCODING = "encoding"
    HTML = "html"
    NO_MESSAGES = "no_messages"
    ZIP_WITHOUT_CHAT = "zip_without_chat"
    ZIP_BROKEN = "zip_broken"


class NotATalk(TalkError):
    """The file is no chat history."""

    def __init__(self, *, why: Why) -> None:
        super().__init__(f"not an exported chat history: {why}")
        self.why = why


class TalkTooLarge(TalkError):
    """There is more of it than we read."""

    def __init__(self, *, most_bytes: int) -> None:
        super().__init__(f"larger than {most_bytes} bytes")
        self.most_bytes = most_bytes


class UnknownSender(TalkError):
    """Nobody of that name speaks in the history."""

    def __init__(self) -> None:
        super().__init__("nobody of that name speaks in the history")


class NotOfTwo(TalkError):
    """The history is a group's: what followed whose message cannot be said."""

    def __init__(self, *, people: int) -> None:
        super().__init__(f"{people} people speak in the history")
        self.people = people
