"""What may happen next to a representation, and, for what may not, which rule forbids it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from putright.record.parts import StageState
from putright.record.state import State
from putright.rules import Book, NotYetInForce, OutsideCalendar, Procedure, Stage, due_date


@dataclass(frozen=True)
class Step:
    """A verb, whether it is permitted now, why, and the rule that says so (empty where it is plain sense).

    `stage` is the stage the verb would act on, empty where it acts on none.
    """

    verb: str
    permitted: bool
    why: str
    rule: str = ""
    stage: str = ""


@dataclass(frozen=True)
class _Asked:
    state: State
    book: Book
    today: date

    @property
    def procedure(self) -> Procedure | None:
        return self.book.procedures.get(self.state.procedure)

    @property
    def running(self) -> StageState | None:
        return self.state.running_stage

    @property
    def requested(self) -> StageState | None:
        """A stage that was asked for and has not started."""
        return next((s for s in self.state.stages if s.requested_on and s.started_on is None), None)

    @property
    def following(self) -> Stage | None:
        """The stage the complainant may ask for next."""
        last = self.state.last_stage
        return self.procedure.next_stage(last.name) if self.procedure and last else None


def steps(state: State, book: Book, *, today: date) -> list[Step]:
    """Every verb, permitted or not, in the order in which work usually goes."""
    asked = _Asked(state, book, today)
    return [judge(asked, verb) for verb, judge in _JUDGES.items()]


def step(state: State, book: Book, verb: str, *, today: date) -> Step:
    """Whether `verb` is permitted now. KeyError for a verb there is not."""
    return _JUDGES[verb](_Asked(state, book, today), verb)


def _ended(state: State) -> str:
    if state.refused_on:
        return "It was refused."
    if state.withdrawn_on:
        return "It was withdrawn."
    return "It is closed."


def _while_open(asked: _Asked, verb: str) -> Step:
    if not asked.state.is_open:
        return Step(verb, False, f"{_ended(asked.state)} Reopen it first.")
    return Step(verb, True, "It is open.")


def _always(_asked: _Asked, verb: str) -> Step:
    return Step(verb, True, "The log keeps both what was said before and what is said now.")


def _acknowledge(asked: _Asked, verb: str) -> Step:
    if asked.state.acknowledged_on:
        return Step(verb, False, f"It was acknowledged on {_day(asked.state.acknowledged_on)}.")
    return _while_open(asked, verb)


def _triage(asked: _Asked, verb: str) -> Step:
    if asked.state.last_stage:
        return Step(
            verb, False, "A stage has started: a complaint once accepted goes on under its procedure.", _accepted(asked)
        )
    return _while_open(asked, verb)


def _refuse(asked: _Asked, verb: str) -> Step:
    if asked.state.last_stage:
        why = "A stage has started: a complaint once accepted goes on through the stages if the complainant wishes."
        return Step(verb, False, why, _accepted(asked))
    return _while_open(asked, verb)


def _start_stage(asked: _Asked, verb: str) -> Step:
    open_ = _while_open(asked, verb)
    if not open_.permitted:
        return open_
    if asked.procedure is None:
        return Step(verb, False, "It is under no procedure. Triage it first.")
    if asked.requested:
        return Step(verb, True, "The complainant asked for it.", stage=asked.requested.name)
    if asked.running:
        return Step(verb, False, f"{_spoken(asked, asked.running.name)} is not answered yet.")
    if asked.state.last_stage is None:
        first = asked.procedure.stages[0]
        return Step(verb, True, f"{first.spoken_as} is the first of the procedure.", stage=first.name)
    if asked.following is None:
        return Step(verb, False, f"There is no further stage. {asked.procedure.after}", asked.procedure.title)
    return Step(verb, False, f"The complainant has not asked for {asked.following.spoken_as}.", _escalation_rule(asked))


def _finalise_statement(asked: _Asked, verb: str) -> Step:
    stage = asked.running or asked.requested
    if stage is None or asked.procedure is None:
        return Step(verb, False, "No stage waits for a statement.")
    limits = asked.procedure.stage(stage.name).limits.values()
    if not any(value.starts_from == "statement_finalised" for limit in limits for value in limit.values):
        return Step(verb, False, f"{_spoken(asked, stage.name)} has no clock that starts from a statement.")
    return Step(verb, True, "The second clock of the stage starts from it.", stage=stage.name)


def _extend(asked: _Asked, verb: str) -> Step:
    if asked.running is None or asked.procedure is None:
        return Step(verb, False, "No clock of a stage is running.")
    limit = asked.procedure.stage(asked.running.name).limits.get("response")
    extension = limit.values[-1].extended if limit else None
    if limit is None or extension is None:
        citation = str(limit.values[-1].citation) if limit else asked.procedure.title
        return Step(verb, False, f"The limit of {_spoken(asked, asked.running.name)} has no extension.", citation)
    if asked.running.extended_to:
        why = f"It was extended to {_day(asked.running.extended_to)}; there is no second extension."
        return Step(verb, False, why, str(extension.citation))
    why = f"To at most {extension.count} {limit.values[-1].unit.replace('_', ' ')}s in all."
    return Step(verb, True, why, str(extension.citation), asked.running.name)


def _respond(asked: _Asked, verb: str) -> Step:
    if asked.running is None:
        return Step(verb, False, "No stage is waiting for an answer.")
    return Step(
        verb, True, f"{_spoken(asked, asked.running.name)} is waiting for its answer.", stage=asked.running.name
    )


def _request_escalation(asked: _Asked, verb: str) -> Step:
    if asked.state.refused_on or asked.state.withdrawn_on:
        return Step(verb, False, _ended(asked.state))
    if asked.requested:
        return Step(verb, False, f"{_spoken(asked, asked.requested.name)} has been asked for already.")
    if asked.running and not _unanswered_too_long(asked, asked.running):
        return Step(verb, False, f"{_spoken(asked, asked.running.name)} is not answered yet.")
    if asked.state.last_stage is None or asked.procedure is None:
        return Step(verb, False, "No stage has been answered.")
    if asked.following is None:
        return Step(verb, False, f"There is no further stage. {asked.procedure.after}", asked.procedure.title)
    return Step(verb, True, f"{asked.following.spoken_as} comes next.", _escalation_rule(asked), asked.following.name)


def _unanswered_too_long(asked: _Asked, running: StageState) -> bool:
    """Whether the longest limit of the running stage has passed, and the next may be asked for on that ground."""
    if asked.procedure is None or running.started_on is None:
        return False
    stage = asked.procedure.stage(running.name)
    limit = stage.limits.get("response")
    if limit is None or stage.escalation is None or not stage.escalation.when_unanswered:
        return False
    calendar = asked.book.calendar(asked.procedure.calendar)
    can_extend = limit.values[-1].extended is not None
    try:
        longest = due_date(limit, running.started_on, calendar=calendar, extended=can_extend).on
    except (NotYetInForce, OutsideCalendar):
        return False
    return asked.today > longest


def _withdraw(asked: _Asked, verb: str) -> Step:
    return _while_open(asked, verb)


def _close(asked: _Asked, verb: str) -> Step:
    if asked.state.is_open and asked.running:
        return Step(verb, False, f"{_spoken(asked, asked.running.name)} is not answered yet.")
    return _while_open(asked, verb)


def _reopen(asked: _Asked, verb: str) -> Step:
    if asked.state.is_open:
        return Step(verb, False, "It is open.")
    return Step(verb, True, f"{_ended(asked.state)}")


def _ombudsman_decision(asked: _Asked, verb: str) -> Step:
    if not any(record.decided_on is None for record in asked.state.ombudsman):
        return Step(verb, False, "No referral by the Ombudsman waits for a decision.")
    return Step(verb, True, "A referral by the Ombudsman waits for a decision.")


def _accepted(asked: _Asked) -> str:
    return _escalation_rule(asked) or (asked.procedure.title if asked.procedure else "")


def _escalation_rule(asked: _Asked) -> str:
    if asked.procedure is None or asked.state.last_stage is None:
        return ""
    escalation = asked.procedure.stage(asked.state.last_stage.name).escalation
    return str(escalation.citation) if escalation else ""


def _spoken(asked: _Asked, stage: str) -> str:
    return asked.procedure.stage(stage).spoken_as if asked.procedure else stage.replace("_", " ")


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


_JUDGES: dict[str, Callable[[_Asked, str], Step]] = {
    "acknowledge": _acknowledge,
    "assign": _while_open,
    "triage": _triage,
    "refuse": _refuse,
    "start_stage": _start_stage,
    "finalise_statement": _finalise_statement,
    "extend": _extend,
    "respond": _respond,
    "record_outcome": _always,
    "offer_meeting": _while_open,
    "request_escalation": _request_escalation,
    "refer_for_safeguarding": _while_open,
    "withdraw": _withdraw,
    "close": _close,
    "reopen": _reopen,
    "record_ombudsman_referral": _always,
    "record_ombudsman_decision": _ombudsman_decision,
    "correct": _always,
    "void": _always,
}
VERBS = frozenset(_JUDGES)
