"""What can go wrong in a reading.

    ReadingError
    ├── TextTooLong       more characters than a message has
    ├── CorpusBroken      a corpus file does not keep its format
    └── WeightsUnusable   the model file is missing or of another version

None of them carries text a person wrote.
"""


class ReadingError(Exception):
    """The root of this package's errors."""


class TextTooLong(ReadingError):
    """The text has more characters than a message has."""

    def __init__(self, *, characters: int, most: int) -> None:
        super().__init__(f"{characters} characters; {most} can be read at once")
        self.characters = characters
        self.most = most


class CorpusBroken(ReadingError):
    """A corpus file does not keep its format."""

    def __init__(self, *, part: str, row: int, why: str) -> None:
        super().__init__(f"{part}, row {row}: {why}")
        self.part = part
        self.row = row


class WeightsUnusable(ReadingError):
    """The model file is missing or was made for another version of the features."""
