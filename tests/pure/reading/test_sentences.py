import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomarigi.reading.heads import shipped_heads
from tomarigi.reading.sentences import BUCKETS, place_features, split

NOT_YET = pytest.mark.xfail(strict=True, reason="the learnt boundaries miss it; see MODELCARD.md")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ごめん。会いたい。", ["ごめん。", "会いたい。"]),
        ("元気？\n鍵を返すね", ["元気？\n", "鍵を返すね"]),
        pytest.param(
            "ありがとう😢また連絡するね", ["ありがとう😢", "また連絡するね"], marks=NOT_YET
        ),
        ("「もういい」って言ったよね。", ["「もういい」って言ったよね。"]),
        ("もう寝るね！！！おやすみ", ["もう寝るね！！！", "おやすみ"]),
        (
            "「嫌い。もう来ないで」と言われた？そう。",
            ["「嫌い。もう来ないで」と言われた？", "そう。"],
        ),
        ("まって（笑。いや泣）うん", ["まって（笑。いや泣）うん"]),
    ],
)
def test_where_sentences_end(text: str, parts: list[str]) -> None:
    assert [span.of(text) for span in split(text, shipped_heads().boundaries)] == parts


@given(st.text(alphabet=st.characters(), max_size=400), st.integers(0, 2**32 - 1))
def test_whatever_the_weights_the_segments_cover_the_text(text: str, seed: int) -> None:
    weights = np.random.default_rng(seed).normal(size=BUCKETS + 1).astype(np.float32)
    spans = split(text, weights)
    assert "".join(span.of(text) for span in spans) == text
    assert all(span.start < span.end for span in spans)


def test_white_space_begins_no_segment() -> None:
    always = np.full(BUCKETS + 1, 1.0, np.float32)
    assert [span.of("あ  い") for span in split("あ  い", always)] == ["あ  ", "い"]


def test_without_any_boundary_a_text_is_still_cut() -> None:
    never = np.full(BUCKETS + 1, -1.0, np.float32)
    assert max(span.end - span.start for span in split("あ" * 1000, never)) <= 160


def test_a_place_is_seen_in_a_fixed_number_of_ways() -> None:
    assert place_features("あいう").shape[0] == 2
    assert place_features("あいう").shape[1] == place_features("鍵は返す" * 50).shape[1]
