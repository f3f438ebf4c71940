import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomarigi.reading.words import carrying


def weights(text: str, heavy: str) -> list[float]:
    at = text.index(heavy)
    return [1.0 if at <= place < at + len(heavy) else -0.1 for place in range(len(text))]


@pytest.mark.parametrize(
    ("text", "heavy", "words"),
    [
        ("でも、五年間ありがとうって思ってる。", "ありがとう", "ありがとうって"),
        ("返事がないと、不安でたまらなくなる。", "不安", "不安で"),
        ("会いたい。", "会いたい", "会いたい"),
    ],
)
def test_whole_phrases_are_marked_without_punctuation(text: str, heavy: str, words: str) -> None:
    span = carrying(text, weights(text, heavy))
    assert span is not None
    assert span.of(text) == words


def test_a_mark_never_covers_nearly_all_when_it_can_be_less() -> None:
    text = "きのう買ったばかりのかばんをもう返してほしいと思っている。"
    span = carrying(text, [1.0] * len(text))
    assert span is not None
    assert span.end - span.start <= 0.75 * len(text)


def test_of_words_that_add_alike_the_later_are_marked() -> None:
    span = carrying("縁側で爪を切る背中が恋しくてたまらない。", [1.0] * 20)
    assert span is not None
    assert span.of("縁側で爪を切る背中が恋しくてたまらない。").endswith("恋しくてたまらない")


def test_words_between_spaces_are_marked_apart() -> None:
    text = "I only wanted to say that I miss you so much."
    span = carrying(text, weights(text, "miss you"))
    assert span is not None
    assert span.of(text) == "miss you"


@pytest.mark.parametrize("text", ["", "。。。", " \n", "！？"])
def test_signs_alone_carry_nothing(text: str) -> None:
    assert carrying(text, [1.0] * len(text)) is None


@given(st.text(max_size=80), st.floats(-1, 1))
def test_the_words_lie_in_the_text(text: str, weight: float) -> None:
    span = carrying(text, [weight] * len(text))
    assert span is None or 0 <= span.start < span.end <= len(text)
