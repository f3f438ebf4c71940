import logging
import sys

from tomarigi.common.logs import WordlessFormatter

WORDS = "ひみつのことば"


def formatted(name: str, message: str, *args: object, failing: bool = False) -> str:
    if not failing:
        record = logging.LogRecord(name, logging.ERROR, "x.py", 1, message, args, None)
        return WordlessFormatter().format(record)
    try:
        secret = WORDS
        raise ValueError(secret)
    except ValueError:
        info = sys.exc_info()
    record = logging.LogRecord(name, logging.ERROR, "x.py", 1, message, args, info)
    return WordlessFormatter().format(record)


def test_what_a_library_passes_is_not_written() -> None:
    assert WORDS not in formatted("django.request", "Bad Request: %s", WORDS)


def test_an_error_is_named_but_not_quoted() -> None:
    line = formatted("django.request", "broken", failing=True)
    assert "ValueError" in line
    assert "test_logs.py" in line
    assert WORDS not in line


def test_our_own_ids_are_written() -> None:
    assert "hold 3" in formatted("tomarigi.holds", "hold %d", 3)
