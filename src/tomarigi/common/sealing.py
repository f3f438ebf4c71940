"""Words are sealed as they are written, and opened in one place for one page.

Writing needs only the public key (libsodium sealed boxes). The text is padded to blocks
before it is sealed, so that the size of what is stored says little about what was written.
"""

from nacl.bindings import sodium_pad, sodium_unpad
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

_BLOCK = 512
"""Bytes. About 170 Japanese characters: most messages seal to the same size."""


class SealBroken(Exception):
    """What is stored cannot be opened with this key. It carries nothing."""


def seal(words: str, *, public_key: bytes) -> bytes:
    """Seal words to a person's public key (32 bytes).

    Lone surrogates are kept (`surrogatepass`), so that any text a browser sends comes back whole.
    """
    padded = sodium_pad(words.encode("utf-8", "surrogatepass"), _BLOCK)
    return SealedBox(PublicKey(public_key)).encrypt(padded)


def unseal(sealed: bytes, *, private_key: bytes) -> str:
    """Open what `seal` made.

    Raises:
        SealBroken: another key, or bytes that were changed.
    """
    try:
        padded = SealedBox(PrivateKey(private_key)).decrypt(bytes(sealed))
        return sodium_unpad(padded, _BLOCK).decode("utf-8", "surrogatepass")
    except (CryptoError, ValueError) as error:
        raise SealBroken from error
