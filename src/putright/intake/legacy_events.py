"""From the typed values of accepted rows to the events they tell of, and back.

The export gives days, not a history, so some days are inferred, always in the same way: an extension is dated on
the last day of the limit it extended, or on the answer if that came first, or on the start while there is no answer;
an outcome on the last answer, else on closing, else on receipt; a refusal on closing, else on acknowledgement, else
on receipt. A concern is dated on receipt, a payment was agreed on the day it was made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from putright.authorities.vocabulary import NOT_RECORDED
from putright.casework.log import Dated
from putright.intake.legacy import LegacyCase, LegacyStage
from putright.record import events as e
from putright.record.writing import write

ADVOCATE = "advocate"
_RECEIVED_TERMS = (
    "type",
    "method",
    "received_from",
    "nature",
    "service",
    "district",
    "outcome_sought",
    "gender",
    "age_band",
    "ethnicity",
    "disability",
)


def case_events(case: LegacyCase) -> list[Dated]:
    """The events of one case, in the order in which a case goes; Received is the first."""
    return list(_case_events(case))


def in_order(events: Sequence[Dated]) -> tuple[Dated, ...]:
    """All events of a case by the day they happened, what was received first."""
    return (events[0], *sorted(events[1:], key=lambda dated: dated.happened_on))


def digest(events: Sequence[Dated]) -> str:
    """What tells a changed record from the same one: of its events and words, not of how the row was written."""
    made = hashlib.sha256()
    for dated in events:
        line = (type(dated.event).__name__, dated.happened_on.isoformat(), write(dated.event), dated.words)
        made.update("\x1f".join(line).encode("utf-8"))
        made.update(b"\x1e")
    return made.hexdigest()


def _case_events(case: LegacyCase) -> Iterator[Dated]:
    received = {name: case.terms.get(name, NOT_RECORDED) for name in _RECEIVED_TERMS}
    yield Dated(e.Received(reference=case.reference, **received), case.received_on, case.summary)
    yield Dated(e.Triaged(case.procedure), case.received_on)
    if case.advocate:
        yield Dated(e.PartyNamed(1, ADVOCATE), case.received_on)
    if case.handler:
        yield Dated(e.Assigned(case.handler), case.received_on)
    if case.acknowledged_on:
        yield Dated(e.Acknowledged(), case.acknowledged_on)
    for stage in case.stages:
        yield from _stage_events(stage)
    answered = [stage.responded_on for stage in case.stages if stage.responded_on]
    outcome = case.terms.get("outcome", NOT_RECORDED)
    if outcome != NOT_RECORDED:
        yield Dated(e.OutcomeRecorded(outcome), max(answered, default=case.closed_on or case.received_on))
    if case.is_refused:
        reason = case.terms.get("refusal_reason", NOT_RECORDED)
        yield Dated(e.Refused(reason), case.closed_on or case.acknowledged_on or case.received_on)
    if case.closed_on:
        yield Dated(e.Closed(), case.closed_on)


def _stage_events(stage: LegacyStage) -> Iterator[Dated]:
    if stage.requested_on:
        yield Dated(e.EscalationRequested(stage.name), stage.requested_on)
    if stage.started_on is None:
        return
    yield Dated(e.StageStarted(stage.name), stage.started_on)
    if stage.extended_to:
        last = min(stage.due_on or stage.responded_on, stage.responded_on) if stage.responded_on else stage.started_on
        yield Dated(e.Extended(stage.name, stage.extended_to), last)
    if stage.responded_on:
        findings = (e.Finding(e.WHOLE, stage.finding),) if stage.finding else ()
        yield Dated(e.Responded(stage.name, findings), stage.responded_on)
