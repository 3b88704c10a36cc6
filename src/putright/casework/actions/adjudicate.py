"""The adjudicating officer considers the reports and makes findings."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import Adjudicated, Finding
from putright.record.state import State


def adjudicate(writing: Writing, *, on: date, findings: tuple[Finding, ...], reasons: str = "") -> State:
    """The adjudicating officer considers the reports and makes findings."""
    return perform(
        writing,
        "adjudicate",
        lambda _state, asked: [Dated(Adjudicated(asked.stage, findings), on, reasons)],
    )
