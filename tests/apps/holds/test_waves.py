from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.test import Client

from tests.conftest import NIGHT
from tomarigi.holds import services
from tomarigi.holds.models import Hold, Wave
from tomarigi.holds.timing import RestUntil


def test_a_wave_is_noted(client: Client, hold: Hold) -> None:
    client.post(f"/holds/{hold.pk}/wave", {"wave": "8", "quiet": "45"})
    hold.refresh_from_db()
    assert [wave.urge_0_10 for wave in hold.waves.all()] == [8]
    assert hold.expects_quiet_at == hold.laid_at + timedelta(minutes=45)


def test_two_taps_are_one_answer(hold: Hold) -> None:
    services.note_wave(hold_id=hold.pk, urge_0_10=8, at=NIGHT)
    services.note_wave(hold_id=hold.pk, urge_0_10=7, at=NIGHT + timedelta(seconds=2))
    assert [wave.urge_0_10 for wave in hold.waves.all()] == [7]


def test_not_knowing_is_an_answer(client: Client, hold: Hold) -> None:
    answer = client.post(f"/holds/{hold.pk}/wave", {"wave": "", "quiet": ""})
    assert answer.status_code == 302
    assert not Wave.objects.exists()


@pytest.mark.parametrize("given", ["11", "-1", "x", "1.5"])
def test_what_is_no_wave_is_not_noted(client: Client, hold: Hold, given: str) -> None:
    assert client.post(f"/holds/{hold.pk}/wave", {"wave": given}).status_code == 422
    assert not Wave.objects.exists()


def test_the_database_knows_the_scale(hold: Hold) -> None:
    with pytest.raises(IntegrityError):
        Wave.objects.create(hold=hold, at=NIGHT, urge_0_10=11)


def test_the_first_guess_stays(hold: Hold) -> None:
    for minutes in (45, 10):
        services.expect_quiet(
            hold_id=hold.pk, until=RestUntil(minutes=minutes), laid_at=hold.laid_at
        )
    hold.refresh_from_db()
    assert hold.expects_quiet_at == hold.laid_at + timedelta(minutes=45)


def test_the_picture_says_what_it_shows(client: Client, hold: Hold) -> None:
    services.note_wave(hold_id=hold.pk, urge_0_10=8, at=hold.laid_at)
    services.note_wave(hold_id=hold.pk, urge_0_10=6, at=hold.laid_at + timedelta(minutes=20))
    page = client.get(f"/holds/{hold.pk}/wave").content.decode().replace("<wbr>", "")
    assert page.count("置いたときは8、20分たって6。") == 2  # in the picture and under it


def test_the_wave_speaks_english(english: Client, hold: Hold) -> None:
    assert "How high is the wave now?" in english.get(f"/holds/{hold.pk}/wave").content.decode()
