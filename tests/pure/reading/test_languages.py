import pytest
from hypothesis import given
from hypothesis import strategies as st

from tomarigi.reading import is_language_read
from tomarigi.reading.corpus import load


@pytest.mark.parametrize(
    "text",
    [
        "会いたい",
        "離婚届受理証明書在中",
        "ごめん、agreedのとおりで",
        "i miss u so much pls answer",
        "I don’t know what to do without you.",
        "gomen ne, aitai yo, henji kudasai",
        "OK",
        "Nomsa",
        "😢😢😢",
        "",
    ],
)
def test_japanese_english_and_too_little_to_tell(text: str) -> None:
    assert is_language_read(text)


@pytest.mark.parametrize(
    "text",
    [
        "보고 싶어, 제발 대답해 줘",
        "我真的很想你，求你回我一个消息好不好",
        "Te extraño mucho, por favor contéstame",
        "Ich vermisse dich so sehr, bitte antworte mir",
        "Я скучаю по тебе",
        "اشتقت إليك كثيرا",
        "Tu me manques tellement, réponds-moi s'il te plaît",
        "Aku kangen kamu, tolong balas pesanku sekarang juga",
    ],
)
def test_what_the_reader_has_not_learnt(text: str) -> None:
    assert not is_language_read(text)


def test_hardly_any_message_of_the_corpus_is_called_foreign() -> None:
    texts = [one.text for one in load()]
    assert sum(not is_language_read(one) for one in texts) <= 0.0015 * len(texts)


@given(st.text(alphabet=st.characters(), max_size=200))
def test_any_text_has_an_answer(text: str) -> None:
    assert is_language_read(text) in {True, False}
