"""A time limit of the running stage is extended, within what its rule allows or with the agreement it asks for."""

from __future__ import annotations

from datetime import date

from putright.casework import setting
from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.log import Dated
from putright.record.events import Extended
from putright.record.state import State
from putright.record.steps import Step
from putright.record.steps.extending import Longer, may_become_longer
from putright.rules import NotAgreed, lengthened


def extend(
    writing: Writing, *, on: date, to: date, reason: str, agreed_by: str, explanation: str = "", limit: str = ""
) -> State:
    """Extend a limit of the running stage to the last day `to`; `limit` is its name, by default that of the answer.

    Refused beyond the longest its rule allows, for no gain, and where the rule asks for an agreement that came after
    the limit had passed: there `on` is the day of the agreement.
    """

    def events(state: State, asked: Step) -> list[Dated]:
        longer = _chosen(limit, extendable(state, asked.stage))
        if longer.latest is None:
            _refuse_without_agreement(longer, on, to)
        elif not longer.after < to <= longer.latest:
            raise NotPermitted(
                f"The new last day must be after {longer.after:%-d %B %Y} and not after {longer.latest:%-d %B %Y} "
                f"({longer.rule.citation})."
            )
        return [Dated(Extended(asked.stage, to, reason, agreed_by, longer.limit), on, explanation)]

    return perform(writing, "extend", events)


def extendable(state: State, stage: str) -> list[Longer]:
    """The limits of a stage that may become longer, with the days between which; empty where none may."""
    book = setting.book()
    procedure, stage_state = book.procedures.get(state.procedure), state.stage(stage)
    return may_become_longer(state, stage_state, procedure, book) if procedure and stage_state else []


def _chosen(limit: str, longer: list[Longer]) -> Longer:
    chosen = next((each for each in longer if each.limit == limit), None) if limit else next(iter(longer), None)
    if chosen is None:
        names = ", ".join(each.limit for each in longer) or "none"
        raise NotPermitted(f"The limit {limit} does not become longer here. Those that do: {names}.")
    return chosen


def _refuse_without_agreement(longer: Longer, agreed_on: date, to: date) -> None:
    assert longer.clock.due is not None
    try:
        lengthened(longer.clock.due, agreed_on=agreed_on, to=to)
    except NotAgreed as cause:
        raise NotPermitted(str(cause)) from cause
