"""Which event meets which time limit, and the day that a request of the Ombudsman's names."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from putright.record import events as e
from putright.record.clocks import Clock, clocks
from putright.record.replay import replay
from putright.rules import load_book

Told = tuple[date, e.Event]
RECEIVED = (date(2024, 5, 7), e.Received("2024-00001", "complaint"))
REFERRED = (date(2024, 6, 3), e.OmbudsmanReferred("24 000 001", "enquiry"))


def clock(limit: str, stage: str, *told: Told) -> Clock:
    """The clock of a limit of a stage after these events."""
    at = datetime(2024, 12, 2, tzinfo=UTC)
    entries = [e.Entry(number, on, at, "Officer", one) for number, (on, one) in enumerate((RECEIVED, *told), start=1)]
    state = replay(entries)
    assert state is not None
    book = load_book()
    found = clocks(state, book.procedures.get(state.procedure), book)
    return next(each for each in found if (each.limit.name, each.stage) == (limit, stage))


def test_starting_stage_2_acknowledges_that_it_was_asked_for() -> None:
    asked = (
        (date(2024, 5, 8), e.Acknowledged()),
        (date(2024, 5, 8), e.Triaged("complaint_handling_code_2024")),
        (date(2024, 5, 8), e.StageStarted("code_stage_1")),
        (date(2024, 5, 20), e.Responded("code_stage_1")),
        (date(2024, 6, 3), e.EscalationRequested("code_stage_2")),
    )
    waiting = clock("acknowledgement", "code_stage_2", *asked)
    assert (waiting.due_on, waiting.met_on) == (date(2024, 6, 10), None)
    started = (date(2024, 6, 5), e.StageStarted("code_stage_2"))
    assert clock("acknowledgement", "code_stage_2", *asked, started).met_on == date(2024, 6, 5)
    assert clock("acknowledgement", "code_stage_1", *asked, started).met_on == date(2024, 5, 8)


def test_the_chair_s_limit_is_met_by_the_meeting_and_not_by_the_answer() -> None:
    begun = (
        (date(2024, 5, 7), e.Triaged("child_protection_conference")),
        (date(2024, 5, 8), e.StageStarted("conference_chair")),
        (date(2024, 5, 20), e.Responded("conference_chair")),
    )
    assert clock("meeting", "conference_chair", *begun).met_on is None
    met = (date(2024, 5, 10), e.MeetingHeld("in_person"))
    later = (date(2024, 6, 3), e.MeetingHeld("telephone"))
    assert clock("meeting", "conference_chair", *begun, met, later).met_on == date(2024, 5, 10)
    assert clock("meeting", "conference_chair", *begun, later, met).met_on == date(2024, 5, 10)


@pytest.mark.parametrize(
    ("limit", "stage", "done"),
    [
        ("internal_return", "ombudsman_investigation", e.SignedOff("ombudsman_investigation", "Director")),
        ("public_notice", "ombudsman_public_report", e.OmbudsmanToldOf("24 000 001", "press_notice")),
        ("response", "ombudsman_enquiry", e.OmbudsmanAnswered("ombudsman_enquiry")),
    ],
)
def test_what_the_ombudsman_asks_is_met_by_its_own_event(limit: str, stage: str, done: e.Event) -> None:
    begun = (REFERRED, (date(2024, 6, 3), e.OmbudsmanStageStarted("24 000 001", stage)))
    assert clock(limit, stage, *begun).met_on is None
    assert clock(limit, stage, *begun, (date(2024, 6, 6), done)).met_on == date(2024, 6, 6)


def test_the_day_that_a_request_names_counts_and_the_usual_length_is_still_told() -> None:
    named = e.OmbudsmanStageStarted("24 000 001", "ombudsman_enquiry", date(2024, 6, 4))
    told = clock("response", "ombudsman_enquiry", REFERRED, (date(2024, 6, 3), named))
    assert told.due is not None
    assert (told.due_on, told.due.on) == (date(2024, 6, 4), date(2024, 6, 6))
