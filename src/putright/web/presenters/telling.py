"""Each entry of the log in words: a title, and what else it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from putright.authorities import Authority
from putright.record import events as e
from putright.rules import Book
from putright.web.forms.steps import lists
from putright.web.forms.steps.lists import word
from putright.web.presenters.telling_notices import chased, reminded
from putright.web.presenters.terms import stage_label
from putright.web.presenters.words import long_date, plural, pounds

BLANKS = ("", None, (), e.NOT_RECORDED, -1)


@dataclass(frozen=True)
class Telling:
    """What an entry's words are found with."""

    council: Authority
    book: Book
    procedure: str

    def stage(self, name: str) -> str:
        """What the council calls a stage."""
        return stage_label(self.council, self.procedure, name) or name.replace("_", " ").capitalize()

    def label(self, vocabulary: str, code: str) -> str:
        """What the council prints for a code, empty for a blank."""
        return "" if code in BLANKS else self.council.vocabulary(vocabulary).label(code)


Told = tuple[str, str]


def tell(event: e.Event, telling: Telling) -> Told:
    """The title of an entry and what else it says."""
    return _TELL.get(type(event), _plainly)(event, telling)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _day(head: str, day: date | None) -> str:
    return f"{head} {long_date(day)}." if day else ""


def _received(event: e.Received, t: Telling) -> Told:
    source, method = t.label("received_from", event.received_from), t.label("method", event.method)
    return "Received", _joined(t.label("type", event.type), source, method)


def _imported(event: e.Imported, _t: Telling) -> Told:
    return "Imported from the old system", (
        f"{event.source}, line {event.line}: the next {plural(event.entries, 'entry', 'entries')} come from it."
    )


def _triaged(event: e.Triaged, t: Telling) -> Told:
    procedure = t.book.procedures.get(event.procedure)
    if procedure is None:
        return "Triaged", "Under no procedure."
    asked = {question.code: question for question in procedure.questions}
    said = []
    for pair in event.answers:
        code, _, answer = pair.partition("=")
        if code in asked:
            said.append(f"{asked[code].text} {asked[code].answer(answer).text}.")
    return "Triaged", " ".join([f"Under the {procedure.title}.", *said])


def _refused(event: e.Refused, t: Telling) -> Told:
    procedure = t.book.procedures.get(t.procedure)
    lawful = {each.code: each.title for each in procedure.refusals} if procedure else {}
    return "Refused", _joined(lawful.get(event.ground, ""), t.label("refusal_reason", event.reason))


def _findings(findings: tuple[e.Finding, ...]) -> str:
    found = "; ".join(f"concern {each.concern}: {word(lists.FINDINGS, each.finding).lower()}" for each in findings)
    return found.capitalize()


def _extended(event: e.Extended, t: Telling) -> Told:
    reason = "" if event.reason in BLANKS else f"Reason: {event.reason}."
    agreed = "" if event.agreed_by in BLANKS else f"Agreed by {event.agreed_by}."
    said = [_day("New last day:", event.to), reason, agreed]
    return f"{t.stage(event.stage)} extended", " ".join(part for part in said if part)


def _paused(event: e.Paused, t: Telling) -> Told:
    procedure = t.book.procedures.get(t.procedure)
    pause = procedure.stage(event.stage).pause(event.reason) if procedure else None
    reason = pause.title if pause else event.reason.replace("_", " ")
    return f"{t.stage(event.stage)}: clock stopped", f"For: {reason}."


def _escalation(event: e.EscalationRequested, t: Telling) -> Told:
    procedure = t.book.procedures.get(t.procedure)
    titles = {
        ground.code: ground.title
        for stage in (procedure.stages if procedure else ())
        for ground in (stage.escalation.grounds if stage.escalation else ())
    }
    said = "; ".join(titles.get(code, code.replace("_", " ")) for code in event.grounds)
    return f"{t.stage(event.stage)} asked for", f"Grounds: {said}." if said else ""


def _restricted(event: e.ContactRestricted, _t: Telling) -> Told:
    said = f"{word(lists.RESTRICTIONS, event.restriction)}, decided by {event.decided_by}."
    return f"Contact with person {event.party} restricted", f"{said} {_day('To be reviewed on', event.review_on)}"


def _reviewed(event: e.RestrictionReviewed, _t: Telling) -> Told:
    said = "It ends." if event.ends else f"It stands. {_day('Next review on', event.review_on)}"
    return f"Restriction on contact with person {event.party} reviewed", said


