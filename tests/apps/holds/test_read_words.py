import pytest
from django.test import Client

from tests.conftest import LayDown
from tomarigi.holds import glosses
from tomarigi.holds.carried import Carried
from tomarigi.holds.pages import ReadWords
from tomarigi.reading import Label, read
from tomarigi.reading.corpus import load

NOTHING_CARRIED = Carried.of(read(""))


def test_each_label_can_be_said_surely_and_as_a_perhaps() -> None:
    assert set(glosses.GLOSSES) == set(glosses.PERHAPS) == set(Label)
    assert all(str(one).endswith("かもしれません。") for one in glosses.PERHAPS.values())


def test_what_the_reader_is_not_sure_of_is_said_as_a_perhaps() -> None:
    kinds = set()
    for message in load()[::400]:
        found = [one for part in read(message.text).segments for one in part.findings]
        shown = ReadWords.of(message.text, NOTHING_CARRIED).sentences
        said = [gloss.says for sentence in shown for gloss in sentence.glosses]
        for one, says in zip(found, said, strict=True):
            wanted = glosses.GLOSSES if one.is_sure else glosses.PERHAPS
            assert says == wanted[one.label]
            kinds.add(one.is_sure)
    assert kinds == {True, False}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("tongue", "note"),
    [("ja", "日本語と英語のほかは"), ("en", "Other languages than Japanese and English")],
)
def test_a_language_not_learnt_is_said_to_be_so(
    client: Client, lay_down: LayDown, tongue: str, note: str
) -> None:
    client.post("/settings/language", {"language": tongue})
    for words, is_said in (("Te extraño, por favor contéstame ya", True), ("会いたい", False)):
        path = f"/holds/{lay_down(words).pk}/reading"
        page = client.get(f"{path}?read").content.decode()
        assert (note in page.replace("<wbr>", "")) is is_said
        # Nothing is said, so there is nothing to put right.
        assert (f"{path}/mend" in page) is not is_said
