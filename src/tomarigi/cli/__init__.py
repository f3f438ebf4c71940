"""`tomarigi`: open the house; `tomarigi read` and `tomarigi talk`: the same in the shell."""

import argparse
import sys
from collections.abc import Sequence
from typing import TextIO

from tomarigi.cli import reading, talk
from tomarigi.cli.status import BAD_INPUT


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0, or 2 when the input could not be used."""
    _speak_utf8(sys.stdin, sys.stdout, sys.stderr)
    asked = _parser().parse_args(arguments)
    if asked.command == "read":
        return reading.run(asked)
    if asked.command == "talk":
        return talk.run(asked)
    return _open()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tomarigi", description="A place to land before you send. Without a command: open it."
    )
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("open", help="open Tomarigi at http://127.0.0.1:8765")
    reading.add_to(commands)
    talk.add_to(commands)
    return parser


def _open() -> int:
    from tomarigi.common.secret import SecretBroken  # noqa: PLC0415 reading needs no key
    from tomarigi.web.serve import PortTaken, serve  # noqa: PLC0415 reading must not load Django

    try:
        serve()
    except PortTaken as taken:
        print(
            f"Port {taken.port} is in use, perhaps by Tomarigi itself. "
            f"Open http://127.0.0.1:{taken.port}, or set TOMARIGI_PORT to another number.",
            file=sys.stderr,
        )
        return BAD_INPUT
    except SecretBroken:
        print(
            "The file `secret` in the data directory is damaged; nothing was changed. "
            "Put it back from a copy, or move the directory away to begin anew.",
            file=sys.stderr,
        )
        return BAD_INPUT
    except KeyboardInterrupt:
        pass
    return 0


def _speak_utf8(*streams: TextIO) -> None:
    """Any text in and out, whatever the machine's locale; broken bytes and surrogates pass."""
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="surrogatepass")
