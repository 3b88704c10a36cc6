"""What belongs to a case, as events among those of the case, and taken apart from them again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from putright.authorities.vocabulary import NOT_RECORDED
from putright.casework.log import Dated
from putright.intake.legacy import Beside, LegacyAction, LegacyConcern, LegacyCost, LegacyOmbudsman, LegacyPayment
from putright.record import events as e
from putright.record.events import Finding


@dataclass(frozen=True)
class TakenApart:
    """The events of a case, and what belongs to it as the rows would tell it."""

    case: tuple[Dated, ...]
    beside: tuple[Beside, ...]


def is_answered(events: Iterable[Dated]) -> bool:
    """Whether a stage was answered, so that a finding has an answer to stand in."""
    return any(isinstance(dated.event, e.Responded) for dated in events)


def with_beside(case: Sequence[Dated], beside: Iterable[Beside]) -> list[Dated]:
    """All events of a case: Received, its concerns, what else the row of the case tells, then what belongs to it.

    The findings on concerns stand in the last answer, behind what was found as a whole. Payments are numbered in the
    order of their references.
    """
    rows = sorted(beside, key=lambda row: row.key)
    concerns = [row for row in rows if isinstance(row, LegacyConcern)]
    payments = [row for row in rows if isinstance(row, LegacyPayment)]
    return [
        case[0],
        *(Dated(e.ConcernRaised(c.number, c.concern, c.service), case[0].happened_on, c.words) for c in concerns),
        *_with_findings(case[1:], concerns),
        *(dated for number, row in enumerate(payments, 1) for dated in _payment(number, row)),
        *(Dated(e.CostIncurred(row.cost, row.pence), row.incurred_on) for row in rows if isinstance(row, LegacyCost)),
        *(dated for row in rows if isinstance(row, LegacyAction) for dated in _action(row)),
        *(dated for row in rows if isinstance(row, LegacyOmbudsman) for dated in _ombudsman(row)),
    ]


def taken_apart(reference: str, events: Sequence[Dated]) -> TakenApart:
    """The events of a case apart from what belongs to it: `with_beside` undone."""
    findings = {
        found.concern: found.finding
        for dated in events
        if isinstance(dated.event, e.Responded)
        for found in dated.event.findings
    }
    case, beside = [], []
    for dated in events:
        match dated.event:
            case e.ConcernRaised(number, concern, service):
                found = findings.get(number, "")
                beside.append(LegacyConcern(reference, number, concern, service, found, dated.words))
            case e.RemedyAgreed(number, kind, pence):
                beside.append(LegacyPayment(reference, _evidence(number, events), kind, dated.happened_on, pence))
            case e.CostIncurred(kind, pence):
                beside.append(LegacyCost(reference, kind, dated.happened_on, pence))
            case e.ActionAgreed():
                beside.append(_legacy_action(reference, dated.event, dated, events))
            case e.OmbudsmanReferred(ombudsman_reference, referral_type):
                decided, on = _decision(ombudsman_reference, events)
                beside.append(
                    LegacyOmbudsman(
                        reference,
                        ombudsman_reference,
                        referral_type,
                        dated.happened_on,
                        decided.decision,
                        on,
                        decided.remedy_pence,
                    )
                )
            case e.RemedyDone() | e.OmbudsmanDecided() | e.ActionCompleted() | e.ActionChecked():
                continue
            case e.Responded(stage, found):
                own = tuple(finding for finding in found if finding.concern == e.WHOLE)
                case.append(replace(dated, event=e.Responded(stage, own)))
            case _:
                case.append(dated)
    return TakenApart(tuple(case), tuple(beside))


def _with_findings(events: Sequence[Dated], concerns: Iterable[LegacyConcern]) -> Iterator[Dated]:
    findings = tuple(Finding(concern.number, concern.finding) for concern in concerns if concern.finding)
    answers = [dated for dated in events if isinstance(dated.event, e.Responded)]
    last = max(answers, key=lambda dated: dated.happened_on, default=None)
    for dated in events:
        if findings and dated is last and isinstance(dated.event, e.Responded):
            yield replace(dated, event=replace(dated.event, findings=(*dated.event.findings, *findings)))
        else:
            yield dated


def _payment(number: int, row: LegacyPayment) -> Iterator[Dated]:
    yield Dated(e.RemedyAgreed(number, row.remedy, row.pence), row.paid_on)
    yield Dated(e.RemedyDone(number, row.payment_reference), row.paid_on)


def _action(row: LegacyAction) -> Iterator[Dated]:
    source = row.source or NOT_RECORDED
    yield Dated(e.ActionAgreed(row.number, row.post, row.due_on, 0, source), row.agreed_on, row.words)
    if row.completed_on:
        yield Dated(e.ActionCompleted(row.number, row.evidence), row.completed_on)
    if row.checked_on:
        yield Dated(e.ActionChecked(row.number, row.worked or NOT_RECORDED), row.checked_on)


def _legacy_action(reference: str, agreed: e.ActionAgreed, dated: Dated, events: Iterable[Dated]) -> LegacyAction:
    completed_on, evidence, checked_on, worked = None, "", None, ""
    for later in events:
        match later.event:
            case e.ActionCompleted(agreed.action, shown):
                completed_on, evidence = later.happened_on, shown
            case e.ActionChecked(agreed.action, found):
                checked_on, worked = later.happened_on, _said(found)
    return LegacyAction(
        reference,
        agreed.action,
        agreed.post,
        _said(agreed.source),
        dated.happened_on,
        agreed.due_on,
        completed_on,
        evidence,
        checked_on,
        worked,
        dated.words,
    )


def _said(code: str) -> str:
    return "" if code == NOT_RECORDED else code


def _ombudsman(row: LegacyOmbudsman) -> Iterator[Dated]:
    yield Dated(e.OmbudsmanReferred(row.ombudsman_reference, row.referral_type), row.referred_on)
    if row.decision != NOT_RECORDED or row.decided_on or row.remedy_pence >= 0:
        dated = row.decided_on is not None
        decided = e.OmbudsmanDecided(row.ombudsman_reference, row.decision, row.remedy_pence, dated)
        yield Dated(decided, row.decided_on or row.referred_on)


def _evidence(number: int, events: Iterable[Dated]) -> str:
    done = (dated.event for dated in events if isinstance(dated.event, e.RemedyDone))
    return next((event.evidence for event in done if event.remedy == number), "")


def _decision(reference: str, events: Iterable[Dated]) -> tuple[e.OmbudsmanDecided, date | None]:
    for dated in events:
        if isinstance(dated.event, e.OmbudsmanDecided) and dated.event.ombudsman_reference == reference:
            return dated.event, dated.happened_on if dated.event.dated else None
    return e.OmbudsmanDecided(reference, NOT_RECORDED), None
