"""Lay a marker down, walk everywhere, break what can be broken, then search every byte."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import connection
from django.test import Client

from tomarigi.common.logs import WordlessFormatter
from tomarigi.holds import urls as holds_urls
from tomarigi.holds.models import Hold
from tomarigi.people.models import Person
from tomarigi.web import urls as web_urls

MARKER = "とりかごのしるしZQ7X"
PIECES = [
    piece.encode(code)
    for piece in (MARKER, MARKER[:6], "ZQ7X")
    for code in ("utf-8", "utf-16-le", "cp932", "unicode-escape")
]


@pytest.fixture
def written(caplog: pytest.LogCaptureFixture) -> Iterator[list[str]]:
    """Every line that the log would hold, formatted as the house formats it."""
    lines: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(WordlessFormatter().format(record))

    keep = Keep(level=logging.DEBUG)
    loggers = [logging.getLogger(name) for name in (None, "django", "django.request", "tomarigi")]
    for one in loggers:
        one.addHandler(keep)
    yield lines
    for one in loggers:
        one.removeHandler(keep)


@pytest.mark.django_db(transaction=True)
def test_no_word_stands_anywhere_in_clear(
    written: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    client = Client(raise_request_exception=False)
    _walk(client)
    _break_things(client)
    connection.close()
    files = (*settings.TOMARIGI_HOME.rglob("*"), *tmp_path.rglob("*"))
    searched = [one for one in files if one.is_file()]
    assert any("sqlite3" in one.name for one in searched)
    for file in searched:
        held = file.read_bytes()
        assert not [piece for piece in PIECES if piece in held], file
    assert written
    assert not [line for line in written if MARKER[:6] in line or "ZQ7X" in line]


def _walk(client: Client) -> None:
    for outcome in ("let_go", "kept", "reworded", "sent"):
        laid = client.post("/", {"text": f"{MARKER}、{outcome}。鍵はポストに。"})
        here = laid.headers["Location"].removesuffix("/reading")
        client.post(f"{here}/wave", {"wave": "7", "quiet": "20"})
        client.post(f"{here}/rest", {"until": "20"})
        for path in _screens(here):
            answer = client.get(path, follow=True)
            assert answer.status_code == 200, path
            assert all(MARKER not in step for step, _ in answer.redirect_chain)
            assert "⚠" not in answer.content.decode(), path
        assert client.post("/settings/take-away").status_code == 200
        client.post(f"{here}/outcome", {"outcome": outcome})
        client.post(f"{here}/own-words", {"text": f"自分へ {MARKER}"})
        for path in _screens(here):
            client.get(path)


def _screens(here: str) -> list[str]:
    names = ["", "/reading?read", "/reading/mend", "/wave", "/choose", "/practical", "/outcome"]
    others = ["/", "/past", "/help", "/settings", "/settings/erase"]
    return [*(here + name for name in names), f"{here}?open", f"{here}/delete", *others]


def _break_things(client: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/", {"text": MARKER}).status_code == 403
    assert client.post("/", {"text": MARKER}, headers={"host": "evil.example"}).status_code == 400
    assert client.post("/", {"text": MARKER * 3000}).status_code == 422
    assert client.post("/", MARKER * 900_000, content_type="text/plain").status_code in {400, 422}
    hold = Hold.objects.filter(outcome="kept").first()
    assert hold is not None
    assert client.post(f"/holds/{hold.pk}/rest", {"until": MARKER}).status_code == 422
    Person.objects.update(private_key=b"broken")
    assert client.get(f"/holds/{hold.pk}/reading").status_code == 500
    assert client.post("/", {"text": MARKER}).status_code == 500


def test_no_address_takes_words() -> None:
    patterns = [*holds_urls.urlpatterns, *web_urls.urlpatterns[1:]]
    routes = [str(getattr(one, "pattern", "")) for one in patterns]
    assert {part for route in routes for part in re.findall("<.*?>", route)} == {"<int:hold_id>"}


@pytest.mark.django_db
def test_another_name_for_this_machine_is_refused(client: Client) -> None:
    for host in ("evil.example", "127.0.0.1.evil.example", "169.254.169.254"):
        assert client.get("/", headers={"host": host}).status_code == 400
    assert issubclass(DisallowedHost, Exception)


def test_templates_carry_nothing_inline() -> None:
    root = Path(__file__).parents[3] / "src" / "tomarigi"
    for template in root.rglob("*.html"):
        text = template.read_text(encoding="utf-8")
        assert not re.search(r"<style|style=|<script(?! src)|\son\w+=|javascript:", text), template
        # Nothing is loaded from anywhere else; links a person may follow come from the data file.
        assert not re.search(r"""(?:src|href|action)=["']?(?:https?:)?//""", text), template
