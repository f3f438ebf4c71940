"""The corpus keeps its form and its promises; nobody's real message is in it."""

import json
from collections import Counter

import pytest

from tomarigi.reading import Flag, Label
from tomarigi.reading.corpus import Message, load, parse
from tomarigi.reading.errors import CorpusBroken


@pytest.fixture(scope="module")
def messages() -> list[Message]:
    return load()


def test_it_is_as_large_as_the_card_says(messages: list[Message]) -> None:
    assert len(messages) >= 2500
    assert sum(len(one.segments) for one in messages) >= 6000
    assert len({one.writer for one in messages}) >= 250


def test_every_label_and_flag_is_there_often_enough(messages: list[Message]) -> None:
    labels = Counter(label for one in messages for label in one.labels)
    flags = Counter(flag for one in messages for flag in one.safety)
    assert min(labels[label] for label in Label) >= 150
    assert min(flags[flag] for flag in Flag) >= 150


def test_no_message_is_there_twice(messages: list[Message]) -> None:
    assert len({one.text for one in messages}) == len(messages)
    assert len({one.id for one in messages}) == len(messages)


def test_segments_cover_their_message(messages: list[Message]) -> None:
    for one in messages:
        assert "".join(segment.span.of(one.text) for segment in one.segments) == one.text


@pytest.mark.parametrize(
    "row",
    [
        {"id": "x", "writer": "w", "text": "ab", "segments": [], "safety": []},
        {"id": "x", "writer": "w", "text": "ab", "safety": []},
        {
            "id": "x",
            "writer": "w",
            "text": "ab",
            "segments": [{"text": "ba", "labels": []}],
            "safety": [],
        },
        {
            "id": "x",
            "writer": "w",
            "text": "ab",
            "segments": [{"text": "ab", "labels": ["love"]}],
            "safety": [],
        },
    ],
)
def test_a_broken_row_is_named_without_its_words(row: dict[str, object]) -> None:
    with pytest.raises(CorpusBroken) as caught:
        parse(json.dumps(row), part="p", row=3)
    assert "p, row 3" in str(caught.value)
    assert "ab" not in str(caught.value).removeprefix("p, row 3")
