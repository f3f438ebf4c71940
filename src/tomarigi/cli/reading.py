"""`tomarigi read`: what a message carries, in the shell."""

import argparse
import json
import sys
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from tomarigi.cli.status import BAD_INPUT
from tomarigi.reading import (
    Finding,
    Reading,
    Segment,
    Side,
    TextTooLong,
    is_language_read,
    read,
)

_COLOURS = {Side.PULL: "33", Side.OWN: "35", Side.TRUST: "36", Side.PLAIN: "2"}


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Say what the command takes."""
    reading = commands.add_parser("read", help="read what a message carries")
    reading.add_argument("text", nargs="?", help="the message, or - for standard input")
    form = reading.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object")
    form.add_argument(
        "--jsonl",
        action="store_true",
        help='objects {"id", "text"} from standard input, one a line; one answer a line',
    )


def run(asked: argparse.Namespace) -> int:
    """Run the command and give its exit status."""
    if asked.jsonl:
        return _read_lines(sys.stdin)
    if asked.text is None:
        print("Nothing to read. Give a message, or - for standard input.", file=sys.stderr)
        return BAD_INPUT
    text = sys.stdin.read() if asked.text == "-" else asked.text
    try:
        reading = read(text)
    except TextTooLong as error:
        print(f"Too long: {error}.", file=sys.stderr)
        return BAD_INPUT
    if asked.json:
        print(json.dumps(as_json(reading, text), ensure_ascii=False))
    else:
        print(_for_people(reading, text, colour=sys.stdout.isatty()))
    return 0


def _read_lines(lines: Iterable[str]) -> int:
    """Answer every line; a bad one is named by its number and the others still answered."""
    status = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            answer = {"id": row["id"], **as_json(read(row["text"]), row["text"])}
        except TextTooLong as error:
            print(f"line {number}: {error}", file=sys.stderr)
            status = BAD_INPUT
        except (ValueError, KeyError, TypeError, AttributeError):
            print(f'line {number}: needs an object with "id" and "text"', file=sys.stderr)
            status = BAD_INPUT
        else:
            print(json.dumps(answer, ensure_ascii=False))
    return status


def as_json(reading: Reading, text: str) -> dict[str, Any]:
    """A reading in the shape that `--json` and `--jsonl` print (`docs/reading.md`)."""
    return {
        "labels": list(reading.labels),
        "safety": list(reading.safety),
        "segments": [
            {
                "start": segment.span.start,
                "end": segment.span.end,
                "text": segment.span.of(text),
                "labels": [
                    {
                        "label": found.label,
                        "confidence": round(found.confidence, 3),
                        "words": [[words.start, words.end] for words in found.words],
                    }
                    for found in segment.findings
                ],
            }
            for segment in reading.segments
        ],
        "underneath": list(reading.underneath),
    }


def _for_people(reading: Reading, text: str, *, colour: bool) -> str:
    lines = []
    if reading.safety:
        lines += [_SAFETY, ""]
    if not is_language_read(text):
        lines += [_FOREIGN, ""]
        reading = reading.unlabelled
    for segment in reading.segments:
        shown = _with_marks(segment, text, colour=colour)
        names = "・".join(map(_named, segment.findings))
        if shown.strip():
            lines.append(f"{shown.strip()}  〔{names}〕" if names else shown.strip())
    return "\n".join(lines)


def _named(found: Finding) -> str:
    return found.label.shown_as + ("" if found.is_sure else "かもしれません")


_FOREIGN = "日本語と英語のほかは、まだうまく読めません。"
_SAFETY = (
    "いま、話せるところがあります。よりそいホットライン 0120-279-338（24時間・無料）／"
    "体があぶないときは 119、だれかがあぶないときは 110"
)


def _with_marks(segment: Segment, text: str, *, colour: bool) -> str:
    """The segment with its words marked; the strongest finding decides where two meet."""
    side_at: dict[int, Side] = {}
    for found in reversed(segment.findings):
        for words in found.words:
            side_at.update(dict.fromkeys(range(words.start, words.end), found.label.side))
    places = range(segment.span.start, segment.span.end)
    runs = groupby(places, key=side_at.get)
    return "".join(_run("".join(text[at] for at in run), side, colour) for side, run in runs)


def _run(words: str, side: Side | None, colour: bool) -> str:  # noqa: FBT001 one place
    if side is None:
        return words
    return f"\x1b[4;{_COLOURS[side]}m{words}\x1b[0m" if colour else f"［{words}］"
