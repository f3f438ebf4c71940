import io
import json

import pytest

from tomarigi import cli
from tomarigi.reading import MOST_CHARACTERS

TEXT = "今までありがとう。鍵はポストに入れました。"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = cli.main(["read", *arguments])
    said = capsys.readouterr()
    return status, said.out, said.err


def give(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_plain_output_names_what_it_marks(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, TEXT)
    assert status == 0
    assert "感謝" in out
    assert "［" in out
    assert "\x1b" not in out


def test_a_language_not_learnt_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "Te extraño, por favor contéstame ya")
    assert out.startswith("日本語と英語のほかは")
    assert "〔" not in out


def test_danger_is_answered_first(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "もう死にたい。")
    assert out.startswith("いま、話せるところがあります。")
    assert "0120-279-338" in out


def test_json_has_the_promised_shape(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "--json", TEXT)
    answer = json.loads(out)
    assert list(answer) == ["labels", "safety", "segments", "underneath"]
    first = answer["segments"][0]
    assert list(first) == ["start", "end", "text", "labels"]
    assert TEXT[first["start"] : first["end"]] == first["text"]
    assert list(first["labels"][0]) == ["label", "confidence", "words"]


def test_a_message_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, TEXT)
    status, out, _ = run(capsys, "-")
    assert status == 0
    assert "感謝" in out


def test_lines_are_answered_one_by_one_and_a_bad_one_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    long = json.dumps({"id": 3, "text": "あ" * (MOST_CHARACTERS + 1)})
    rows = [
        '{"id": "a", "text": "ありがとう。"}',
        "{ひみつ",
        '{"id": 1}',
        "[]",
        long,
        "",
        '{"id": 4, "text": ""}',
    ]
    give(monkeypatch, "\n".join(rows))
    status, out, err = run(capsys, "--jsonl")
    assert status == 2
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["a", 4]
    assert [line.split(":")[0] for line in err.splitlines()] == [f"line {n}" for n in (2, 3, 4, 5)]
    assert "ひみつ" not in err


@pytest.mark.parametrize("arguments", [(), ("あ" * (MOST_CHARACTERS + 1),)])
def test_what_cannot_be_read_is_refused_in_a_sentence(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.strip()


def test_reading_loads_no_django() -> None:
    import subprocess  # noqa: PLC0415 a process of its own, so that nothing is loaded yet
    import sys  # noqa: PLC0415 see above

    code = (
        "import sys, tomarigi.cli as c; c.main(['read', 'あ']); sys.exit('django' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
