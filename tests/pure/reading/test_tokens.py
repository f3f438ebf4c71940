import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomarigi.reading.encoder import UNKNOWN, shipped_pieces
from tomarigi.reading.tokens import Pieces

TINY = Pieces(
    ["<s>", "<pad>", "</s>", "<unk>", "▁", "会", "い", "たい", "会い", "いた"],
    [0, 0, 0, 0, -2, -5, -4, -4, -6, -9],
    unknown=3,
)


def test_the_likeliest_cut_wins() -> None:
    # ▁ 会い たい (-12) against ▁ 会 い たい (-15) and ▁ 会 いた い (-20).
    assert TINY.cut("会いたい").pieces == (4, 8, 7)
    assert TINY.cut("会いたい").start == (0, 0, 2)


def test_what_is_in_no_piece_is_unknown_and_nothing_around_it_is_lost() -> None:
    assert TINY.cut("会☃たい").pieces == (4, 5, 3, 7)


@pytest.mark.parametrize(("one", "other"), [("ﾊﾞｶ", "バカ"), ("ＡＢＣ", "ABC"), ("あ　い", "あ い")])
def test_width_makes_no_difference(one: str, other: str) -> None:
    assert shipped_pieces().cut(one).pieces == shipped_pieces().cut(other).pieces


def test_japanese_and_english_are_known() -> None:
    text = "なんで返事くれないの？既読だけでもつけて。I miss you."
    assert UNKNOWN not in shipped_pieces().cut(text).pieces


def test_the_space_before_a_word_is_not_its_beginning() -> None:
    text = "Sorry.\nYou know"
    starts = shipped_pieces().cut(text).start
    assert text.index("You") in starts
    assert text.index("\n") not in starts


@given(st.text(alphabet=st.characters(), max_size=200))
def test_tokens_come_in_order_and_from_the_text(text: str) -> None:
    tokens = shipped_pieces().cut(text)
    assert len(tokens.pieces) == len(tokens.start)
    assert list(tokens.start) == sorted(tokens.start)
    assert all(0 <= at < max(len(text), 1) for at in tokens.start)
