import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomarigi.reading.patterns import PATTERNS, matches
from tomarigi.reading.plain import plain
from tomarigi.reading.surface import Seen, Surface, shipped_surface

ANY = st.text(alphabet=st.characters(), max_size=120)


def only(word: str, weight: float) -> Surface:
    """A model that knows one n-gram and one output."""
    key = next(
        key
        for key, start, end in zip(
            *(getattr(Seen.of(word), n) for n in ("keys", "start", "end")), strict=True
        )
        if (start, end) == (0, len(word))
    )
    return Surface(
        keys=np.array([key]),
        rarity=np.ones(1, np.float32),
        grams=np.full((1, 1), weight, np.float32),
        patterns=np.zeros((len(PATTERNS), 1), np.float32),
        bias=np.zeros(1, np.float32),
    )


def test_a_known_word_adds_its_weight_where_it_stands() -> None:
    model, text = only("返事", 2.0), "なんで返事くれないの"
    seen = Seen.of(text)
    assert model.logits(seen).tolist() == [2.0]
    assert model.parts(seen, 0, len(text)).tolist() == [0, 0, 0, 1, 1, 0, 0, 0, 0, 0]


@pytest.mark.parametrize("typed", ["ﾊﾞｶ", "バカ", "バ\u200bカ"])
def test_odd_spellings_are_the_same_word(typed: str) -> None:
    assert only("バカ", 1.0).logits(Seen.of(typed)).tolist() == [1.0]


@given(ANY)
def test_parts_add_up_to_the_logit(text: str) -> None:
    model = shipped_surface()
    seen = Seen.of(text)
    parts = model.parts(seen, 0, max(len(text), 1)).sum()
    # What is spread over no character (marks of the edges alone) is the rest.
    edges = seen.start == seen.end
    if not edges.any():
        assert parts + model.bias[0] == pytest.approx(model.logits(seen)[0], abs=1e-3)
    assert np.isfinite(parts)


@given(ANY)
def test_plain_text_leads_back(text: str) -> None:
    known = plain(text)
    assert len(known.text) == len(known.origin)
    assert list(known.origin) == sorted(known.origin)
    assert plain(known.text).text == known.text


@given(ANY)
def test_patterns_match_inside_the_text(text: str) -> None:
    letters = plain(text).text.lower()
    assert all(0 <= one.span.start <= one.span.end <= len(letters) for one in matches(letters))
