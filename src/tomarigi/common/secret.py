"""The machine's secret: made on first start, kept with mode 0600 beside the database.

Everything that needs a key derives its own from it, so that one leaked key gives no other.
"""

import os
import secrets
from hashlib import blake2b
from pathlib import Path

_BYTES = 32


class SecretBroken(Exception):
    """The file of the secret is not whole. Put it back from a copy, or begin anew without it."""


def machine_secret(home: Path) -> bytes:
    """The 32 secret bytes of this data directory, made when there are none.

    Raises:
        SecretBroken: the file is cut short. Nothing is opened or sealed with a guess.
    """
    path = home / "secret"
    if not path.exists():
        _make(path)
    secret = path.read_bytes()
    if len(secret) != _BYTES:
        raise SecretBroken
    return secret


def renew(home: Path) -> None:
    """Replace the secret: whatever was wrapped by the old one can never be opened again."""
    fresh = _written_beside(home / "secret")
    fresh.replace(home / "secret")


def derive(secret: bytes, *, purpose: str) -> bytes:
    """32 bytes for one purpose (keyed BLAKE2b, RFC 7693)."""
    return blake2b(purpose.encode(), key=secret, digest_size=_BYTES).digest()


def _make(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = _written_beside(path)
    try:
        # A link fails when another process was first, and never shows a half-written file.
        path.hardlink_to(fresh)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()


def _written_beside(path: Path) -> Path:
    fresh = path.with_name(f".secret-{os.getpid()}-{secrets.token_hex(4)}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_bytes(_BYTES))
        file.flush()
        os.fsync(file.fileno())
    return fresh
