"""`tomarigi talk`, on an invented history."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from tomarigi import cli

BEGAN = date(2024, 1, 1)
WEEKDAYS = "月火水木金土日"


def history(folder: Path, *, days: int = 40, title: str = "みかとのトーク履歴") -> str:
    lines = [f"[LINE] {title}", "保存日時：2024/04/03 21:07"]
    for at in range(days):
        day = BEGAN + timedelta(days=at)
        lines += ["", f"{day:%Y/%m/%d}({WEEKDAYS[day.weekday()]})"]
        lines += ["22:00\tたろう\tねえ", "22:20\tたろう\t起きてる？", "22:40\tたろう\tおやすみ"]
        lines += ["23:00\tみか\tうん"] if at < days // 2 else []
    file = folder / "[LINE] みかとのトーク.txt"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(file)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = cli.main(["talk", *arguments])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_a_report_says_what_followed_and_its_caution(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    status, out, _ = run(capsys, history(tmp_path), "--ended-on", "2024-01-21")
    assert status == 0
    assert "私 120通、相手 20通" in out
    assert "別れたあと 半分に届いていません" in out
    assert out.rstrip().endswith("なぜそうなったかは、ここからは分かりません。")


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_report_names_nobody_and_quotes_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, form: list[str]
) -> None:
    _, out, _ = run(capsys, history(tmp_path), *form)
    assert not any(word in out for word in ("みか", "たろう", "起きてる"))


def test_the_hours_one_writes_most_in_are_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert "20時から23時" in run(capsys, history(tmp_path))[1]


def test_what_was_not_read_or_decided_is_said_beside_the_answer(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "chat.txt"
    file.write_text("lost\n01/02/2024, 09:00 - Mika: hi\n", encoding="utf-8")
    status, out, err = run(capsys, str(file), "--messages")
    assert (status, len(out.splitlines())) == (0, 1)
    assert "Lines not read (1): 1" in err
    assert "could be exchanged" in err
    assert "lost" not in err


def test_figures_come_as_json(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    _, out, _ = run(capsys, history(tmp_path), "--json")
    figures = json.loads(out)
    assert (figures["from"], figures["to"]) == ("2024-01-01", "2024-02-09")
    assert sum(day["mine"] for day in figures["days"]) == 120
    assert figures["waits"]["after_several"]["hours"] == pytest.approx([1 / 3])


def test_messages_come_a_line_each(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    _, out, _ = run(capsys, history(tmp_path, days=1), "--messages")
    assert json.loads(out.splitlines()[0]) == {
        "time": "2024-01-01T22:00:00",
        "sender": "たろう",
        "kind": "text",
        "text": "ねえ",
        "seconds": None,
    }


def test_without_a_telling_title_one_is_asked(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = history(tmp_path, title="登山部のトーク履歴")
    status, _, err = run(capsys, file)
    assert status == 2
    assert "--me" in err
    assert run(capsys, file, "--me", "たろう")[0] == 0
    assert run(capsys, file, "--me", "だれか")[0] == 2


@pytest.mark.parametrize("content", [b"", b"\x00\x01", "メモ\n牛乳".encode()])
def test_what_is_no_history_is_refused_with_a_way_on(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "other.txt"
    file.write_bytes(content)
    status, out, err = run(capsys, str(file))
    assert (status, out) == (2, "")
    assert "トーク履歴を送信" in err


def test_a_missing_file_is_said_to_be_missing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    status, _, err = run(capsys, str(tmp_path / "none.txt"))
    assert status == 2
    assert "could not be read" in err


def test_own_messages_are_read_by_week_when_asked(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    _, out, _ = run(capsys, history(tmp_path, days=14), "--acts", "--json")
    acts = json.loads(out)["acts"]
    assert (acts["read"], acts["total"]) == (42, 42)
    assert {row["week"] for row in acts["weeks"]} == {"2024-01-01", "2024-01-08"}
    _, out, _ = run(capsys, history(tmp_path, days=14), "--acts")
    assert "2024-01-08 の週" in out
