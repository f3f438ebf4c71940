"""The first whole walk: lay down, read, rest, come back, close it in one's own way."""

from datetime import timedelta

import pytest
from django.db.models import F
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tomarigi.holds.models import Hold, Wave

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WORDS = "何度もごめんね。返事がないと、不安でたまらなくなる。でも、今までありがとう。"
DANGER = "もう死にたい。薬を全部ならべた。"


def let_pass(minutes: int) -> None:
    """Time goes by: everything that was noted lies so many minutes further back."""
    back = timedelta(minutes=minutes)
    Hold.objects.update(laid_at=F("laid_at") - back, rests_until=F("rests_until") - back)
    Wave.objects.update(at=F("at") - back)


def lay_down(page: Page, words: str) -> None:
    page.goto("/")
    page.get_by_label("いま、送りたいことばを、ここに。").fill(words)
    page.get_by_role("button", name="ここに置く").click()


def tap(page: Page, name: str) -> None:
    """Tap a choice as a hand does: on its label, once it has come to rest."""
    choice = page.get_by_role("radio", name=name, exact=True)
    page.locator("label").filter(has=choice).click()
    expect(choice).to_be_checked()


def tap_wave(page: Page, urge: int) -> None:
    tap(page, f"10のうち{urge}")
    page.get_by_role("button", name="しるす").click()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_the_walk(new_page: NewPage, *, javascript: bool) -> None:
    page = new_page(java_script_enabled=javascript)
    lay_down(page, WORDS)
    expect(page.get_by_text("ことばの下に、あるかもしれないもの")).to_be_visible()
    page.get_by_role("link", name="このまま、ここに置く").click()

    tap(page, "45分後")
    tap_wave(page, 8)
    expect(page.get_by_role("heading", name="このことばを、どうしますか。")).to_be_visible()
    expect(page.get_by_text("ごめんね")).to_have_count(0)
    page.get_by_role("button", name="20分").click()
    expect(page.get_by_role("heading", name="休んでいます")).to_be_visible()

    let_pass(minutes=21)
    page.goto("/")
    page.get_by_role("link", name="時間になりました").click()
    page.get_by_role("link", name="いまの波をしるす").click()
    tap_wave(page, 5)
    expect(page.get_by_role("img", name="この波のようす")).to_be_visible()
    expect(page.locator("figcaption")).to_contain_text("置いたときは8、21分たって5。")

    page.get_by_role("link", name="もどる", exact=True).click()
    page.get_by_role("link", name="そのあとを、えらぶ").click()
    page.get_by_role("button", name="手放した").click()
    expect(page.get_by_role("heading", name="手放しました。")).to_be_visible()
    page.get_by_role("button", name="手放すのをやめて、もどす").click()
    page.get_by_role("link", name="ひらく").click()
    expect(page.get_by_text("何度もごめんね")).to_be_visible()


def test_words_stay_sealed_to_the_eye_until_asked_for(new_page: NewPage) -> None:
    page = new_page()
    lay_down(page, WORDS)
    page.goto(page.url.removesuffix("/reading"))
    assert "ごめん" not in page.content()
    page.get_by_role("link", name="ひらく").click()
    expect(page.get_by_text("何度もごめんね")).to_be_visible()
    page.get_by_role("link", name="とじる").click()
    assert "ごめん" not in page.content()


def test_sent_has_a_place_for_the_waiting(new_page: NewPage) -> None:
    page = new_page()
    lay_down(page, WORDS)
    page.goto(page.url.replace("/reading", "/outcome"))
    page.get_by_role("button", name="送った").click()
    expect(page.get_by_role("heading", name="待つあいだも、ここにいられます。")).to_be_visible()
    page.get_by_role("link", name="いまの波をしるす").click()
    tap_wave(page, 9)
    page.get_by_role("link", name="もどる", exact=True).click()
    page.get_by_role("button", name="待つのを、ここで終わりにする").click()
    expect(page.get_by_text("待つのを終わりにしました")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_danger_is_answered_before_any_reading(new_page: NewPage, *, javascript: bool) -> None:
    page = new_page(java_script_enabled=javascript)
    lay_down(page, DANGER)
    expect(page.get_by_role("link", name="よりそいホットライン")).to_be_visible()
    assert "死にたい。" not in page.locator("main").inner_text()
    page.get_by_role("link", name="ことばの読みも、ひらく").click()
    expect(page.locator(".read")).to_contain_text("薬を全部ならべた")
    help_at = page.locator(".strip").bounding_box()
    read_at = page.locator(".read").bounding_box()
    assert help_at is not None
    assert read_at is not None
    assert help_at["y"] < read_at["y"]


def test_the_third_time_is_met_as_one_thing(new_page: NewPage) -> None:
    page = new_page()
    # The very same words at once would be a second tap.
    for ending in ("", "ね", "よ"):
        lay_down(page, WORDS + ending)
    expect(page.get_by_role("heading", name="このことばは、今日3回目です。")).to_be_visible()
    expect(page.locator(".read")).to_have_count(0)


def test_what_the_reader_got_wrong_is_taken_away(new_page: NewPage) -> None:
    page = new_page()
    lay_down(page, WORDS)
    before = page.locator(".n").count()
    page.get_by_role("link", name="ちがうと思ったところを直す").click()
    page.locator("input[name=wrong]").first.check()
    page.get_by_role("button", name="直して、もどる").click()
    expect(page.locator(".n")).to_have_count(before - 1)


def test_too_long_words_come_back(new_page: NewPage) -> None:
    page = new_page()
    lay_down(page, "あ" * 20_001)
    expect(page.get_by_role("alert")).to_contain_text("20,000字までです。")
    assert len(page.locator("#text").input_value()) == 20_001


def test_an_empty_box_says_what_it_waits_for(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/")
    button = page.locator("main .do")
    expect(button).to_have_text("ことばを書くと、置けます")
    button.click(force=True)
    expect(page.locator("#text")).to_be_focused()
    page.keyboard.type("あ")
    expect(button).to_have_text("ここに置く")


def test_the_walk_by_keyboard_alone(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/")
    press_until(page, "textarea")
    page.keyboard.insert_text(WORDS)
    press_until(page, "button.do")
    page.keyboard.press("Enter")
    page.wait_for_url("**/reading")
    press_until(page, "a.do")
    page.keyboard.press("Enter")
    page.wait_for_url("**/wave")
    press_until(page, "input[name=wave]")
    page.keyboard.press("ArrowRight")
    press_until(page, "button.do")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="このことばを、どうしますか。").wait_for()
    press_until(page, "button.first")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="今日は、ここまで。")).to_be_visible()


def press_until(page: Page, selector: str) -> None:
    """Press Tab until this element has the focus, which must be visible."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    pytest.fail(f"no way to {selector} by keyboard")
