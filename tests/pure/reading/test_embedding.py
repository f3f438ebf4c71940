import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomarigi.reading import MOST_CHARACTERS, TextTooLong, embed
from tomarigi.reading.encoder import DIMENSIONS


@pytest.mark.parametrize(
    ("one", "near", "far"),
    [
        ("会いたい", "顔が見たいな", "鍵はポストに入れました"),
        (
            "昨日は本当にごめんなさい。",
            "言いすぎたこと、謝りたい。",
            "もう二度と連絡しないでください。",
        ),
        ("養育費の振り込みをお願いします", "家賃の件で連絡しました", "寂しくて眠れない"),
        ("I miss you so much", "I want you back home", "The keys are in the letterbox"),
    ],
)
def test_what_means_alike_is_near(one: str, near: str, far: str) -> None:
    vectors = embed([one, near, far])
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]


def test_nothing_has_no_direction_and_no_texts_no_rows() -> None:
    assert not embed(["", " \n"]).any()
    assert embed([]).shape == (0, DIMENSIONS)


def test_too_long_is_refused() -> None:
    with pytest.raises(TextTooLong):
        embed(["あ" * (MOST_CHARACTERS + 1)])


@given(st.text(alphabet=st.characters(), min_size=1, max_size=100))
def test_any_text_has_a_unit_vector_or_none(text: str) -> None:
    length = float(np.linalg.norm(embed([text])[0]))
    assert length == pytest.approx(1.0, abs=1e-4) or length == 0.0
