"""A person's keys: made once, the private one wrapped, opened only for one page."""

from django.conf import settings
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey
from nacl.secret import SecretBox

from tomarigi.common.sealing import SealBroken, seal, unseal
from tomarigi.common.secret import derive, machine_secret
from tomarigi.people.models import Person


def new_keys() -> tuple[bytes, bytes]:
    """A public key (32 bytes) and its private key wrapped by the machine's key."""
    private = PrivateKey.generate()
    return bytes(private.public_key), bytes(_machine_box().encrypt(bytes(private)))


def seal_for(person: Person, words: str) -> bytes:
    """Seal words so that only this person's key opens them. Needs no secret."""
    return seal(words, public_key=bytes(person.public_key))


def open_for(person: Person, sealed: bytes | memoryview) -> str:
    """Open what was sealed for this person.

    Raises:
        SealBroken: the machine's secret or the stored bytes are not those of this person.
    """
    return unseal(bytes(sealed), private_key=_private_key(person))


def check_key(person: Person) -> None:
    """Make sure that what is sealed for this person can be opened again.

    Raises:
        SealBroken: it cannot; the machine's secret is another one.
    """
    _private_key(person)


def _private_key(person: Person) -> bytes:
    try:
        return _machine_box().decrypt(bytes(person.private_key))
    except CryptoError as error:
        raise SealBroken from error


def _machine_box() -> SecretBox:
    return SecretBox(derive(machine_secret(settings.TOMARIGI_HOME), purpose="wrap private keys"))
