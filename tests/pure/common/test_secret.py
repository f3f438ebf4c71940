import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tomarigi.common.secret import SecretBroken, derive, machine_secret, renew


def test_a_secret_is_made_once_and_is_the_owners_alone(tmp_path: Path) -> None:
    home = tmp_path / "new"
    first = machine_secret(home)
    assert machine_secret(home) == first
    assert len(first) == 32
    assert stat.S_IMODE((home / "secret").stat().st_mode) == 0o600
    assert [one.name for one in home.iterdir()] == ["secret"]


def test_two_starts_at_once_agree(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as many:
        found = list(many.map(machine_secret, [tmp_path] * 32))
    assert len(set(found)) == 1


def test_a_renewed_secret_is_another(tmp_path: Path) -> None:
    first = machine_secret(tmp_path)
    renew(tmp_path)
    assert machine_secret(tmp_path) != first
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600


def test_each_purpose_has_its_own_key() -> None:
    secret = bytes(32)
    assert derive(secret, purpose="one") != derive(secret, purpose="two")


def test_a_secret_cut_short_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    machine_secret(tmp_path)
    (tmp_path / "secret").write_bytes(b"cut")
    with pytest.raises(SecretBroken):
        machine_secret(tmp_path)
    assert (tmp_path / "secret").read_bytes() == b"cut"
