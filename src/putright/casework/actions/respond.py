"""The answer of the running stage is sent, with a finding for each concern."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import NotPermitted, Writing, perform, refuse_who_answered_before
from putright.casework.log import Dated
from putright.record.events import Finding, Responded
from putright.record.state import State
from putright.record.steps import Step

FINDINGS = ("upheld", "partially_upheld", "not_upheld", "no_finding")


def respond(
    writing: Writing, *, on: date, findings: tuple[Finding, ...] = (), answer: str = "", answered_by: str = ""
) -> State:
    """Record that the answer went out on the day `on`; every concern that is pursued needs its finding.

    `answered_by` is the post that gave it. Without one it is whoever signed it off, else who handles it, else who
    writes. It is refused where the stage is for somebody else than who answered before.
    """
    if unknown := {one.finding for one in findings} - set(FINDINGS):
        raise NotPermitted(f"{', '.join(sorted(unknown))} is no finding. The findings are {', '.join(FINDINGS)}.")

    def events(state: State, asked: Step) -> list[Dated]:
        stage = state.stage(asked.stage)
        given = findings or (stage.findings if stage else ())
        pursued = {concern.number for concern in state.concerns if not concern.dropped}
        if missing := pursued - {one.concern for one in given}:
            numbers = ", ".join(str(number) for number in sorted(missing))
            raise NotPermitted(f"Concern {numbers} has no finding. Give a finding for each concern.")
        who = answered_by or answering_post(state, asked.stage) or writing.actor.post
        refuse_who_answered_before(state, asked.stage, who)
        return [Dated(Responded(asked.stage, given, who), on, answer)]

    return perform(writing, "respond", events)


def answering_post(state: State, stage: str) -> str:
    """The post that answers a stage: who signed it off, else who handles it; empty where neither is known."""
    found = state.stage(stage)
    return (found.signed_off_by if found else "") or state.handler
