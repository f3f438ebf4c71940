"""Every screen in both languages, by day and by night: axe, width, size of what is tapped."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NewPage, violations
from tests.conftest import NIGHT, someone
from tomarigi.holds import services
from tomarigi.holds.models import Hold
from tomarigi.holds.timing import RestUntil

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WORDS = "何度もごめんね。返事がないと、不安でたまらなくなる。\n鍵はポストに入れたよ。ありがとう。"

ENGLISH = (
    "I only wanted to say that I miss you so much. Please, please call me when you can tonight."
)
UNBROKEN = "あいたい" * 30 + "w" * 120
FOREIGN = "Te extraño muchísimo, por favor contéstame cuando puedas"


@pytest.fixture
def screens() -> list[str]:
    """The addresses of every screen, with something on each."""
    person = someone()
    paths = ["/", "/past", "/help", "/settings", "/settings/erase", "/nowhere"]
    undecided = services.lay_down(person, WORDS, at=NIGHT)
    services.note_wave(hold_id=undecided.pk, urge_0_10=8, at=NIGHT)
    services.expect_quiet(
        hold_id=undecided.pk, until=RestUntil(minutes=45), laid_at=undecided.laid_at
    )
    here = f"/holds/{undecided.pk}"
    names = ("reading", "reading/mend", "wave", "choose", "practical", "outcome", "delete")
    paths += [f"{here}/{name}" for name in names]
    paths += [here, f"{here}?open"]
    for outcome in (Hold.Outcome.LET_GO, Hold.Outcome.REWORDED, Hold.Outcome.SENT):
        hold = services.lay_down(person, f"{outcome}のまえの、べつのことば。", at=NIGHT)
        services.end(hold_id=hold.pk, outcome=outcome, at=NIGHT)
        paths.append(f"/holds/{hold.pk}")
    danger = services.lay_down(person, "もう死にたい。薬をぜんぶ飲む。", at=NIGHT)
    paths.append(f"/holds/{danger.pk}/reading")
    for words in (ENGLISH, UNBROKEN, FOREIGN):
        laid = services.lay_down(person, words, at=NIGHT)
        paths.append(f"/holds/{laid.pk}/reading?read")
    resting = services.lay_down(person, "雨の音がする。", at=NIGHT)
    services.rest(hold_id=resting.pk, until=RestUntil(), at=NIGHT)
    paths.append(f"/holds/{resting.pk}")
    return paths


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["ja-JP", "en-GB"])
def test_axe_finds_nothing(new_page: NewPage, screens: list[str], scheme: str, locale: str) -> None:
    # Tall enough that the navigation at the foot covers nothing.
    page = new_page(color_scheme=scheme, locale=locale, viewport={"width": 390, "height": 3000})
    found = {}
    for path in screens:
        page.goto(path)
        found[path] = violations(page)
    assert {path: list_ for path, list_ in found.items() if list_} == {}


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("locale", ["ja-JP", "en-GB"])
def test_nothing_scrolls_sideways_and_everything_can_be_tapped(
    new_page: NewPage, screens: list[str], width: int, locale: str
) -> None:
    page = new_page(viewport={"width": width, "height": 800}, locale=locale)
    for path in screens:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert too_small(page) == [], path


def too_small(page: Page) -> list[str]:
    """What can be operated but is under 44 px in one direction (the skip link aside)."""
    return list(
        page.evaluate(
            """() => [...document.querySelectorAll("a, button, textarea, summary, .c, .times span")]
            .filter(e => !e.matches(".skip") && e.offsetParent)
            .filter(e => { const b = e.getBoundingClientRect();
                           return b.height < 43.5 || b.width < 43.5 })
            .map(e => e.outerHTML.slice(0, 80))"""
        )
    )


def test_one_thing_is_lit(new_page: NewPage, screens: list[str]) -> None:
    page = new_page()
    for path in screens:
        page.goto(path)
        assert page.locator("main .do, main .first").count() <= 1 or "practical" in path, path


def test_with_letters_twice_as_large_nothing_is_cut(new_page: NewPage, screens: list[str]) -> None:
    page = new_page(viewport={"width": 640, "height": 900})
    for path in screens:
        page.goto(path)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, path
