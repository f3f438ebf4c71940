"""Read chat histories beside the peers in one run and write docs/benchmarks-talk.md: `make bench`.

The histories are generated from a seed. Each program runs in a process of its own, several times in
turn; the best time of each counts, since the machine may be shared. The peers live in the virtual
environment of the reading's bench, and those on npm in .venv-bench/npm.
"""

import json
import os
import platform
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from scripts.bench import PEERS_HOME, ROOT, prepare_peers

RECORDS, SEED, RUNS = 1_000_000, 7, 3
SEVERAL_LINES = 0.06
"""How many bodies go over several lines."""
NPM = {"line-chat-parser": "2.0.0", "whatsapp-chat-parser": "4.0.2"}
NPM_HOME = PEERS_HOME / "npm"
_DAYS = "月火水木金土日"
_BODIES = (
    "うん",
    "おはよう",
    "なんで返事くれないの",
    "昨日はごめんね、ちょっと言いすぎた",
    "了解！",
    "ねえ起きてる？",
    "今日は仕事が長引いて遅くなりそう、先に食べててね",
    "笑",
    "そっか、じゃあまた来週にしよう",
    "ありがとう",
    "[スタンプ]",
    "☎ 不在着信",
)

OURS = """
import sys, time, json, resource
from pathlib import Path
began = time.perf_counter()
from tomarigi.talk import load
talk = load(Path(sys.argv[1]))
took = time.perf_counter() - began
held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([talk.messages.height, took, held]))
"""
PYTHON_PEER = """
import sys, time, json, resource
began = time.perf_counter()
{read}
took = time.perf_counter() - began
held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([count, took, held]))
"""
LINELOG = "import linelog2py; count = len(linelog2py.Reader().readFile(sys.argv[1]))"
WHATSTK = (
    "import whatstk; count = len(whatstk.WhatsAppChat.from_source(sys.argv[1], "
    "hformat='%d/%m/%Y, %H:%M - %name:').df)"
)
MINER = (
    "from chatminer.chatparsers import WhatsAppParser\n"
    "parser = WhatsAppParser(sys.argv[1]); parser.parse_file()\n"
    "count = len(parser.parsed_messages.get_df())"
)
NODE_PEER = """
const fs = require("fs");
const began = process.hrtime.bigint();
const text = fs.readFileSync(process.argv[2], "utf8");
READ
const took = Number(process.hrtime.bigint() - began) / 1e9;
console.log(JSON.stringify([count, took, process.resourceUsage().maxRSS / 1024]));
"""
NODE_LINE = 'const count = require("line-chat-parser").parse(text, ["みか", "たろう"]).length;'
NODE_WHATSAPP = 'const count = require("whatsapp-chat-parser").parseString(text).length;'


@dataclass(frozen=True, slots=True)
class Program:
    """A program and how many records it is given: the slow ones get fewer."""

    name: str
    command: Callable[[], list[str]]
    records: int = RECORDS


def _ours() -> list[str]:
    return [sys.executable, "-c", OURS]


def _python(read: str) -> Callable[[], list[str]]:
    return lambda: [str(PEERS_HOME / "bin" / "python"), "-c", PYTHON_PEER.format(read=read)]


def _node(read: str) -> Callable[[], list[str]]:
    def command() -> list[str]:
        script = NPM_HOME / f"{abs(hash(read))}.js"
        script.write_text(NODE_PEER.replace("READ", read), encoding="utf-8")
        return ["node", str(script)]

    return command


