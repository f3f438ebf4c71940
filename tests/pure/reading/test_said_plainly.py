import pytest

from tomarigi.reading import Flag
from tomarigi.reading.corpus import load
from tomarigi.reading.said_plainly import flags_said_plainly


@pytest.mark.parametrize(
    "text",
    [
        "もう死にたい",
        "しにたい",
        "ｼﾆﾀｲじゃなくて、死にたいの",
        "消えてしまいたいです",
        "このまま消えたい。",
        "生きてる意味がない",
        "生きていたくないよ",
        "リスカした",
        "遺書を書いたよ",
        "今夜飛び降りる",
        "薬を全部飲んだ",
        "I want to die",
    ],
)
def test_a_wish_to_die_in_plain_words(text: str) -> None:
    assert Flag.SELF_HARM in flags_said_plainly(text)


@pytest.mark.parametrize("text", ["お前を殺してやる", "ぶっ殺してやるからな"])
def test_a_threat_in_plain_words(text: str) -> None:
    assert Flag.THREAT in flags_said_plainly(text)


@pytest.mark.parametrize(
    "text",
    [
        "死ぬほど好き",
        "死にたいくらい恥ずかしかった",
        "仕事で死にそう",
        "笑い死ぬ",
        "火が消えた",
        "薬を飲んだから熱は下がったよ",
        "飛行機が飛び立つのを見た",
        "この胸に飛び込んでおいで",
        "飛び込んでこいって先輩に言われた",
        "",
    ],
)
def test_everyday_exaggerations_pass(text: str) -> None:
    assert flags_said_plainly(text) == frozenset()


def test_it_seldom_contradicts_the_annotators() -> None:
    harmless = [one for one in load() if not one.safety]
    raised = [one for one in harmless if flags_said_plainly(one.text)]
    assert len(raised) <= 0.01 * len(harmless)
