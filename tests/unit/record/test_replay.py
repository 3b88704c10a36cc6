"""Replay: what the entries of one representation add up to, now and as known on a past day."""

from datetime import UTC, date, datetime

import pytest

from putright.record.events import (
    Acknowledged,
    Closed,
    Corrected,
    Entry,
    Event,
    Extended,
    Finding,
    Imported,
    OmbudsmanDecided,
    OmbudsmanReferred,
    Received,
    Refused,
    Responded,
    StageStarted,
    Triaged,
    Voided,
)
from putright.record.imported import imported_part
from putright.record.replay import NotReplayable, replay
from putright.record.state import State
from putright.record.writing import UnknownEvent, read, write

RECEIVED = Received(reference="R-1", type="complaint", service="care_leavers")


def log(*dated: tuple[str, Event], recorded: str = "2018-05-01") -> list[Entry]:
    at = datetime.fromisoformat(recorded).replace(tzinfo=UTC)
    return [Entry(n, date.fromisoformat(day), at, "Officer", event) for n, (day, event) in enumerate(dated, 1)]


def state_of(entries: list[Entry]) -> State:
    state = replay(entries)
    assert state is not None
    return state


def test_a_complaint_answered_at_local_resolution_is_open_until_it_is_closed() -> None:
    entries = log(
        ("2017-04-03", RECEIVED),
        ("2017-04-04", Acknowledged()),
        ("2017-04-04", Triaged("children_act_1989")),
        ("2017-04-03", StageStarted("local_resolution")),
        ("2017-04-18", Responded("local_resolution", (Finding(1, "upheld"),))),
        ("2017-04-20", Closed()),
    )
    before, after = state_of(entries[:5]), state_of(entries)
    assert before.is_open
    assert not after.is_open
    stage = after.stage("local_resolution")
    assert stage is not None
    assert (stage.started_on, stage.responded_on) == (date(2017, 4, 3), date(2017, 4, 18))
    assert stage.findings == (Finding(1, "upheld"),)


def test_a_voided_entry_does_not_count_and_stays_in_the_log() -> None:
    entries = log(("2017-04-03", RECEIVED), ("2017-04-05", Refused("no_pr")), ("2017-04-06", Voided(2, "wrong case")))
    assert state_of(entries).is_open
    assert len(entries) == 3


def test_a_correction_says_what_should_have_been_taken_down() -> None:
    entries = log(
        ("2017-04-03", RECEIVED),
        ("2017-05-03", Corrected("service", "care_leavers", "child_in_need", "asked the team")),
        ("2017-05-03", Corrected("received_on", "2017-04-03", "2017-03-31", "stamp on the letter")),
    )
    state = state_of(entries)
    assert state.received.service == "child_in_need"
    assert state.received_on == date(2017, 3, 31)


def test_figures_as_known_on_a_past_day_use_only_what_was_recorded_by_then() -> None:
    early = log(("2017-04-03", RECEIVED), recorded="2017-04-03")
    late = Entry(2, date(2017, 4, 5), datetime(2017, 6, 1, tzinfo=UTC), "Officer", Refused("out_of_time"))
    then = replay([*early, late], known_at=datetime(2017, 5, 1, tzinfo=UTC))
    assert then is not None
    assert then.is_open
    assert not state_of([*early, late]).is_open
    assert replay(early, known_at=datetime(2017, 1, 1, tzinfo=UTC)) is None


def test_the_ombudsman_decides_what_was_referred() -> None:
    entries = log(
        ("2017-04-03", RECEIVED),
        ("2017-04-03", OmbudsmanReferred("17 000 001", "social_care_lgsco_complaint")),
        ("2017-06-03", OmbudsmanDecided("17 000 001", "upheld_other_remedy", 25000)),
    )
    record = state_of(entries).ombudsman[0]
    assert (record.decision, record.remedy_pence) == ("upheld_other_remedy", 25000)
    with pytest.raises(NotReplayable, match="never referred"):
        replay(log(("2017-04-03", RECEIVED), ("2017-06-03", OmbudsmanDecided("9", "not_upheld"))))


def test_a_log_with_a_gap_or_without_a_receipt_cannot_be_replayed() -> None:
    entries = log(("2017-04-03", RECEIVED), ("2017-04-04", Acknowledged()), ("2017-04-20", Closed()))
    with pytest.raises(NotReplayable, match="Entry 2 is missing"):
        replay([entries[0], entries[2]])
    with pytest.raises(NotReplayable, match="received"):
        replay(log(("2017-04-04", Acknowledged())))


def test_the_imported_part_of_a_log_ends_where_people_go_on() -> None:
    entries = log(
        ("2017-04-03", Imported("cases.csv", 2, "d1", entries=2)),
        ("2017-04-03", RECEIVED),
        ("2017-04-04", Acknowledged()),
        ("2017-05-03", Closed()),
    )
    part = imported_part(entries)
    assert part is not None
    assert part.positions == (1, 2, 3)
    assert [entry.position for entry in part.by_hand] == [4]
    assert imported_part(log(("2017-04-03", RECEIVED))) is None


@pytest.mark.parametrize(
    "event",
    [
        RECEIVED,
        Acknowledged(),
        Extended("investigation", date(2018, 1, 2), "complex", "complainant"),
        Responded("investigation", (Finding(1, "upheld"), Finding(2, "not_upheld"))),
        OmbudsmanDecided("17 1", "not_upheld"),
    ],
)
def test_an_event_is_read_back_as_it_was_written(event: Event) -> None:
    assert read(type(event).__name__, write(event)) == event


def test_a_stored_kind_that_is_no_event_is_named() -> None:
    with pytest.raises(UnknownEvent, match="'Teleported'"):
        read("Teleported", "{}")
