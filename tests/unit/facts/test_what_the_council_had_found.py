"""What the council itself had found beside the Ombudsman's decision: its findings, else its outcome, and its remedy."""

from __future__ import annotations

from datetime import date

import pytest

from putright.authorities import load_authority
from putright.facts.derive import derive
from putright.facts.schema import OMBUDSMAN
from putright.record.events import Finding, Received
from putright.record.parts import OmbudsmanState, Remedy, StageState
from putright.record.state import State
from putright.rules import load_book

REFERRED = OmbudsmanState("19 000 001", "enquiry", date(2018, 6, 1))


def rows(outcome: str = "not_recorded", findings: tuple[Finding, ...] = (), remedied: date | None = None) -> str:
    state = State(1, Received("C1", "complaint"), date(2018, 5, 1), outcome=outcome, ombudsman=[REFERRED])
    state.stages = [StageState("local_resolution", findings=findings)]
    if remedied:
        state.remedies = [Remedy(1, "apology", -1, "", "", None, remedied)]
    (row,) = derive(1, state, load_authority("coventry"), load_book()).tables[OMBUDSMAN.name]
    return f"{row['own_finding']}, {row['remedied_before']}"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (rows(), "not_recorded, no"),
        (rows(outcome="partly_upheld"), "partially_upheld, no"),
        (rows(outcome="withdrawn_by_complainant"), "not_recorded, no"),
        (rows(outcome="upheld", findings=(Finding(1, "not_upheld"),)), "not_upheld, no"),
        (rows(outcome="upheld", remedied=date(2018, 5, 31)), "upheld, yes"),
        (rows(outcome="upheld", remedied=date(2018, 6, 1)), "upheld, no"),
    ],
)
def test_it_is_what_had_been_found_before(found: str, expected: str) -> None:
    assert found == expected
