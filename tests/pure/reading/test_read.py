import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tomarigi.reading import (
    BENEATH,
    MOST_CHARACTERS,
    Finding,
    Flag,
    Label,
    Reading,
    Segment,
    Side,
    Span,
    TextTooLong,
    read,
)

JAPANESE = st.text(
    alphabet="あいのにもうごめんね会死帰鍵。、！？\n 　wｶﾞー😢👩‍👧ABC123\u202e\x00", max_size=120
)


def assert_whole(reading: Reading, text: str) -> None:
    """The segments cover the text in order; words lie inside their segment, apart."""
    at = 0
    for segment in reading.segments:
        assert segment.span.start == at < segment.span.end
        at = segment.span.end
        for found in segment.findings:
            assert 0.0 <= found.confidence <= 1.0
            assert found.words
            edges = [edge for words in found.words for edge in (words.start, words.end)]
            assert edges == sorted(edges)
            assert segment.span.start <= edges[0] < edges[-1] <= segment.span.end
    assert at == len(text)


@settings(deadline=None)
@given(st.text(alphabet=st.characters(), max_size=200) | JAPANESE)
def test_any_text_gives_a_whole_reading(text: str) -> None:
    assert_whole(read(text), text)


@pytest.mark.parametrize(
    "text",
    [
        "😢😢😢",
        "\ud800\udfff",
        "\x00\x01\x02",
        "\u202e\u202d\u200f",
        "。。。",
        "ﾞﾟ",
        "a" * 300,
        "好き" * 600,
        "Привет, как дела? 你好吗 안녕하세요",
        "e\u0301" * 50,
    ],
)
def test_odd_texts_are_read(text: str) -> None:
    assert_whole(read(text), text)


@pytest.mark.parametrize("text", ["", " ", "\n\n　\n"])
def test_where_nothing_is_said_nothing_is_found(text: str) -> None:
    reading = read(text)
    assert_whole(reading, text)
    assert (reading.labels, reading.safety, reading.underneath) == ((), (), ())


def test_the_longest_message_is_read_and_a_longer_one_refused_by_name() -> None:
    assert_whole(read("あ" * MOST_CHARACTERS), "あ" * MOST_CHARACTERS)
    with pytest.raises(TextTooLong) as caught:
        read("ひみつ" * MOST_CHARACTERS)
    assert caught.value.most == MOST_CHARACTERS
    assert "ひみつ" not in str(caught.value)


def test_the_same_text_gives_the_same_reading() -> None:
    text = "返事がないと、不安でたまらなくなる。"
    assert read(text) == read(text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("昨日は本当にごめんなさい。", Label.APOLOGY),
        ("今までありがとう。", Label.GRATITUDE),
        ("なんで返事くれないの？", Label.PURSUIT),
        ("会いたいよ。", Label.LONGING),
        ("あなたしかいないの。", Label.SOLE_RELIANCE),
        ("鍵はポストに入れました。", Label.PRACTICAL),
        ("お願いだから別れないで。", Label.DEMAND),
        ("まだ私のこと好き？", Label.REASSURANCE_SEEKING),
        ("全部私が悪い。", Label.SELF_BLAME),
        ("もう二度と連絡してこないでください。", Label.BOUNDARY),
    ],
)
def test_plain_sentences_are_read_plainly(text: str, label: Label) -> None:
    assert label in read(text).labels


@pytest.mark.parametrize(
    "text",
    [
        "もう死にたい",
        "消えてしまいたいです",
        "生きてる意味がない",
        "リスカした",
        "遺書を書いた",
        "今夜飛び降りる",
    ],
)
def test_a_wish_to_die_is_never_missed_when_it_is_said(text: str) -> None:
    assert read(text).safety


@pytest.mark.parametrize(
    "text", ["おはよう、いい天気だね。", "鍵はポストに入れました。", "今までありがとう。元気でね。"]
)
def test_quiet_messages_raise_no_flag(text: str) -> None:
    assert read(text).safety == ()


def test_what_lies_beneath_comes_from_the_labels_by_one_table() -> None:
    assert set(BENEATH) == set(Label)
    span = Span(0, 2)
    findings = (Finding(Label.GRATITUDE, 0.4, (span,)), Finding(Label.PURSUIT, 0.9, (span,)))
    reading = Reading(segments=(Segment(span, findings),), safety=())
    assert reading.underneath == (*BENEATH[Label.PURSUIT], *BENEATH[Label.GRATITUDE])
    assert reading.labels == (Label.PURSUIT, Label.GRATITUDE)


def test_a_reading_keeps_no_text() -> None:
    text = "ひみつのことばを、ここに。"
    assert "ひみつ" not in repr(read(text))


def test_every_label_has_a_name_and_a_side() -> None:
    assert all(label.shown_as and isinstance(label.side, Side) for label in Label)
    assert len(Flag) == 4
