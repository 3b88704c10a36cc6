"""Remedies, costs, learning and actions."""

from __future__ import annotations

from putright.record import events as e
from putright.web.forms.steps import lists
from putright.web.forms.steps.lists import word
from putright.web.presenters.telling.tells import Tellers, Telling, Told, joined
from putright.web.presenters.words import long_date, pounds


def _remedy(event: e.RemedyAgreed, t: Telling) -> Told:
    own = t.council.vocabularies.get("remedy")
    kind = own.label(event.kind) if own and event.kind in own else word(lists.REMEDIES, event.kind)
    paid = f"{pounds(event.pence)}, paid by {event.payer}" if event.pence >= 0 else ""
    approved = f"approved by {event.approved_by}" if event.approved_by else ""
    due = f"due {long_date(event.due_on)}" if event.due_on else ""
    return f"Remedy {event.remedy} agreed", joined(kind, paid, approved, due)


TELL: Tellers = {
    e.RemedyAgreed: _remedy,
    e.RemedyDone: lambda event, t: (f"Remedy {event.remedy} done", event.evidence),
    e.CostIncurred: lambda event, t: ("Cost", joined(word(lists.COSTS, event.kind), pounds(event.pence))),
    e.LearningRecorded: lambda event, t: (
        "Learning recorded",
        joined(word(lists.THEMES, event.theme), t.label("service", event.service)),
    ),
    e.NothingToLearn: lambda event, t: ("Nothing to learn from it", ""),
    e.ActionAgreed: lambda event, t: (
        f"Action {event.action} agreed",
        joined(event.post, f"due {long_date(event.due_on)}"),
    ),
    e.ActionCompleted: lambda event, t: (f"Action {event.action} done", event.evidence),
    e.ActionChecked: lambda event, t: (
        f"Action {event.action} looked at again",
        f"Did it work? {word(lists.WORKED, event.worked)}.",
    ),
}
