import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomarigi.common.phrases import counted, phrases


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("いま、送りたいことばを、ここに。", ["いま、", "送りたいことばを、", "ここに。"]),
        ("いのちや体があぶない", ["いのちや", "体が", "あぶない"]),
        ("Please call me.", ["Please ", "call ", "me."]),
    ],
)
def test_where_a_line_may_break(text: str, pieces: list[str]) -> None:
    assert phrases(text) == pieces


@pytest.mark.parametrize("text", ["時間は20分たって6になりました。", "2026年11月25日の資料"])
def test_a_number_keeps_its_counter(text: str) -> None:
    assert not any(piece and piece[0] in "分年月日" for piece in phrases(text))


@given(st.text())
def test_nothing_is_lost_or_added(text: str) -> None:
    assert "".join(phrases(text)) == text


def test_counting_softly() -> None:
    assert [counted(number) for number in (1, 2, 10, 11)] == ["ひとつ", "ふたつ", "とお", "11"]