def _remedy(event: e.RemedyAgreed, t: Telling) -> Told:
    own = t.council.vocabularies.get("remedy")
    kind = own.label(event.kind) if own and event.kind in own else word(lists.REMEDIES, event.kind)
    paid = f"{pounds(event.pence)}, paid by {event.payer}" if event.pence >= 0 else ""
    approved = f"approved by {event.approved_by}" if event.approved_by else ""
    due = f"due {long_date(event.due_on)}" if event.due_on else ""
    return f"Remedy {event.remedy} agreed", _joined(kind, paid, approved, due)


def _decided(event: e.OmbudsmanDecided, t: Telling) -> Told:
    remedy = f" Payment: {pounds(event.remedy_pence)}." if event.remedy_pence >= 0 else ""
    undated = "" if event.dated else " The day of the decision is not recorded."
    return f"Ombudsman decided {event.ombudsman_reference}", f"{t.label('decision', event.decision)}.{remedy}{undated}"


def _ombudsman_stage(name: str, t: Telling) -> str:
    stages = {stage.name: stage.title for stage in t.book.procedure("ombudsman").stages}
    return stages.get(name, name.replace("_", " ").capitalize())


def _correspondence(event: e.CorrespondenceRecorded, _t: Telling) -> Told:
    other = word(lists.PARTY_ROLES | lists.OTHER_SIDES, event.party) if event.party else ""
    way = "in from" if event.direction == "in" else "out to"
    return f"{word(lists.CHANNELS, event.channel)} {way} {other[:1].lower()}{other[1:]}".rstrip(), ""


def _equality(event: e.EqualityRecorded, t: Telling) -> Told:
    said = (t.label(name, getattr(event, name)) for name in ("gender", "age_band", "ethnicity", "disability"))
    return f"Person {event.party}: what they said of themselves", _joined(*said)


def _plainly(event: Any, _t: Telling) -> Told:
    """An event in the words it is made of: its kind, then each thing it says."""
    title = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(event).__name__).capitalize()
    said = ((field.name, getattr(event, field.name)) for field in fields(event))
    return title, "; ".join(f"{name.replace('_', ' ')} {_plain(value)}" for name, value in said if value not in BLANKS)


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return long_date(value) if isinstance(value, date) else str(value).replace("_", " ")


