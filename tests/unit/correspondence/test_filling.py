"""What the record says for each field of a letter."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from putright.authorities import load_authority
from putright.correspondence.letters_filling import Subject, values_for
from putright.correspondence.letters_reading import read_letters
from putright.record import events as e
from putright.record.contact import Contact
from putright.record.replay import replay
from putright.rules import load_book

COUNCIL = load_authority("hampshire")
APRIL_9 = date(2018, 4, 9)
WORDS = {"who": Contact("Parent A", "parent.a@example.com").as_words(), "child": "Name: *Child* A"}
COMPLAINT = (
    (e.Received("CSC18-00010", "complaint"), ""),
    (e.PartyNamed(1, "complainant"), "who"),
    (e.PartyNamed(2, "person_concerned"), "child"),
    (e.Triaged("children_act_1989"), ""),
    (e.ConcernRaised(1, "quality_of_service"), ""),
    (e.ConcernRaised(2, "quality_of_service"), ""),
    (e.StageStarted("local_resolution"), ""),
)


def values(*more: e.Event, stage: str = "") -> dict[str, str]:
    happened = [*COMPLAINT, *((event, "") for event in more)]
    recorded = datetime(2018, 4, 9, 12, tzinfo=UTC)
    entries = [
        e.Entry(number, APRIL_9, recorded, "Officer", event, words)
        for number, (event, words) in enumerate(happened, start=1)
    ]
    state = replay(entries)
    assert state is not None
    sender = read_letters(COUNCIL).sender
    subject = Subject(state, entries, WORDS, COUNCIL, load_book(), sender, "Officer", date(2018, 4, 16), stage)
    return values_for(subject)


def test_dates_limits_and_citations_are_those_of_the_stage() -> None:
    filled = values()
    assert filled["received_on"] == "9 April 2018"
    assert filled["due_on"] == "23 April 2018"
    assert filled["limit"] == "10 working days"
    assert filled["citation"] == "SI 2006/1738, regulation 14"
    assert (filled["stage"], filled["stage_title"]) == ("Stage 1", "local resolution")
    assert (filled["complainant"], filled["person_concerned"]) == ("Parent A", r"\*Child\* A")
    assert filled["extended_to"] == filled["withdrawn_on"] == filled["refusal_reason"] == ""


def test_an_extension_moves_the_last_day_and_gives_its_reason() -> None:
    filled = values(e.Extended("local_resolution", date(2018, 5, 8), "the records are held by a school"))
    assert filled["due_on"] == filled["extended_to"] == "8 May 2018"
    assert filled["extension_reason"] == "the records are held by a school"


def test_a_finding_stands_beside_its_concern_and_a_missing_one_is_a_gap() -> None:
    assert values()["findings"].count("[[ the finding ]]") == 2
    answered = e.Responded("local_resolution", (e.Finding(1, "upheld"), e.Finding(2, "not_upheld")))
    assert values(answered)["findings"].splitlines() == [
        "1. Quality of Service: **upheld**",
        "2. Quality of Service: **not upheld**",
    ]
    assert values(e.ConcernDropped(1, "it belongs elsewhere"))["concerns"] == "1. Quality of Service"


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        (
            "local_resolution",
            ["go on to Stage 2 (investigation)", "within 20 working days", "not have to give a reason"],
        ),
        ("investigation", ["go on to Stage 3 (review panel)", "within 20 working days"]),
        ("review_panel", ["come to the end", "Local Government and Social Care Ombudsman", "0300 061 0614"]),
    ],
)
def test_the_next_right_is_what_the_rule_book_gives_after_the_stage(stage: str, said: list[str]) -> None:
    right = values(stage=stage)["next_right"]
    for words in said:
        assert words in right


def test_a_refusal_gives_the_lawful_reason_and_where_it_stands() -> None:
    filled = values(e.Refused("out_of_time", "out_of_time"))
    assert filled["refusal_reason"] == "More than a year has passed and one of the two conditions is not met"
    assert filled["refusal_citation"] == "SI 2006/1738, regulation 9"
