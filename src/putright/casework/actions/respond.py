"""The answer of the running stage is sent, with a finding for each concern."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.log import Dated
from putright.record.events import Finding, Responded
from putright.record.state import State
from putright.record.steps import Step

FINDINGS = ("upheld", "partially_upheld", "not_upheld", "no_finding")


def respond(writing: Writing, *, on: date, findings: tuple[Finding, ...] = (), answer: str = "") -> State:
    """Record that the answer went out on the day `on`; every concern that is pursued needs its finding."""
    if unknown := {one.finding for one in findings} - set(FINDINGS):
        raise NotPermitted(f"{', '.join(sorted(unknown))} is no finding. The findings are {', '.join(FINDINGS)}.")

    def events(state: State, asked: Step) -> list[Dated]:
        stage = state.stage(asked.stage)
        given = findings or (stage.findings if stage else ())
        pursued = {concern.number for concern in state.concerns if not concern.dropped}
        if missing := pursued - {one.concern for one in given}:
            numbers = ", ".join(str(number) for number in sorted(missing))
            raise NotPermitted(f"Concern {numbers} has no finding. Give a finding for each concern.")
        return [Dated(Responded(asked.stage, given), on, answer)]

    return perform(writing, "respond", events)
