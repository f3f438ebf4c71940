import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomarigi.holds.sameness import NEARLY_THE_SAME, likeness

SAME = [
    ("もう一回だけ話したい。電話出て。", "もう一回だけ話したいよ、電話出て？"),
    ("もう一回だけ話したい。電話出て。", "もう1回だけ話したい。。でんわ出て"),
    ("なんで返事くれないの", "なんで返事くれないのーーーー😢"),
    ("昨日はごめん、言いすぎた。反省してる。", "ごめん、昨日は言いすぎた。反省してる"),
    ("Please call me back tonight", "please call me back tonight!!"),
]
OTHER = [
    ("もう一回だけ話したい。電話出て。", "もう電話はしない。元気でね。"),
    ("なんで返事くれないの", "なんで嘘ついたの"),
    ("鍵はポストに入れました。", "荷物はいつ取りに行けばいい？"),
    ("さみしい", "さむい"),
    ("今日で一年だね。あの店、まだあったよ。", "今日で最後にする。店の鍵は返す。"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_nearly_the_same(one: str, other: str) -> None:
    assert likeness(one, other) >= NEARLY_THE_SAME


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_message(one: str, other: str) -> None:
    assert likeness(one, other) < NEARLY_THE_SAME


def test_signs_alone_are_the_same_only_when_equal() -> None:
    assert likeness("！？", "！？") == 1.0
    assert likeness("！？", "。。。") == 0.0


@given(st.text(), st.text())
def test_likeness_is_a_share_and_goes_both_ways(one: str, other: str) -> None:
    assert 0.0 <= likeness(one, other) == likeness(other, one) <= 1.0


@given(st.text())
def test_a_text_is_like_itself(text: str) -> None:
    assert likeness(text, text) == 1.0