_TELL: Mapping[type[Any], Callable[[Any, Telling], Told]] = {
    e.Received: _received,
    e.Imported: _imported,
    e.Acknowledged: lambda event, t: ("Acknowledged", ""),
    e.ConcernRaised: lambda event, t: (
        f"Concern {event.concern} raised",
        _joined(t.label("nature", event.nature), t.label("service", event.service)),
    ),
    e.ConcernDropped: lambda event, t: (f"Concern {event.concern} dropped", event.why),
    e.Converted: lambda event, t: (
        "What it is was changed",
        f"From {t.label('type', event.was)} to {t.label('type', event.now)}. {event.why}",
    ),
    e.Corrected: lambda event, t: (
        f"Corrected: {event.field.replace('_', ' ')}",
        f"It said “{_value(event, event.was, t)}” and now says “{_value(event, event.now, t)}”. {event.why}",
    ),
    e.Voided: lambda event, t: (f"Entry {event.position} voided", event.why),
    e.PartyNamed: lambda event, t: (
        f"Person {event.party} named",
        _joined(word(lists.PARTY_ROLES, event.role), t.label("received_from", event.relation)),
    ),
    e.ConsentRecorded: lambda event, t: (
        f"Consent for person {event.party}",
        _joined(word(lists.CONSENT, event.consent), "" if event.how in BLANKS else word(lists.CONSENT_HOW, event.how)),
    ),
    e.EqualityRecorded: _equality,
    e.ContactRestricted: _restricted,
    e.RestrictionReviewed: _reviewed,
    e.ReferredForSafeguarding: lambda event, t: ("Referred for safeguarding", f"To {event.to}."),
    e.SafeguardingSettled: lambda event, t: ("Safeguarding settled", ""),
    e.Assigned: lambda event, t: (f"Given to {event.handler}", ""),
    e.Triaged: _triaged,
    e.Refused: _refused,
    e.Chased: lambda event, t: chased(event, t.book, t.procedure),
    e.MeetingOffered: lambda event, t: ("Meeting offered", ""),
    e.MeetingHeld: lambda event, t: ("Meeting held", "" if event.mode in BLANKS else word(lists.MEETINGS, event.mode)),
    e.MeetingDeclined: lambda event, t: ("Meeting declined by the complainant", ""),
    e.ResolvedEarly: lambda event, t: (
        "Settled early",
        "" if event.how in BLANKS else word(lists.SETTLED_HOW, event.how),
    ),
    e.OutcomeRecorded: lambda event, t: ("Outcome recorded", t.label("outcome", event.outcome)),
    e.Withdrawn: lambda event, t: ("Withdrawn by the complainant", ""),
    e.Closed: lambda event, t: ("Closed", ""),
    e.Reopened: lambda event, t: ("Reopened", ""),
    e.Linked: lambda event, t: (f"Linked with {event.reference}", word(lists.KNOWN_LINKS, event.how)),
    e.MergedInto: lambda event, t: (f"Merged into {event.reference}", ""),
    e.SplitFrom: lambda event, t: (f"Split off from {event.reference}", ""),
    e.EscalationRequested: _escalation,
    e.StageStarted: lambda event, t: (f"{t.stage(event.stage)} started", ""),
    e.StatementFinalised: lambda event, t: (f"{t.stage(event.stage)}: statement settled", ""),
    e.PlanAgreed: lambda event, t: (
        f"{t.stage(event.stage)}: how it is handled was agreed",
        f"{_day('To be answered by', event.respond_by)} "
        + ("The complainant agrees." if event.agreed_by_complainant else "The complainant does not agree."),
    ),
    e.Extended: _extended,
    e.Paused: _paused,
    e.Resumed: lambda event, t: (f"{t.stage(event.stage)}: clock runs on", ""),
    e.Appointed: lambda event, t: (
        f"{t.stage(event.stage)}: {word({}, event.post).lower()} appointed",
        _day("Signs in until", event.until),
    ),
    e.AppointmentEnded: lambda event, t: (f"Appointment {event.appointment} ended", event.why),
    e.PanelMet: lambda event, t: (f"{t.stage(event.stage)}: the panel met", ""),
    e.RecommendationsReceived: lambda event, t: (f"{t.stage(event.stage)}: recommendations received", ""),
    e.Adjudicated: lambda event, t: (f"{t.stage(event.stage)}: adjudicated", _findings(event.findings)),
    e.SignedOff: lambda event, t: (f"{t.stage(event.stage)}: answer signed off", f"By {event.post}."),
    e.Responded: lambda event, t: (f"{t.stage(event.stage)} answered", _findings(event.findings)),
    e.CorrespondenceRecorded: _correspondence,
    e.DocumentAdded: lambda event, t: (
        f"Document {event.document} added",
        "Confidential" if event.confidential else "",
    ),
    e.LetterDrafted: lambda event, t: (f"Letter {event.letter} written", t.stage(event.stage) if event.stage else ""),
    e.LetterVetted: lambda event, t: (
        f"Letter {event.letter} {'approved' if event.approved else 'sent back'} by a second person",
        "",
    ),
    e.LetterSent: lambda event, t: (f"Letter {event.letter} sent", word(lists.CHANNELS, event.channel)),
    e.Reminded: lambda event, t: reminded(event, t.book, t.procedure),
    e.OmbudsmanReferred: lambda event, t: (
        f"Ombudsman referred {event.ombudsman_reference}",
        t.label("referral_type", event.referral_type),
    ),
    e.OmbudsmanDecided: _decided,
    e.OmbudsmanStageStarted: lambda event, t: (
        f"Ombudsman, {event.ombudsman_reference}: {_ombudsman_stage(event.stage, t).lower()}",
        "",
    ),
    e.OmbudsmanAnswered: lambda event, t: (f"Ombudsman answered: {_ombudsman_stage(event.stage, t).lower()}", ""),
    e.OmbudsmanToldOf: lambda event, t: (f"Ombudsman, {event.ombudsman_reference}", word(lists.DUTIES, event.duty)),
    e.RemedyAgreed: _remedy,
    e.RemedyDone: lambda event, t: (f"Remedy {event.remedy} done", event.evidence),
    e.CostIncurred: lambda event, t: ("Cost", _joined(word(lists.COSTS, event.kind), pounds(event.pence))),
    e.LearningRecorded: lambda event, t: (
        "Learning recorded",
        _joined(word(lists.THEMES, event.theme), t.label("service", event.service)),
    ),
    e.NothingToLearn: lambda event, t: ("Nothing to learn from it", ""),
    e.ActionAgreed: lambda event, t: (
        f"Action {event.action} agreed",
        _joined(event.post, f"due {long_date(event.due_on)}"),
    ),
    e.ActionCompleted: lambda event, t: (f"Action {event.action} done", event.evidence),
    e.ActionChecked: lambda event, t: (
        f"Action {event.action} looked at again",
        f"Did it work? {word(lists.WORKED, event.worked)}.",
    ),
}


def _value(event: e.Corrected, code: str, t: Telling) -> str:
    """A value that was corrected, as the council prints it."""
    if event.field == "received_on":
        return long_date(date.fromisoformat(code))
    known = t.council.vocabularies.get(event.field)
    return known.label(code) if known and code in known else code
