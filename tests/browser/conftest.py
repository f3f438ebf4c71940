"""A real browser on the real pages. Anything it asks for outside this machine fails the test."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright
from pytest_django.live_server_helper import LiveServer

# Playwright keeps an event loop in this thread; beside it Django would not touch the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

AXE = Path(__file__).parents[1] / "vendor" / "axe-core" / "axe.min.js"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

NewPage = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome")
    chromium = next(filter(None, map(shutil.which, names)), None)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def new_page(browser: Browser, live_server: LiveServer) -> Iterator[NewPage]:
    """Open a page as a phone at night in Japan; keyword arguments change that."""
    opened: list[BrowserContext] = []
    left: list[str] = []

    def stay_here(route: Route) -> None:
        host = urlsplit(route.request.url).hostname
        if host in {"127.0.0.1", "localhost"}:
            route.continue_()
        else:
            left.append(host or "?")
            route.abort()

    def new(**options: object) -> Page:
        settings = {
            "viewport": {"width": 390, "height": 844},
            "color_scheme": "dark",
            "locale": "ja-JP",
            "reduced_motion": "reduce",
            "base_url": live_server.url,
            **options,
        }
        context = browser.new_context(**settings)  # type: ignore[arg-type]  # a dict of its options
        context.set_default_timeout(10_000)
        context.route("**/*", stay_here)
        opened.append(context)
        return context.new_page()

    yield new
    for context in opened:
        context.close()
    assert left == []


def violations(page: Page) -> list[str]:
    """What axe finds on this page: rule and elements."""
    # Evaluated through the debugger, so the content policy stays as strict as it is.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", AXE_TAGS
    )
    return [
        f"{one['id']}: {[node['target'] for node in one['nodes']]}" for one in found["violations"]
    ]
