"""The adjudicating officer considers the reports and makes findings."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform, refuse_who_answered_before
from putright.casework.log import Dated
from putright.record.events import Adjudicated, Finding
from putright.record.state import State
from putright.record.steps import Step


def adjudicate(writing: Writing, *, on: date, findings: tuple[Finding, ...], reasons: str = "") -> State:
    """The adjudicating officer, who did not answer the stage before, considers the reports and makes findings."""

    def events(state: State, asked: Step) -> list[Dated]:
        refuse_who_answered_before(state, asked.stage, writing.actor.post)
        return [Dated(Adjudicated(asked.stage, findings), on, reasons)]

    return perform(writing, "adjudicate", events)
