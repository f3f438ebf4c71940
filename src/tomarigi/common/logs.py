"""Logs that cannot hold a person's words.

An exception's message may quote what was typed, and so may a log call of a library. What is
written is the level, the logger and, for an error, its kind and where it happened: file, line and
function, never values.
"""

import logging
import traceback

_OWN = ("tomarigi",)


class WordlessFormatter(logging.Formatter):
    """Formats a record without anything a person could have written."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, and the way an error came."""
        when = self.formatTime(record)
        # Only our own calls are trusted to pass ids and kinds.
        status = getattr(record, "status_code", "")
        said = record.getMessage() if record.name.startswith(_OWN) else str(status)
        lines = [f"{when} {record.levelname} {record.name} {said}"]
        if record.exc_info and record.exc_info[1] is not None:
            lines.append(self._trace(record.exc_info[1]))
        return "\n".join(lines)

    @staticmethod
    def _trace(error: BaseException) -> str:
        frames = traceback.extract_tb(error.__traceback__)
        places = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        return "\n".join([*places, f"  {type(error).__module__}.{type(error).__qualname__}"])
