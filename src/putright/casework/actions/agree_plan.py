"""How it is handled and by when it is answered is agreed; the agreed date is a clock of its own."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.log import Dated
from putright.record.events import PlanAgreed
from putright.record.state import State


def agree_plan(writing: Writing, *, on: date, respond_by: date, agreed_by_complainant: bool, plan: str = "") -> State:
    """Agree the day by which the running stage is answered, and what is done until then."""
    if respond_by < on:
        raise NotPermitted("The day agreed for the answer is before the day of the agreement. Give a later day.")
    return perform(
        writing,
        "agree_plan",
        lambda _state, asked: [Dated(PlanAgreed(asked.stage, respond_by, agreed_by_complainant), on, plan)],
    )
