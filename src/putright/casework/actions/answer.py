"""A stage is answered, and what the service learnt from it is recorded with it: both, or neither."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction

from putright.casework.actions.base import Writing
from putright.casework.actions.find_nothing_to_learn import find_nothing_to_learn
from putright.casework.actions.record_learning import record_learning
from putright.casework.actions.respond import respond
from putright.record.events import Finding
from putright.record.state import State


@dataclass(frozen=True)
class Lesson:
    """What was learnt: its theme, the service that learnt it, and what it was. All empty when there is nothing."""

    theme: str = ""
    service: str = ""
    learnt: str = ""


def answer(
    writing: Writing,
    *,
    on: date,
    findings: tuple[Finding, ...],
    answer: str = "",
    answered_by: str = "",
    lesson: Lesson | None = None,
) -> State:
    """The answer went out on the day `on`; `lesson` is None where the question was left for later."""
    with transaction.atomic():
        state = respond(writing, on=on, findings=findings, answer=answer, answered_by=answered_by)
        if lesson is None:
            return state
        after = replace(writing, read_to=state.position)
        if not lesson.learnt:
            return find_nothing_to_learn(after, on=on)
        return record_learning(after, on=on, theme=lesson.theme, service=lesson.service, learnt=lesson.learnt)
