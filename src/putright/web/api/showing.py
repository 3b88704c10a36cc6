"""A representation as JSON: what it is, where it stands, its clocks and how they are reckoned, what may be done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse

from putright.facts.clocks import ClockFact, clock_facts
from putright.record.clocks import Clock, clocks
from putright.record.parts import StageState
from putright.record.steps import Step, steps
from putright.web.forms.steps import FORMS, Situation
from putright.web.forms.steps.fields import Day, Pounds
from putright.web.forms.steps.seen import Seen
from putright.web.presenters.steps import verb_words

_LISTED = (
    "reference", "type", "category", "procedure", "status", "stage", "handler", "service", "received_on", "due_on",
    "due_clock",
)  # fmt: skip
_STAGE_DAYS = ("requested_on", "started_on", "respond_by", "extended_to", "signed_off_on", "responded_on")


def as_line(row: Any) -> dict[str, Any]:
    """A stored row as one of a list."""
    return {name: _plain(getattr(row, name)) for name in _LISTED} | {"href": href_of(row.reference)}


def href_of(reference: str) -> str:
    """The address of a representation."""
    return reverse("api-representation", args=[reference])


def as_whole(row: Any, seen: Seen) -> dict[str, Any]:
    """Everything of one: `position` is its last entry, to be sent back as read_to with a step."""
    state, received = seen.state, seen.state.received
    return as_line(row) | {
        "position": state.position,
        "method": received.method,
        "received_from": received.received_from,
        "triaged_on": _plain(state.triaged_on),
        "acknowledged_on": _plain(state.acknowledged_on),
        "refused_on": _plain(state.refused_on),
        "withdrawn_on": _plain(state.withdrawn_on),
        "closed_on": _plain(state.closed_on),
        "outcome": state.outcome,
        "stages_left_out": list(state.left_out),
        "stages": [_stage(stage) for stage in state.stages],
        "concerns": [
            {"number": each.number, "nature": each.nature, "service": each.service, "pursued": not each.dropped,
             "finding": each.finding}
            for each in state.concerns
        ],
        "parties": [
            {"number": each.number, "role": each.role, "name": seen.contact(each).name, "consent": each.consent}
            for each in state.parties
        ],
        "clocks": list(_clocks(seen)),
        "steps": [_step(step, seen) for step in steps(state, seen.book, today=seen.today)],
    }  # fmt: skip


def as_asked(form: forms.Form, at: Situation) -> dict[str, Any]:
    """What a step asks for, field by field."""
    return _step(at.step, at) | {"position": at.state.position, "asks": [*_fields(form)]}


def _fields(form: forms.Form) -> Iterator[dict[str, Any]]:
    for name, field in form.fields.items():
        choices = getattr(field, "choices", None)
        yield {
            "field": name,
            "label": str(field.label or ""),
            "hint": str(field.help_text or ""),
            "kind": _kind(field),
            "required": field.required,
            "one_of": [{"code": str(code), "label": str(label)} for code, label in choices] if choices else [],
        }


def _kind(field: forms.Field) -> str:
    if isinstance(field, Day):
        return "day"
    if isinstance(field, forms.MultipleChoiceField):
        return "several"
    if isinstance(field, forms.ChoiceField):
        return "choice"
    return "pounds" if isinstance(field, Pounds) else "text"


def _stage(stage: StageState) -> dict[str, Any]:
    found = [{"concern": one.concern, "finding": one.finding} for one in stage.findings]
    days = {name: _plain(getattr(stage, name)) for name in _STAGE_DAYS}
    return {"stage": stage.name, **days, "answered_by": stage.answered_by, "findings": found}


def _clocks(seen: Seen) -> Iterator[dict[str, Any]]:
    """Statutory limit, local target and agreed date, each a clock of its own; a limit says how it is reckoned."""
    ruled = {(each.stage, each.limit.name): each for each in clocks(seen.state, seen.procedure, seen.book)}
    for fact in clock_facts(seen.state, seen.procedure, seen.council, seen.book):
        by_rule = ruled.get((fact.stage, fact.clock))
        yield _clock(fact, by_rule if by_rule and by_rule.limit.kind == fact.kind else None)


def _clock(fact: ClockFact, by_rule: Clock | None) -> dict[str, Any]:
    due = by_rule.due if by_rule else None
    return {
        "stage": fact.stage,
        "clock": fact.clock,
        "kind": fact.kind,
        "started_on": _plain(fact.started_on),
        "due_on": _plain(fact.due_on),
        "met_on": _plain(fact.met_on),
        "timeliness": fact.timeliness.name.lower(),
        "explanation": due.explanation() if due else [by_rule.why_not] if by_rule else [],
        "rule": str(due.citation) if due else "",
        "rule_is_checked": due.checked == "primary" if due else False,
    }


def _step(step: Step, seen: Seen) -> dict[str, Any]:
    is_here = step.verb in FORMS
    return {
        "verb": step.verb,
        "title": verb_words(step.verb),
        "permitted": step.permitted,
        "for_this_account": seen.actor.may(step.verb),
        "why": step.why,
        "rule": step.rule,
        "stage": step.stage,
        "stages_to_choose_from": [way.stage for way in step.ways],
        "href": reverse("api-step", args=[seen.state.received.reference, step.verb]) if is_here else "",
    }


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
