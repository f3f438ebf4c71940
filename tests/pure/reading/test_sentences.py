import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomarigi.reading import read
from tomarigi.reading.sentences import split


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ごめん。会いたい。", ["ごめん。", "会いたい。"]),
        ("元気？\n鍵を返すね", ["元気？\n", "鍵を返すね"]),
        ("ありがとう😢また連絡するね", ["ありがとう😢", "また連絡するね"]),
        ("「もういい」って言ったよね。", ["「もういい」って言ったよね。"]),
        ("もう寝るね！！！おやすみ", ["もう寝るね！！！", "おやすみ"]),
        ("「嫌い。帰れ」と言う？そう。", ["「嫌い。帰れ」と言う？", "そう。"]),
        ("I miss you so much. Please call me.", ["I miss you so much. ", "Please call me."]),
        ("今日は🌸見に行った", ["今日は🌸見に行った"]),
        ("Mr. Brown has the key", ["Mr. Brown has the key"]),
        (
            "昨日は言いすぎてごめんね会いたいよ返事待ってるね",
            ["昨日は言いすぎてごめんね", "会いたいよ", "返事待ってるね"],
        ),
    ],
)
def test_where_sentences_end(text: str, parts: list[str]) -> None:
    assert [segment.span.of(text) for segment in read(text).segments] == parts


def test_a_mark_ends_a_segment_but_not_inside_brackets() -> None:
    text = "まって（笑。いや泣）うん。はい"
    assert [span.of(text) for span in split(text, ())] == ["まって（笑。いや泣）うん。", "はい"]


@given(st.text(alphabet=st.characters(), max_size=400), st.lists(st.integers(0, 500), max_size=20))
def test_wherever_they_begin_the_segments_cover_the_text(text: str, beginnings: list[int]) -> None:
    spans = split(text, beginnings)
    assert "".join(span.of(text) for span in spans) == text
    assert all(span.start < span.end for span in spans)


def test_white_space_begins_no_segment() -> None:
    assert [span.of("あ  い") for span in split("あ  い", range(4))] == ["あ  ", "い"]


def test_without_any_boundary_a_text_is_still_cut() -> None:
    assert max(span.end - span.start for span in split("あ" * 1000, ())) <= 160
