"""Take a picture of every screen: phone by day and by night, and a wide one.

Usage: .venv/bin/python scripts/shots.py FOLDER [URL]
Walks through a running Tomarigi (http://127.0.0.1:8765) with made-up words; use an empty
TOMARIGI_HOME. The pictures are for looking at, beside the drawings.
"""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

Shot = Callable[[str], None]

WORDS = (
    "なんで返事くれないの？\n"
    "会えないと、不安でたまらない。\n"
    "声が聞きたい。\n"
    "五年間、ほんとうにありがとう。\n"
    "鍵はポストに入れておくね。"
)
DANGER = "もう消えてしまいたい。薬をぜんぶ机にならべた。"
WAVE = 'input[name="wave"][value="{}"] + span'
SIZES = {
    "phone-day": (390, 844, "light"),
    "phone-night": (390, 844, "dark"),
    "wide-day": (1280, 800, "light"),
    "small-night": (320, 640, "dark"),
}


def main() -> None:
    """Walk once in each size."""
    folder = Path(sys.argv[1])
    url = sys.argv[2] if len(sys.argv) > 2 else "http://127.0.0.1:8765"  # noqa: PLR2004 optional
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, (width, height, scheme) in SIZES.items():
            _walk(browser, url, folder, (name, width, height, scheme))
        browser.close()


def _walk(browser: Browser, url: str, folder: Path, size: tuple[str, int, int, str]) -> None:
    name, width, height, scheme = size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=2,
        color_scheme="dark" if scheme == "dark" else "light",
        locale="ja-JP",
        reduced_motion="reduce",
    )
    page = context.new_page()

    def shot(screen: str) -> None:
        page.wait_for_timeout(300)  # a click may still be on its way to the next page
        page.wait_for_load_state()
        # A taller window instead of a full-page shot, so that the navigation stays at its foot.
        tall = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": width, "height": max(height, tall)})
        page.screenshot(path=folder / f"{screen}-{name}.png")
        page.set_viewport_size({"width": width, "height": height})

    page.goto(url)
    shot("01-home-empty")
    _lay_down(page, WORDS)
    shot("02-reading")
    page.get_by_text("ちがうと思ったところを直す").click()
    shot("03-mend")
    page.go_back()
    page.get_by_text("このまま、ここに置く").click()
    shot("04-wave-first")
    page.click(WAVE.format(8))
    page.locator('input[name="quiet"] + span').nth(2).click()
    page.get_by_text("しるす", exact=True).click()
    shot("05-choose")
    page.get_by_text("20分").click()
    shot("06-resting")
    _choose_an_end(page, shot)
    _other_screens(page, url, shot)
    context.close()


def _lay_down(page: Page, words: str) -> None:
    page.fill("#text", words)
    page.click("main .do")


def _choose_an_end(page: Page, shot: Shot) -> None:
    here = page.url
    page.get_by_text("そのあとを、えらぶ").click()
    shot("07-outcome")
    for value, screen in (
        ("let_go", "08-let-go"),
        ("kept", "09-kept"),
        ("reworded", "10-own-words"),
        ("sent", "11-sent"),
    ):
        page.goto(f"{here}/outcome")
        page.click(f'button[value="{value}"]')
        shot(screen)
        page.goto(here)
        page.locator('form[action$="take-back"] button').click()
    page.goto(f"{here}/practical")
    shot("12-practical")
    page.goto(f"{here}?open")
    shot("13-opened")


def _other_screens(page: Page, url: str, shot: Shot) -> None:
    page.goto(url)
    shot("14-home")
    page.fill("#text", "あ" * 20_001)
    page.click("main .do")
    shot("15-too-long")
    page.goto(url)
    _lay_down(page, DANGER)
    shot("16-danger")
    for path, screen in (
        ("past", "17-past"),
        ("help", "18-help"),
        ("settings", "19-settings"),
        ("settings/erase", "20-erase"),
        ("nowhere", "21-not-found"),
    ):
        page.goto(f"{url}/{path}")
        shot(screen)
    for ending in ("。", "よ。", "ね。"):
        page.goto(url)
        _lay_down(page, f"さっき歩いてたら、あのパン屋まだあった{ending}")
    shot("22-returned")
    page.goto(f"{url}/settings/erase")
    page.click("main .do")
    shot("23-erased")


if __name__ == "__main__":
    main()
