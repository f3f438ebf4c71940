"""Invented exports as the apps print them, each with what a reader should make of it.

A case is a file beside a JSON of its messages; `why` says what is odd about it.
"""

import io
import json
import traceback
import zipfile
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tomarigi.talk import Family, Kind, NotATalk, Talk, TalkError, Why, load
from tomarigi.talk.values import SCHEMA

CASES = sorted((Path(__file__).parent / "cases").glob("*/*.json"))


def export_of(case: Path) -> bytes:
    return next(one for one in case.parent.glob(f"{case.stem}.*") if one != case).read_bytes()


def as_rows(talk: Talk) -> list[dict[str, Any]]:
    return [
        {
            "time": row["sent_at"].isoformat(),
            "sender": row["sender"],
            "kind": row["kind"],
            "text": row["text"],
            "seconds": row["seconds"],
        }
        for row in talk.messages.to_dicts()
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_every_odd_export_is_read_right(case: Path) -> None:
    wanted = json.loads(case.read_text(encoding="utf-8"))
    if wanted.get("error"):
        with pytest.raises(NotATalk):
            load(export_of(case))
    else:
        assert as_rows(load(export_of(case))) == wanted["messages"]


HEAD = "[LINE] みかとのトーク履歴\n保存日時：2024/02/03 21:07\n\n"


def line_talk(*lines: str, day: str = "2024/01/05(金)") -> Talk:
    return load((HEAD + day + "\n" + "\n".join(lines) + "\n").encode())


def test_the_title_names_the_other() -> None:
    talk = line_talk("23:41\tみか\tねえ")
    assert (talk.family, talk.other, talk.unread) == (Family.LINE_PHONE, "みか", ())


def test_a_file_says_when_it_was_saved() -> None:
    assert line_talk("23:41\tみか\tねえ").saved_at == datetime(2024, 2, 3, 21, 7)


@pytest.mark.parametrize(
    ("saved", "wanted"),
    [
        ("Saved on: 02/13/2024, 8:00AM", datetime(2024, 2, 13, 8, 0)),
        ("Saved on: 03/02/2024, 04:36PM", None),
        ("Saved on: 01/02/2024, 04:36PM", datetime(2024, 2, 1, 16, 36)),
        ("บันทึกเมื่อ 07/02/2567 19:20", None),
    ],
)
def test_a_day_of_saving_that_could_be_two_is_left_open(
    saved: str, wanted: datetime | None
) -> None:
    text = f"[LINE] Chat history with Mika\n{saved}\n\nFri, 01/05/2024\n23:41\tMika\thi\n"
    assert load(text.encode()).saved_at == wanted


def test_a_talk_never_shows_its_words() -> None:
    assert "ねえ" not in repr(line_talk("23:41\tみか\tねえ"))


def test_what_has_no_day_is_named_by_its_line() -> None:
    talk = load("23:41\tみか\tねえ\n\n2024/01/05(金)\n23:42\tみか\tもう\n".encode())
    assert (talk.messages["text"].to_list(), talk.unread) == (["もう"], (1,))


def test_days_and_months_that_could_be_exchanged_are_said_to_be_unsure() -> None:
    sure = load(b"13/01/2024, 09:00 - Mika: hi\n14/01/2024, 09:00 - Jun: hi\n")
    unsure = load(b"01/02/2024, 09:00 - Mika: hi\n")
    assert (sure.order_is_sure, unsure.order_is_sure) == (True, False)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", Why.EMPTY),
        (b" \n\n", Why.EMPTY),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", Why.BINARY),
        (b"<!DOCTYPE html><html></html>", Why.HTML),
        ("きょうの買いもの\n牛乳".encode(), Why.NO_MESSAGES),
        ("[LINE] みかとのトーク履歴\n".encode(), Why.NO_MESSAGES),
        (b"a" * 10_000_000, Why.NO_MESSAGES),
        (b"PK\x03\x04 and then nothing", Why.ZIP_BROKEN),
    ],
    ids=["nothing", "blank", "picture", "html", "a note", "a title", "one long line", "half a zip"],
)
def test_what_is_no_export_is_refused_by_name(data: bytes, why: Why) -> None:
    with pytest.raises(NotATalk) as refused:
        load(data)
    assert refused.value.why == why


def test_a_zip_without_a_chat_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("photo.jpg", b"x")
    with pytest.raises(NotATalk) as refused:
        load(packed.getvalue())
    assert refused.value.why == Why.ZIP_WITHOUT_CHAT


def damaged_zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("WhatsApp Chat with Mika.txt", "05/01/2024, 23:41 - Mika: hi\n" * 50)
    data = bytearray(packed.getvalue())
    data[70:80] = b"\xff" * 10
    return bytes(data)


def zip_with_two_names() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("WhatsApp Chat with Mika.txt", "05/01/2024, 23:41 - Mika: hi\n")
    return packed.getvalue().replace(b"with Mika.txt", b"with Yuka.txt", 1)


@pytest.mark.parametrize("data", [damaged_zip(), zip_with_two_names()], ids=["stream", "names"])
def test_a_damaged_zip_is_refused_and_its_error_names_nobody(data: bytes) -> None:
    with pytest.raises(NotATalk) as refused:
        load(data)
    assert refused.value.why == Why.ZIP_BROKEN
    told = "".join(traceback.format_exception(refused.value))
    assert "Chat with" not in told


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(TalkError):
        load(data)


PIECES = st.sampled_from(
    [
        "\n",
        "\t",
        '"',
        '""',
        "23:41\tみか\t",
        "0:05\t\t",
        "2024/01/05(金)",
        "[LINE] みかとのトーク",
        "2024.01.05 金曜日",
        "21:00 みか ",
        "[1/5/24, 11:41:05 PM] Mika: ",
        "05/01/2024, 23:41 - ",
        "\u200e",
        "\u2028",
        "☎ 通話時間 0:12",
        "x",
    ]
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_anything_like_an_export_is_read_or_refused(text: str) -> None:
    try:
        talk = load(text.encode())
    except TalkError:
        return
    assert talk.messages.schema == SCHEMA
    assert talk.messages["sent_at"].null_count() == 0


bodies = st.text(
    alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00\u200e"),
    min_size=1,
    max_size=30,
)


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["みか", "たろう"]), bodies), min_size=1, max_size=12))
def test_what_line_writes_comes_back(said: list[tuple[str, str]]) -> None:
    began = datetime(2024, 1, 5, 9, 0)
    times = [began + timedelta(minutes=at) for at in range(len(said))]
    lines = [
        f"{at:%H:%M}\t{name}\t"
        + (f'"{body.replace(chr(34), chr(34) * 2)}"' if "\n" in body else body)
        for at, (name, body) in zip(times, said, strict=True)
    ]
    talk = line_talk(*lines)
    assert talk.messages["sender"].to_list() == [name for name, _ in said]
    assert talk.messages["sent_at"].to_list() == times
    read = [row["text"] for row in talk.messages.to_dicts() if row["kind"] == Kind.TEXT]
    assert all(text in {body for _, body in said} for text in read)
