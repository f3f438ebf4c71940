"""How well different people are read: `python -m tomarigi.reading.training.groups`.

The shipped reader on the parts left out of its training, by who the invented writer is and by how
they write. A group is a pattern in the description of the writer or in the text.
"""

import re
from collections.abc import Callable, Sequence

from tomarigi.reading.corpus import Message, load
from tomarigi.reading.train import apart
from tomarigi.reading.training.outside import figures_of

FEWEST = 40
"""A smaller group is not shown: one message would weigh too much."""

Belongs = Callable[[Message], bool]


def _voice(pattern: str) -> Belongs:
    found = re.compile(pattern)
    return lambda one: found.search(one.voice) is not None


def _aged(youngest: int, oldest: int) -> Belongs:
    def belongs(one: Message) -> bool:
        age = re.search(r"\d+", one.voice)
        return age is not None and youngest <= int(age.group()) <= oldest

    return belongs


def _text(pattern: str) -> Belongs:
    found = re.compile(pattern)
    return lambda one: found.search(one.text) is not None


_polite = _text(r"(です|ます|ました|ません|でした)(か|ね|よ)?(?![ぁ-ん])")
_japanese = _text(r"[ぁ-んァ-ヶ一-龠]")

GROUPS: dict[str, Belongs] = {
    "all": lambda _: True,
    "up to 22": _aged(0, 22),
    "23 to 39": _aged(23, 39),
    "40 to 59": _aged(40, 59),
    "60 and over": _aged(60, 120),
    "women": _voice(r"女性|女子|主婦|woman|girl"),
    "men": _voice(r"男性|男子|\bman\b|\bboy\b"),
    "same-sex couples": _voice(r"同性|ゲイ|レズビアン|same-sex"),
    "dialect": _voice(r"弁|方言|なまり|訛|ことば$|九州|東北|沖縄"),
    "polite Japanese": lambda one: _japanese(one) and _polite(one),
    "plain Japanese": lambda one: _japanese(one) and not _polite(one),
    "kana only": lambda one: _japanese(one) and not _text(r"[一-龠a-zA-Z]")(one),
    "no punctuation": _text(r"(?s)^[^。、！？!?.,…]{11,}$"),
    "emoji and kaomoji": _text(
        "[\u2600-\u27bf\U0001f300-\U0001faff]|[（(][^）)]*[;´^ωд｀・][^）)]*[）)]"
    ),
    "up to 15 characters": _text(r"(?s)^.{,15}$"),
    "over 80 characters": _text(r"(?s)^.{81,}$"),
    "English": lambda one: not _japanese(one),
    "English mixed in": lambda one: _japanese(one) and _text(r"[A-Za-z]{3,}")(one),
}


def main() -> None:
    """Print a table, a group a row."""
    _, unseen = apart(load())
    print("| group | messages | micro-F1 | macro-F1 | any flag found | false flags |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, belongs in GROUPS.items():
        chosen = [one for one in unseen if belongs(one)]
        if len(chosen) >= FEWEST:
            print(_row(name, chosen))


def _row(name: str, messages: Sequence[Message]) -> str:
    figures = figures_of(messages)
    shares = (figures.micro_f1, figures.macro_f1, figures.flags_found, figures.false_flags)
    return " | ".join([f"| {name}", str(len(messages)), *(f"{one:.2f}" for one in shares)]) + " |"


if __name__ == "__main__":
    main()
