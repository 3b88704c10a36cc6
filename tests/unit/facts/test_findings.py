"""The finding on a stage and on the whole: one, mixed where concerns differ, not recorded where there is none."""

from __future__ import annotations

from datetime import date

import pytest

from putright.facts.findings import finding_of, overall_finding
from putright.record.events import Finding, Received
from putright.record.parts import Concern, StageState
from putright.record.state import State


def stage(*findings: str) -> StageState:
    return StageState("first", findings=tuple(Finding(number, found) for number, found in enumerate(findings, start=1)))


def state(concerns: list[Concern], stages: list[StageState]) -> State:
    return State(1, Received("C1", "complaint"), date(2017, 5, 1), concerns=concerns, stages=stages)


@pytest.mark.parametrize(
    ("findings", "of_all"),
    [
        ((), "not_recorded"),
        (("upheld",), "upheld"),
        (("upheld", "upheld"), "upheld"),
        (("upheld", "not_upheld"), "mixed"),
    ],
)
def test_findings_that_differ_are_mixed(findings: tuple[str, ...], of_all: str) -> None:
    assert finding_of(stage(*findings)) == of_all


def test_the_last_finding_on_each_concern_counts_and_a_dropped_concern_does_not() -> None:
    concerns = [
        Concern(1, "communication", "team_east", finding="upheld"),
        Concern(2, "delay", "team_east", finding="not_upheld", dropped=True),
        Concern(3, "conduct", "team_east"),
    ]
    assert overall_finding(state(concerns, [stage("not_upheld")])) == "upheld"
    concerns[1].dropped = False
    assert overall_finding(state(concerns, [])) == "mixed"


def test_without_concerns_the_last_stage_that_found_something_counts() -> None:
    assert overall_finding(state([], [stage("not_upheld"), stage("upheld"), stage()])) == "upheld"
    assert overall_finding(state([], [stage()])) == "not_recorded"
