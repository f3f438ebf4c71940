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


@pytest.mark.parametrize(
    "text",
    [
        "お前を殺してやる",
        "ぶっ殺してやるからな",
        "会社の人に全部ばらすから",
        "動画を流すよ",
        "一生後悔させてやる",
    ],
)
def test_a_threat_in_plain_words(text: str) -> None:
    assert Flag.THREAT in flags_said_plainly(text)


@pytest.mark.parametrize(
    "text",
    [
        "今からそっちに押しかけるわ",
        "部屋の前にいるよ",
        "マンションの下でずっと待ってる",
        "ブロックされたから別の番号から送ってる",
        "車にGPSつけといた",
    ],
)
def test_pursuit_in_plain_words(text: str) -> None:
    assert Flag.STALKING in flags_said_plainly(text)


@pytest.mark.parametrize(
    "text",
    [
        "殴られた跡がまだ痛い",
        "首をしめられたこと、忘れない",
        "無理やりされた",
        "いやだって言ったのに、やめてくれなかった",
        "給料を全部取り上げられてた",
        "待ち伏せするのはやめて",
    ],
)
def test_harm_received_in_plain_words(text: str) -> None:
    assert Flag.ABUSE_RECEIVED in flags_said_plainly(text)


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
        "押しかけたりしないから安心して",
        "店の前を通ったら改装してた",
        "無理やり早起きした",
        "動画を送るね",
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
