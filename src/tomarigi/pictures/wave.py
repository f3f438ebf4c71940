"""The picture of a wave: what was felt against what was expected.

The branch is zero. Nothing is filled and nothing is extrapolated: the felt line ends at the last
answer. Places along the branch are those of the moments asked about, evenly enough to read;
an answer between two moments stands between their places.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement, tostring

WIDTH, HEIGHT = 350, 214
_LEFT, _ZERO, _STEP = 38.0, 172.0, 14.2
_PLACES = ((0.0, 38.0), (10.0, 106.0), (20.0, 174.0), (45.0, 252.0), (720.0, 322.0))
"""(minutes after laying down, x). From the last place on, everything stands at its x."""

_BRANCH = "M-20 170.4C110 169.6 240 171 354 173V174C240 174.6 110 175 -20 175.4Z"
_ROOM_BESIDE = 260.0
"""Up to this x a label fits to the right of its ring."""


@dataclass(frozen=True, slots=True)
class WavePoint:
    """One answer: minutes after laying down (>= 0) and the urge, 0..10."""

    minutes: float
    urge_0_10: int


@dataclass(frozen=True, slots=True)
class WaveWords:
    """Every word of the picture, in the person's language. `places` names the five moments."""

    title: str
    finding: str
    felt: str
    expected: str
    places: tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class WavePicture:
    """The SVG as text. Its classes are those of the style sheet; it has no style of its own."""

    svg: str


def draw_wave(
    felt: Sequence[WavePoint], *, quiet_at: float | None, words: WaveWords
) -> WavePicture:
    """Draw what was felt against what was expected.

    Args:
        felt: at least one answer, in order of time.
        quiet_at: minutes after laying down at which quiet was expected; `None` draws no
            expectation.
        words: the words of the picture.

    Returns:
        An `svg` element with `title` and `desc`, 350 wide.

    Raises:
        ValueError: there is no answer, or an urge outside 0..10.
    """
    if not felt or any(not 0 <= point.urge_0_10 <= 10 for point in felt):  # noqa: PLR2004 the scale
        raise ValueError("a wave needs answers between 0 and 10")
    picture = Element(
        "svg",
        {
            "class": "pic",
            "viewBox": f"0 0 {WIDTH} {HEIGHT}",
            "role": "img",
            "aria-labelledby": "wave-title wave-finding",
        },
    )
    SubElement(picture, "title", {"id": "wave-title"}).text = words.title
    SubElement(picture, "desc", {"id": "wave-finding"}).text = words.finding
    _frame(picture)
    if quiet_at is not None:
        _expected(picture, felt[0], quiet_at, words.expected)
    _felt(picture, felt, words.felt)
    _moments(picture, felt[-1], words.places)
    return WavePicture(svg=tostring(picture, encoding="unicode"))


def _frame(picture: Element) -> None:
    ten, five = _height(10), _height(5)
    SubElement(picture, "path", {"class": "hairline", "d": f"M38 {ten}H340M38 {five}H340"})
    for value, y in (("10", ten), ("5", five)):
        label = {"x": "24", "y": f"{y + 4}", "text-anchor": "end"}
        SubElement(picture, "text", label).text = value
    SubElement(picture, "path", {"class": "wood", "d": _BRANCH})


def _expected(picture: Element, first: WavePoint, quiet_at: float, name: str) -> None:
    start, end = (_along(first.minutes), _height(first.urge_0_10)), (_along(quiet_at), _height(0))
    line = f"M{start[0]} {start[1]}L{end[0]} {end[1]}"
    SubElement(picture, "path", {"class": "thought", "d": line})
    ring = {"class": "ring-dot", "cx": f"{end[0]}", "cy": f"{end[1]}", "r": "4.5"}
    SubElement(picture, "circle", ring)
    if end[0] <= _ROOM_BESIDE:
        label = {"x": f"{end[0] + 10}", "y": f"{end[1] - 10}", "text-anchor": "start"}
    else:
        label = {"x": f"{end[0] + 14}", "y": f"{end[1] - 34}", "text-anchor": "end"}
    SubElement(picture, "text", label).text = name


def _felt(picture: Element, felt: Sequence[WavePoint], name: str) -> None:
    places = [(_along(point.minutes), _height(point.urge_0_10)) for point in felt]
    line = "M" + "L".join(f"{x} {y}" for x, y in places)
    SubElement(picture, "path", {"class": "felt", "d": line})
    for x, y in places[:-1]:
        SubElement(picture, "circle", {"class": "dot", "cx": f"{x}", "cy": f"{y}", "r": "4.5"})
    x, y = places[-1]
    here = {"href": "#rest", "class": "bird", "transform": f"translate({x} {y + 4}) scale(.52)"}
    SubElement(picture, "use", here)
    label = {"class": "b", "x": f"{max(x, 72)}", "y": f"{y - 20}", "text-anchor": "middle"}
    SubElement(picture, "text", label).text = name


def _moments(picture: Element, last: WavePoint, names: tuple[str, ...]) -> None:
    now = max(x for minutes, x in _PLACES if minutes <= last.minutes)
    for (_, x), name in zip(_PLACES, names, strict=True):
        label = {"x": f"{x}", "y": "196", "text-anchor": "middle"}
        if x == now:
            label["class"] = "b"
        SubElement(picture, "text", label).text = name


def _height(urge_0_10: int) -> float:
    return round(_ZERO - _STEP * urge_0_10, 1)


def _along(minutes: float) -> float:
    """The x of a time after laying down, straight between the places of two moments."""
    for (before, left), (after, right) in pairwise(_PLACES):
        if minutes <= after:
            return round(left + (right - left) * max(minutes - before, 0) / (after - before), 1)
    return _PLACES[-1][1]
