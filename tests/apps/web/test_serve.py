"""The real command: a process of its own, asked over HTTP."""

import http.client
import os
import re
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tomarigi.web import serve, settings

MARKER = "しるしQX81"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture(scope="module")
def house(place: Path, port: int) -> Iterator[Path]:
    """Tomarigi, open on a port of its own; the folder is that of its temporary files."""
    scratch = place / "scratch"
    scratch.mkdir()
    with (place / "log").open("w") as log:
        running = subprocess.Popen(
            [sys.executable, "-m", "tomarigi.cli"],
            env=environment(place, port) | {"TMPDIR": str(scratch)},
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
    assert running.stdout is not None
    assert f"http://127.0.0.1:{port}" in running.stdout.readline()
    yield scratch
    running.terminate()
    running.wait(timeout=10)
    running.stdout.close()


def environment(place: Path, port: int) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
    return kept | {"TOMARIGI_HOME": str(place / "data"), "TOMARIGI_PORT": str(port)}


def ask(
    port: int, method: str, path: str, body: str | None = None, **headers: str
) -> tuple[int, str, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    cookie, text = answer.headers.get("Set-Cookie", ""), answer.read().decode()
    connection.close()
    return answer.status, cookie, text


def test_it_serves_pages_and_their_style(house: Path, port: int) -> None:
    for path in ("/", "/help", "/static/tomarigi/tokens.css"):
        assert ask(port, "GET", path)[0] == 200


def test_a_rebound_name_is_refused(house: Path, port: int) -> None:
    assert ask(port, "GET", "/", Host="evil.example")[0] == 400


def test_a_form_of_another_page_is_refused(house: Path, port: int) -> None:
    assert ask(port, "POST", "/", "text=x", Origin="https://evil.example")[0] == 403


def test_it_listens_on_this_machine_only(house: Path, port: int) -> None:
    rows = Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()
    listening = [row.split()[1] for row in rows if row.split()[3] == "0A"]
    assert f"0100007F:{port:04X}" in listening
    assert f"00000000:{port:04X}" not in listening


def test_even_large_words_never_touch_the_disk(house: Path, place: Path, port: int) -> None:
    status, cookie, page = ask(port, "GET", "/")
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert status == 200
    assert token is not None
    body = urlencode({"csrfmiddlewaretoken": token[1], "text": MARKER * 100_000})
    form = "application/x-www-form-urlencoded"
    answer = ask(port, "POST", "/", body, **{"Content-Type": form, "Cookie": cookie.split(";")[0]})
    assert answer[0] == 422
    files = [one for one in place.rglob("*") if one.is_file()]
    assert len(files) >= 3
    assert not [one for one in files if MARKER.encode() in one.read_bytes()]
    assert not list(house.iterdir())


def test_waitress_is_told_to_keep_bodies_in_memory() -> None:
    assert serve.NEVER_ON_DISK > serve.MOST_OF_A_BODY == settings.DATA_UPLOAD_MAX_MEMORY_SIZE


def test_what_it_keeps_is_the_owners_alone(house: Path, place: Path, port: int) -> None:
    ask(port, "GET", "/")
    data = place / "data"
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    for name in ("secret", "tomarigi.sqlite3"):
        assert stat.S_IMODE((data / name).stat().st_mode) == 0o600


def test_a_taken_port_is_named(house: Path, place: Path, port: int) -> None:
    second = subprocess.run(
        [sys.executable, "-m", "tomarigi.cli"],
        env=environment(place, port),
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert second.returncode == 2
    assert f"Port {port} is in use" in second.stderr


def test_a_damaged_secret_is_said_and_left_alone(tmp_path: Path, port: int) -> None:
    secret = tmp_path / "data" / "secret"
    secret.parent.mkdir()
    secret.write_bytes(b"cut")
    answer = subprocess.run(
        [sys.executable, "-m", "tomarigi.cli"],
        env=environment(tmp_path, port),
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 2
    assert answer.stderr.startswith("The file `secret`")
    assert secret.read_bytes() == b"cut"


def test_reading_in_the_shell_leaves_no_file_behind(tmp_path: Path, port: int) -> None:
    places = {name: str(tmp_path) for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_DATA_HOME")}
    subprocess.run(
        [sys.executable, "-m", "tomarigi.cli", "read", "-"],
        env=environment(tmp_path, port) | places,
        input=MARKER,
        stdout=subprocess.DEVNULL,
        text=True,
        check=True,
    )
    assert not list(tmp_path.rglob("*"))
