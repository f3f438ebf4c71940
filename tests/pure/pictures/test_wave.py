from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomarigi.pictures import WavePoint, WaveWords, draw_wave

SVG = "{http://www.w3.org/2000/svg}"
WORDS = WaveWords(
    title="波<&>",
    finding="8から6へ。",
    felt="感じた波",
    expected="予想",
    places=("置いた", "10分", "20分", "45分", "翌朝"),
)
FELT = [WavePoint(0, 8), WavePoint(10, 9), WavePoint(20, 6)]


def picture(felt: list[WavePoint], quiet_at: float | None = None) -> ET.Element:
    return ET.fromstring(draw_wave(felt, quiet_at=quiet_at, words=WORDS).svg)  # noqa: S314 our own


def test_it_says_in_words_what_it_shows() -> None:
    svg = picture(FELT)
    assert svg.findtext("title") == "波<&>"
    assert svg.findtext("desc") == "8から6へ。"
    assert svg.get("role") == "img"


def test_the_lit_shape_is_the_last_answer_and_there_is_one() -> None:
    lit = [one for one in picture(FELT).iter("use") if one.get("class") == "bird"]
    assert len(lit) == 1
    assert "translate(174.0 " in (lit[0].get("transform") or "")


def test_without_an_expectation_none_is_drawn() -> None:
    assert picture(FELT).find("path[@class='thought']") is None
    assert picture(FELT, 45).find("path[@class='thought']") is not None


def test_nothing_is_drawn_past_the_last_answer() -> None:
    felt = picture(FELT).find("path[@class='felt']")
    assert felt is not None
    assert (felt.get("d") or "").endswith("174.0 86.8")


@pytest.mark.parametrize("felt", [[], [WavePoint(0, 11)], [WavePoint(0, -1)]])
def test_what_is_no_wave_is_refused(felt: list[WavePoint]) -> None:
    with pytest.raises(ValueError, match="between 0 and 10"):
        picture(felt)


@given(
    st.lists(
        st.builds(
            WavePoint, minutes=st.floats(0, 1e6), urge_0_10=st.integers(min_value=0, max_value=10)
        ),
        min_size=1,
    ),
    st.none() | st.floats(0, 1e6),
)
def test_every_wave_stays_on_the_page(felt: list[WavePoint], quiet_at: float | None) -> None:
    svg = picture(felt, quiet_at)
    for dot in svg.iter("circle"):
        assert 0 <= float(dot.get("cx") or -1) <= 350
        assert 0 <= float(dot.get("cy") or -1) <= 214
