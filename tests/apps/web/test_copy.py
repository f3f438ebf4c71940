"""What is said on screen: complete in both languages, and never what must not be said."""

import subprocess
import sys
from pathlib import Path

import pytest
from scripts.catalogues import CATALOGUE, ROOT, collected

JAPANESE = [text for _, text, _ in collected()]
# FACTS of the project: claims that make software a medical device, verdicts, orders, praise.
NEVER = (
    *("治療", "症状", "うつ病", "依存", "愛着障害", "処方", "効果", "医学的", "カウンセラー"),
    *("！", "しましょう", "元カレ", "元カノ", "彼女", "えらい", "すごい", "がんば", "我慢"),
    *("連続", "達成", "スコア", "点数", "しつこい", "重い女", "未練", "必ず"),
)


def test_the_catalogue_is_complete() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/catalogues.py", "check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("word", NEVER)
def test_it_is_never_said(word: str) -> None:
    assert not [text for text in JAPANESE if word in text]


def test_a_diagnosis_is_only_denied() -> None:
    said = [text for text in JAPANESE if "診断" in text]
    assert all("診断ではありません" in text for text in said)


def test_the_english_is_calm_too() -> None:
    assert "!" not in Path(CATALOGUE).read_text(encoding="utf-8").split("msgid", 2)[2]
