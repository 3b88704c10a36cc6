"""Someone is appointed to a stage; an account is let in to this one representation until a day."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform, refuse_who_answered_before
from putright.casework.log import Dated
from putright.record.events import NOT_RECORDED, Appointed
from putright.record.parts import next_number
from putright.record.state import State
from putright.record.steps import Step


def appoint(
    writing: Writing,
    *,
    on: date,
    post: str,
    name: str,
    account: str = "",
    until: date | None = None,
    member: int = 0,
    comes_from: str = NOT_RECORDED,
) -> State:
    """Someone is appointed to a stage; an account is let in to this one representation until a day.

    `name` may be a post of the council: it is refused where that post answered the stage before and may not act here.
    `member` is their number in the council's pool, 0 for somebody who is not in it; `comes_from` internal or external.
    """

    def events(state: State, asked: Step) -> list[Dated]:
        refuse_who_answered_before(state, asked.stage, name)
        number = next_number(state.appointments)
        return [Dated(Appointed(asked.stage, post, number, account, until, member, comes_from), on, name)]

    return perform(writing, "appoint", events)
