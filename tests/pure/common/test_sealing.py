import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.public import PrivateKey

from tomarigi.common.sealing import SealBroken, seal, unseal

KEY = PrivateKey.generate()
PUBLIC, PRIVATE = bytes(KEY.public_key), bytes(KEY)


@given(st.text(alphabet=st.characters()))
def test_any_words_come_back(words: str) -> None:
    assert unseal(seal(words, public_key=PUBLIC), private_key=PRIVATE) == words


def test_lone_surrogates_come_back() -> None:
    assert unseal(seal("\ud800あ", public_key=PUBLIC), private_key=PRIVATE) == "\ud800あ"


def test_the_size_hides_the_length() -> None:
    sizes = {len(seal(words, public_key=PUBLIC)) for words in ("", "はい", "あ" * 150)}
    assert len(sizes) == 1


def test_the_same_words_never_look_the_same() -> None:
    assert seal("はい", public_key=PUBLIC) != seal("はい", public_key=PUBLIC)


def test_another_key_opens_nothing() -> None:
    other = bytes(PrivateKey.generate())
    with pytest.raises(SealBroken):
        unseal(seal("はい", public_key=PUBLIC), private_key=other)


@pytest.mark.parametrize("at", [0, 40, -1])
def test_a_changed_byte_opens_nothing(at: int) -> None:
    changed = bytearray(seal("はい", public_key=PUBLIC))
    changed[at] ^= 1
    with pytest.raises(SealBroken) as caught:
        unseal(bytes(changed), private_key=PRIVATE)
    assert "はい" not in str(caught.value)