PROGRAMS = {
    "LINE, phone": (
        Program("tomarigi", _ours),
        Program("line-chat-parser", _node(NODE_LINE)),
        Program("linelog2py", _python(LINELOG), RECORDS // 10),
    ),
    "LINE, desktop": (
        Program("tomarigi", _ours),
        Program("line-chat-parser", _node(NODE_LINE)),
    ),
    "WhatsApp, Android": (
        Program("tomarigi", _ours),
        Program("whatsapp-chat-parser", _node(NODE_WHATSAPP)),
        Program("whatstk", _python(WHATSTK), RECORDS // 10),
        Program("chat-miner", _python(MINER), RECORDS // 10),
    ),
}


def _records(count: int) -> Iterator[tuple[date, int, str, str]]:
    """(day, minute, name, body), days in order."""
    chance = random.Random(SEED)  # noqa: S311 reproducible, not secret
    day, left = date(2015, 1, 1), count
    while left:
        minute = 0
        for _ in range(min(left, chance.randint(100, 300))):
            minute = min(1439, minute + chance.randint(0, 8))
            body = chance.choice(_BODIES)
            if chance.random() < SEVERAL_LINES:
                body += f"\n{chance.choice(_BODIES)}\n\n「{chance.choice(_BODIES)}」"
            yield day, minute, chance.choice(("みか", "たろう")), body
            left -= 1
        day += timedelta(days=1)


def _phone(count: int) -> Iterator[str]:
    yield "[LINE] みかとのトーク履歴\n保存日時：2024/02/03 21:07\n"
    before = None
    for day, minute, name, body in _records(count):
        if day != before:
            yield f"\n{day:%Y/%m/%d}({_DAYS[day.weekday()]})\n"
            before = day
        quoted = f'"{body}"' if "\n" in body else body
        yield f"{minute // 60:02d}:{minute % 60:02d}\t{name}\t{quoted}\n"


def _desktop(count: int) -> Iterator[str]:
    before = None
    for day, minute, name, body in _records(count):
        if day != before:
            yield f"{day:%Y.%m.%d} {_DAYS[day.weekday()]}曜日\n"
            before = day
        yield f"{minute // 60:02d}:{minute % 60:02d} {name} {body}\n"


def _whatsapp(count: int) -> Iterator[str]:
    for day, minute, name, body in _records(count):
        yield f"{day:%d/%m/%Y}, {minute // 60:02d}:{minute % 60:02d} - {name}: {body}\n"


WRITERS = {"LINE, phone": _phone, "LINE, desktop": _desktop, "WhatsApp, Android": _whatsapp}


def main() -> None:
    """Write the table."""
    prepare_peers()
    _prepare_npm()
    rows: list[str] = []
    with tempfile.TemporaryDirectory() as scratch:
        for family, programs in PROGRAMS.items():
            files = {
                count: _written(Path(scratch) / f"{count}.txt", WRITERS[family](count))
                for count in {one.records for one in programs}
            }
            rows += _rows(family, programs, files)
    table = "\n".join([_HEAD, *rows, ""])
    (ROOT / "docs" / "benchmarks-talk.md").write_text(table, encoding="utf-8")
    print(table)


_HEAD = f"""# Speed and memory of reading a chat history

Generated histories (seed {SEED}), read from the file to all messages; best of {RUNS} runs in turn,
each in a process of its own, start of the libraries included (`make bench`; {platform.machine()},
Python {platform.python_version()}). Slow programs were given a tenth of the {RECORDS:,} records.

| history | program | records | a second | peak memory | of the file |
| --- | --- | --- | --- | --- | --- |"""


def _prepare_npm() -> None:
    if not (NPM_HOME / "node_modules").exists():
        NPM_HOME.mkdir(parents=True, exist_ok=True)
        wanted = [f"{name}@{version}" for name, version in NPM.items()]
        command = ["npm", "install", "--silent", "--prefix", str(NPM_HOME), *wanted]
        subprocess.run(command, check=True)


def _written(file: Path, parts: Iterator[str]) -> Path:
    with file.open("w", encoding="utf-8") as out:
        out.writelines(parts)
    return file


def _rows(family: str, programs: tuple[Program, ...], files: dict[int, Path]) -> Iterator[str]:
    best: dict[str, tuple[int, float, float]] = {}
    for _ in range(RUNS):
        for one in programs:
            count, took, held = _measured(one, files[one.records])
            if one.name not in best or took < best[one.name][1]:
                best[one.name] = (count, took, held)
    for one in programs:
        count, took, held = best[one.name]
        size = files[one.records].stat().st_size / 2**20
        yield (
            f"| {family} | {one.name} | {count:,} | {count / took:,.0f} | {held:.0f} MB "
            f"| {held / size:.1f} times |"
        )


def _measured(program: Program, file: Path) -> tuple[int, float, float]:
    done = subprocess.run(
        [*program.command(), str(file)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"NODE_PATH": str(NPM_HOME / "node_modules"), "PYTHONUTF8": "1"},
    )
    count, took, held = json.loads(done.stdout.splitlines()[-1])
    return int(count), float(took), float(held)


if __name__ == "__main__":
    main()
