"""The complainant asks for the next stage."""

from __future__ import annotations

from datetime import date

from putright.casework import setting
from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.actions.start_stage import left_out, way_to
from putright.casework.log import Dated
from putright.record.events import NOT_RECORDED, EscalationRequested
from putright.record.state import State
from putright.record.steps import Step
from putright.rules import Escalation


def request_escalation(
    writing: Writing,
    *,
    on: date,
    grounds: tuple[str, ...] = (),
    reasons: str = "",
    stage: str = "",
    why: str = NOT_RECORDED,
    agreement: str = "",
) -> State:
    """The complainant asks for the next stage, on `grounds` (codes of the rule book) and for `reasons` in their words.

    Neither is asked for where the procedure lets asking be enough. `stage` is another than the next, where one may be
    left out; then `why` and `agreement` are as in :func:`start_stage`.
    """

    def events(state: State, asked: Step) -> list[Dated]:
        escalation = escalation_from(state)
        if escalation and escalation.grounds_needed:
            _refuse_without(escalation, grounds, reasons)
        way = way_to(stage or asked.stage, asked)
        return [*left_out(way, on, why, agreement), Dated(EscalationRequested(way.stage, grounds), on, reasons)]

    return perform(writing, "request_escalation", events)


def escalation_from(state: State) -> Escalation | None:
    """What the rule book says of going on from the last stage; None where nothing follows."""
    procedure, last = setting.book().procedures.get(state.procedure), state.last_stage
    return procedure.stage(last.name).escalation if procedure and last else None


def _refuse_without(escalation: Escalation, grounds: tuple[str, ...], reasons: str) -> None:
    listed = {ground.code: ground.title for ground in escalation.grounds}
    if listed and not set(grounds) & set(listed):
        raise NotPermitted(
            f"The next stage is asked for on one of these: {'; '.join(listed.values())} ({escalation.citation})."
        )
    if not listed and not reasons.strip():
        raise NotPermitted(f"The next stage is asked for with reasons. Write them down ({escalation.citation}).")
