"""How it is handled and by when it is answered is agreed; the agreed date is a clock of its own."""

from __future__ import annotations

from datetime import date

from putright.casework import setting
from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.log import Dated
from putright.record.clocks import stage_clocks
from putright.record.events import PlanAgreed
from putright.record.state import State
from putright.record.steps import Step
from putright.rules import in_words


def agree_plan(writing: Writing, *, on: date, respond_by: date, agreed_by_complainant: bool, plan: str = "") -> State:
    """Agree the day by which the running stage is answered, and what is done until then.

    Where the rule book names a limit that such a period keeps to, a day beyond it is refused.
    """
    if respond_by < on:
        raise NotPermitted("The day agreed for the answer is before the day of the agreement. Give a later day.")

    def events(state: State, asked: Step) -> list[Dated]:
        _refuse_beyond_its_limit(state, asked.stage, respond_by)
        return [Dated(PlanAgreed(asked.stage, respond_by, agreed_by_complainant), on, plan)]

    return perform(writing, "agree_plan", events)


def _refuse_beyond_its_limit(state: State, stage: str, respond_by: date) -> None:
    book = setting.book()
    procedure, stage_state = book.procedures.get(state.procedure), state.stage(stage)
    period = procedure.stage(stage).agreed_period if procedure else None
    if procedure is None or stage_state is None or period is None:
        return
    for clock in stage_clocks(state, stage_state, procedure, book):
        if clock.limit.name == period.within and clock.due_on and respond_by > clock.due_on:
            raise NotPermitted(
                f"The period agreed keeps to “{clock.limit.title}”, which ends on {in_words(clock.due_on)} "
                f"({clock.citation}). Agree an earlier day, or extend that limit first, if the complainant agrees."
            )
