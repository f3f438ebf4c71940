from hypothesis import given
from hypothesis import strategies as st

from tomarigi.holds.marking import RUBY_MOST, marked
from tomarigi.reading import Finding, Label, Segment, Side, Span

NAMES = {label: label.shown_as for label in Label}


def segment(text: str, *found: tuple[Label, str]) -> Segment:
    findings = tuple(
        Finding(label, 0.9, (Span(text.index(words), text.index(words) + len(words)),))
        for label, words in found
    )
    return Segment(Span(0, len(text)), findings)


def test_the_name_stands_over_the_first_words_of_the_mark() -> None:
    text = "返事がないと、不安でたまらなくなる。"
    pieces = marked(segment(text, (Label.OWN_FEELING, "不安でたまらなくなる")), text, NAMES)
    assert [one.side for one in pieces] == [None, Side.OWN, None]
    assert pieces[1].name == "自分の気持ち"
    assert pieces[1].under_name == ("不安で",) or len("".join(pieces[1].under_name)) >= 4
    assert "".join((*pieces[1].under_name, *pieces[1].rest)) == "不安でたまらなくなる"


def test_narrow_letters_are_not_spread_under_a_wide_name() -> None:
    text = "I miss you."
    pieces = marked(segment(text, (Label.LONGING, "I miss you")), text, NAMES)
    assert pieces[0].under_name == ("I ", "miss ")


def test_where_two_labels_meet_the_surer_one_keeps_the_words() -> None:
    text = "何度もごめんね"
    pieces = marked(
        segment(text, (Label.PURSUIT, "何度も"), (Label.APOLOGY, "何度もごめんね")), text, NAMES
    )
    assert [one.name for one in pieces if one.side] == ["追いかけ"]


def test_white_space_at_the_ends_is_left_out() -> None:
    text = "  会いたい \n"
    pieces = marked(segment(text, (Label.LONGING, "会いたい")), text, NAMES)
    assert "".join("".join((*one.under_name, *one.rest)) for one in pieces) == "会いたい"


@given(st.text(min_size=1, max_size=60), st.data())
def test_no_word_is_lost_or_said_twice(text: str, data: st.DataObject) -> None:
    findings = []
    for label in data.draw(st.lists(st.sampled_from(list(Label)), max_size=3, unique=True)):
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        findings.append(Finding(label, 0.5, (Span(start, end),)))
    pieces = marked(Segment(Span(0, len(text)), tuple(findings)), text, NAMES)
    assert "".join("".join((*one.under_name, *one.rest)) for one in pieces) == text.strip()
    for one in pieces:
        assert len(one.under_name) <= 1 or len("".join(one.under_name)) <= RUBY_MOST
