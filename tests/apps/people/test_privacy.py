import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.test import Client

from tests.conftest import NIGHT, WORDS, LayDown, someone
from tomarigi.common.sealing import SealBroken
from tomarigi.holds import services
from tomarigi.holds.models import Hold
from tomarigi.people import privacy
from tomarigi.people.access import person_here
from tomarigi.people.keys import open_for, seal_for
from tomarigi.people.models import Person
from tomarigi.people.services import welcome

pytestmark = pytest.mark.django_db


def exported(client: Client) -> str:
    return client.post("/settings/take-away").content.decode()


def test_everything_is_in_the_file(client: Client, person: Person, hold: Hold) -> None:
    services.note_wave(hold_id=hold.pk, urge_0_10=8, at=NIGHT)
    services.end(hold_id=hold.pk, outcome=Hold.Outcome.REWORDED, at=NIGHT + timedelta(hours=1))
    services.write_own_words(person, hold, "わたしは、さみしかった。")
    file = exported(client)
    for part in (WORDS, "わたしは、さみしかった。", "2026-11-24 02:10 に 8", "書きかえた"):
        assert part in file


def test_the_file_is_a_download_with_a_neutral_name(client: Client, hold: Hold) -> None:
    answer = client.post("/settings/take-away")
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="tomarigi-')
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_stranger_s_words_are_not_in_the_file(
    client: Client, lay_down: LayDown, stranger: Person
) -> None:
    lay_down("ひとの、ことば。", owner=stranger)
    assert "ひとの" not in exported(client)


def test_the_file_speaks_english(english: Client, hold: Hold) -> None:
    assert "Words laid down" in exported(english)


def test_every_room_with_words_takes_part() -> None:
    with_words = {
        model._meta.app_label  # noqa: SLF001 its documented interface
        for model in apps.get_models()
        for field in model._meta.get_fields()  # noqa: SLF001 see above
        if field.get_internal_type() == "BinaryField" and model is not Person
    }
    assert with_words == {room.name for room in privacy.rooms()}


def test_erasing_asks_first(client: Client, hold: Hold) -> None:
    assert client.get("/settings/erase").status_code == 200
    assert Hold.objects.exists()


def test_erasing_leaves_nothing_and_nobody(client: Client, hold: Hold) -> None:
    assert client.post("/settings/erase").status_code == 200
    assert person_here() is None
    assert not Hold.objects.exists()
    assert client.post("/settings/erase").status_code == 404


def test_an_old_copy_of_the_database_opens_no_more(client: Client, person: Person) -> None:
    sealed = seal_for(person, WORDS)
    row = Person.objects.filter(pk=person.pk).values().get()
    client.post("/settings/erase")
    back = Person(**row)
    with pytest.raises(SealBroken):
        open_for(back, sealed)


def test_after_erasing_one_can_begin_again(client: Client, hold: Hold) -> None:
    client.post("/settings/erase")
    client.post("/", {"text": WORDS})
    again = person_here()
    assert again is not None
    assert services.words_of(again, Hold.objects.get()) == WORDS


def test_erasing_one_leaves_the_other(stranger: Person, person: Person) -> None:
    sealed = seal_for(stranger, WORDS)
    privacy.erase(person)
    assert open_for(stranger, sealed) == WORDS


def test_a_person_is_welcomed_once() -> None:
    assert welcome(at=NIGHT) == welcome(at=NIGHT)


def test_one_person_s_key_opens_nothing_of_another() -> None:
    one, other = someone(), someone()
    with pytest.raises(SealBroken):
        open_for(other, seal_for(one, WORDS))


def test_the_database_overwrites_what_it_frees() -> None:
    with connection.cursor() as cursor:
        for pragma, value in (("secure_delete", 1), ("temp_store", 2), ("foreign_keys", 1)):
            cursor.execute(f"PRAGMA {pragma}")
            assert cursor.fetchone() == (value,)
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.django_db(transaction=True)
def test_what_a_reader_keeps_in_the_journal_is_scrubbed_later(lay_down: LayDown) -> None:
    sealed = bytes(lay_down().words or b"")
    journal = Path(f"{connection.settings_dict['NAME']}-wal")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(connection.settings_dict["NAME"])) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM people_person").fetchone()
        Hold.objects.all().delete()
        privacy.owe_scrub()
        assert not privacy.scrub()
        assert not privacy.scrub_if_owed()
        assert sealed in journal.read_bytes()
    assert privacy.scrub_if_owed()
    assert sealed not in journal.read_bytes()
    assert not (settings.TOMARIGI_HOME / "scrub-owed").exists()
