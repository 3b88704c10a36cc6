"""Refuse to consider a representation."""

from __future__ import annotations

from datetime import date

from putright.casework import setting
from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.log import Dated
from putright.record.events import Refused
from putright.record.state import State
from putright.record.steps import Step


def refuse(writing: Writing, *, on: date, reason: str, explanation: str, ground: str = "") -> State:
    """The council decides not to consider the representation; it is still counted.

    `reason` is the council's own term. `ground` is the lawful reason by its code in the rule book: where the procedure
    lists them, the council's own term is never enough by itself. `explanation` is what the complainant is told.
    """
    if not explanation.strip():
        raise NotPermitted("A refusal is explained to the complainant. Write down what they are told.")

    def events(state: State, _asked: Step) -> list[Dated]:
        procedure = setting.book().procedures.get(state.procedure)
        lawful = {each.code: each.title for each in procedure.refusals} if procedure else {}
        if lawful and ground not in lawful:
            listed = "; ".join(lawful.values())
            raise NotPermitted(
                f"Only a lawful reason counts under the {procedure.title}: {listed}. Choose one of them."
            )
        return [Dated(Refused(reason, ground), on, explanation)]

    return perform(writing, "refuse", events)
