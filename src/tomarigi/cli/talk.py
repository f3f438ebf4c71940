"""`tomarigi talk`: what a chat history shows, in the shell."""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tomarigi.cli import acts
from tomarigi.cli.status import BAD_INPUT

if TYPE_CHECKING:
    from tomarigi.talk import Acts, Talk, TalkReport
    from tomarigi.talk.survival import Curve

SEVERAL = 3
_HOUR_M, _DAY_H = 60, 24
_MOST_NAMED = 10
"""Lines named by their numbers."""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Say what the command takes."""
    talk = commands.add_parser("talk", help="what an exported chat history shows")
    talk.add_argument("file", type=Path, help="a history exported from LINE or WhatsApp")
    talk.add_argument("--me", metavar="NAME", help="your own name in it, if its title tells not")
    talk.add_argument(
        "--ended-on", metavar="YYYY-MM-DD", type=date.fromisoformat, help="the day it ended"
    )
    talk.add_argument(
        "--acts", action="store_true", help="also read your own messages, week by week (slow)"
    )
    form = talk.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="the figures as one JSON object")
    form.add_argument(
        "--messages", action="store_true", help="the messages, one JSON object a line"
    )


def run(asked: argparse.Namespace) -> int:
    """Run the command and give its exit status."""
    from tomarigi import talk  # noqa: PLC0415 polars is for this command alone

    try:
        history = talk.load(asked.file)
    except OSError as error:
        return _refused(f"The file could not be read: {error.strerror}.")
    except talk.NotATalk:
        return _refused(_NO_TALK)
    except talk.TalkTooLarge as error:
        return _refused(f"The file is {error}.")
    _say_what_is_open(history)
    if asked.messages:
        _print_messages(history)
        return 0
    return _report(history, asked)


def _report(history: "Talk", asked: argparse.Namespace) -> int:
    from tomarigi import talk  # noqa: PLC0415 polars is for this command alone

    people = talk.people_in(history)
    me = asked.me or talk.me_in(history)
    if me is None or me not in people:
        return _refused(f"Say which name is yours with --me. Here speak: {', '.join(people)}")
    try:
        report = talk.measure(history, me=me, ended_on=asked.ended_on)
    except talk.NotOfTwo:
        return _refused(_GROUP)
    read = acts.read_acts(history, me=me) if asked.acts else None
    if asked.json:
        print(json.dumps(as_json(report) | _acts_json(read), ensure_ascii=False))
    else:
        print("\n".join([for_people(report), *(acts.for_people(read) if read else ())]))
    return 0


def _acts_json(read: "Acts | None") -> dict[str, Any]:
    if read is None:
        return {}
    weeks = [{**row, "week": _iso(row["week"])} for row in read.weeks.iter_rows(named=True)]
    return {"acts": {"read": read.read, "total": read.total, "weeks": weeks}}


_NO_TALK = (
    "This is no chat history that we know. Expected: a text file exported from LINE or WhatsApp.\n"
    "LINE, iOS and Android: open the talk, ≡ at the top right, Settings (その他/設定), "
    "Export chat history (トーク履歴を送信).\n"
    "WhatsApp: open the chat, More, Export chat, without media."
)
_EXCHANGEABLE = "Day and month could be exchanged in this file, and nothing in it decides."
_GROUP = "This history is a group's. The report is about two people; --messages can still print it."


def _say_what_is_open(history: "Talk") -> None:
    """What could not be read or decided is said, on standard error."""
    if history.unread:
        some = ", ".join(map(str, history.unread[:_MOST_NAMED]))
        more = ", …" if len(history.unread) > _MOST_NAMED else ""
        print(f"Lines not read ({len(history.unread)}): {some}{more}", file=sys.stderr)
    if not history.order_is_sure:
        print(_EXCHANGEABLE, file=sys.stderr)


def _refused(why: str) -> int:
    print(why, file=sys.stderr)
    return BAD_INPUT


def _print_messages(history: "Talk") -> None:
    for row in history.messages.iter_rows(named=True):
        line = {
            "time": row["sent_at"].isoformat(),
            **{name: row[name] for name in ("sender", "kind", "text", "seconds")},
        }
        print(json.dumps(line, ensure_ascii=False))


def as_json(report: "TalkReport") -> dict[str, Any]:
    """The figures in the shape that `--json` prints (`docs/talk.md`)."""
    return {
        "from": _iso(report.days["day"][0]),
        "to": _iso(report.days["day"][-1]),
        "ended_on": _iso(report.ended_on),
        "days": [{**row, "day": _iso(row["day"])} for row in report.days.iter_rows(named=True)],
        "days_begun": {"mine": report.mine_begun, "theirs": report.theirs_begun},
        "night_share": report.night_share,
        "hours": report.hours,
        "hard_from": report.hard_from,
        "runs": [
            {**row, "began_at": _iso(row["began_at"]), "ended_at": _iso(row["ended_at"])}
            for row in report.runs.iter_rows(named=True)
        ],
        "waits": {
            name: _curve_json(getattr(report.waits, name))
            for name in ("after_one", "after_several", "before", "after")
        },
        "hazard": None
        if report.hazard is None
        else {
            "ratio": report.hazard.ratio,
            "low": report.hazard.low,
            "high": report.hazard.high,
            "answers": report.hazard.answers,
        },
        "changed_on": [_iso(day) for day in report.changed_on],
        "longest_quiet": None
        if report.quiet is None
        else {
            "from": _iso(report.quiet.began_at),
            "to": _iso(report.quiet.ended_at),
            "theirs": report.quiet.theirs,
        },
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _curve_json(curve: "Curve | None") -> dict[str, Any] | None:
    if curve is None:
        return None
    return {
        "median_hours": curve.median(),
        "hours": curve.hours.tolist(),
        "waiting": curve.waiting.tolist(),
        "low": curve.low.tolist(),
        "high": curve.high.tolist(),
    }


def for_people(report: "TalkReport") -> str:
    """The report as lines to read. A pattern of two, with counts and dates; nobody's fault."""
    return "\n".join([*_counts(report), *_waits(report), *_changes(report), "", _CAUTION])


