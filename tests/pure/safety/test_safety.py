from datetime import date, timedelta

import pytest

from tomarigi.reading import Flag
from tomarigi.safety import (
    DANGERS,
    Flow,
    LinesBroken,
    flow_for,
    groups,
    guidance,
    line,
    lines,
    stale,
)
from tomarigi.safety.lines import _line


def test_every_flag_of_a_reading_has_its_flow() -> None:
    assert set(DANGERS) == {str(flag) for flag in Flag}
    assert set(DANGERS.values()) == set(Flow)


@pytest.mark.parametrize(
    ("flags", "flow"),
    [
        ((), None),
        (("unknown",), None),
        (("threat", "self_harm"), Flow.SELF_HARM),
        (("stalking", "threat"), Flow.OTHERS),
        (("stalking", "abuse_received"), Flow.VIOLENCE),
        (("stalking",), Flow.LAW),
    ],
)
def test_the_nearest_danger_is_answered_first(flags: tuple[str, ...], flow: Flow | None) -> None:
    assert flow_for(flags) is flow


@pytest.mark.parametrize("flow", list(Flow))
def test_a_flow_names_two_lines_that_exist(flow: Flow) -> None:
    assert len({line(one).id for one in guidance(flow).lines}) == 2


def test_what_the_flows_do() -> None:
    assert not guidance(Flow.SELF_HARM).reads_at_once
    assert not guidance(Flow.VIOLENCE).may_wait
    assert not guidance(Flow.LAW).may_word
    assert not guidance(Flow.OTHERS).may_word


@pytest.mark.parametrize("flow", list(Flow))
@pytest.mark.parametrize("tongue", ["ja", "en"])
def test_a_flow_promises_nothing_and_orders_nothing(flow: Flow, tongue: str) -> None:
    said = guidance(flow).said[tongue] + guidance(flow).note[tongue]
    assert said
    for word in ("必ず", "秘密", "治", "診断", "！", "!", "しましょう", "警告"):
        assert word not in said


def test_the_number_that_circulates_wrongly_is_not_here() -> None:
    assert all(one.number != "0570-046-556" for one in lines())
    assert line("kokoro").number == "0570-064-556"


def test_a_line_can_be_dialled() -> None:
    assert line("dv_navi").dial == "tel:%238008"
    assert line("yorisoi").dial == "tel:0120279338"
    assert line("portal").dial is None


def test_every_line_stands_somewhere_and_the_portal_is_among_the_last() -> None:
    shown = [one.id for group in groups() for one in group.lines]
    assert {one.id for one in lines()} == set(shown)
    assert groups()[0].id == "now"
    assert shown[-2:] == ["portal", "abroad"]


@pytest.mark.parametrize("number", ["012-3456", "0120-279-33", "#80088", "0570-0-55210", "118"])
def test_a_number_of_no_known_form_is_refused(number: str) -> None:
    row = {
        "id": "x",
        "name": {"ja": "窓口", "en": "line"},
        "number": number,
        "source": "https://example.org",
        "verified_on": date(2026, 1, 1),
        "operator_read": False,
    }
    with pytest.raises(LinesBroken):
        _line(row)


def test_a_line_grows_old_after_ninety_days() -> None:
    newest = max(one.verified_on for one in lines())
    oldest = min(one.verified_on for one in lines())
    assert stale(on=oldest + timedelta(days=90)) == ()
    assert stale(on=newest + timedelta(days=91)) == lines()