def _counts(report: "TalkReport") -> Iterator[str]:
    from tomarigi.talk.counts import HARD_HOURS  # noqa: PLC0415 polars is for this command alone

    days, runs = report.days, report.runs
    yield f"{_day(days['day'][0])}から{_day(days['day'][-1])}まで"
    yield f"送った数：私 {days['mine'].sum()}通、相手 {days['theirs'].sum()}通"
    several = int((runs["messages"] >= SEVERAL).sum())
    yield f"返事のないまま、三通以上つづけて送ったこと：{several}回"
    if report.night_share is not None:
        yield f"23時から5時に送ったぶん：{report.night_share:.0%}"
    if report.hard_from is not None:
        until = (report.hard_from + HARD_HOURS) % _DAY_H
        yield f"いちばん多く送った時間：{report.hard_from}時から{until}時"
    if report.quiet is not None:
        began, held = _day(report.quiet.began_at), report.quiet.days
        theirs = f"そのあいだ、相手から{report.quiet.theirs}通"
        yield f"いちばん長く置けたとき：{began}から{held}日（{theirs}）"


def _waits(report: "TalkReport") -> Iterator[str]:
    waits, hazard = report.waits, report.hazard
    one, several = _median(waits.after_one), _median(waits.after_several)
    yield "返事までの時間（半分が届くまで）"
    yield f"　一通のあと {one}、三通目からあと {several}"
    if report.ended_on is not None:
        yield f"　別れる前 {_median(waits.before)}、別れたあと {_median(waits.after)}"
    if hazard is not None:
        effect = f"{hazard.ratio:.2f}倍でした（{hazard.low:.2f}〜{hazard.high:.2f}）"
        yield f"返事のないまま一通ふえるごとに、返事の来やすさは{effect}。"


def _changes(report: "TalkReport") -> Iterator[str]:
    for one in report.changed_on:
        yield f"{_day(one)}ごろ、やりとりの量が変わりました。このころ、何かありましたか。"


_CAUTION = "ふたりの、ひとつの履歴です。なぜそうなったかは、ここからは分かりません。"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _median(curve: "Curve | None") -> str:
    if curve is None:
        return "まだ数えられません"
    hours = curve.median()
    if hours is None:
        return "半分に届いていません"
    if hours < 1:
        return f"{round(hours * _HOUR_M)}分"
    return f"{hours:.1f}時間" if hours < 2 * _DAY_H else f"{hours / _DAY_H:.0f}日"
