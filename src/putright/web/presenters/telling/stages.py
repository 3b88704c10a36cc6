"""The stages, and the Ombudsman."""

from __future__ import annotations

from putright.record import events as e
from putright.web.forms.steps import lists
from putright.web.forms.steps.lists import word
from putright.web.presenters.telling.tells import BLANKS, Tellers, Telling, Told, on_day
from putright.web.presenters.words import pounds


def _findings(findings: tuple[e.Finding, ...]) -> str:
    found = "; ".join(f"{_on(each)}: {word(lists.FINDINGS, each.finding).lower()}" for each in findings)
    return found.capitalize()


def _on(finding: e.Finding) -> str:
    return "as a whole" if finding.concern == e.WHOLE else f"concern {finding.concern}"


def _extended(event: e.Extended, t: Telling) -> Told:
    reason = "" if event.reason in BLANKS else f"Reason: {event.reason.rstrip('.')}."
    agreed = "" if event.agreed_by in BLANKS else f"Agreed by {event.agreed_by}."
    said = [on_day("New last day:", event.to), reason, agreed]
    what = "extended" if event.limit == "response" else f"extended: {_limit(event, t)}"
    return f"{t.stage(event.stage)} {what}", " ".join(part for part in said if part)


def _limit(event: e.Extended, t: Telling) -> str:
    """The title of a limit in the middle of a sentence."""
    procedure = t.book.procedures.get(t.procedure)
    limit = procedure.stage(event.stage).limits.get(event.limit) if procedure else None
    title = limit.title if limit else event.limit.replace("_", " ")
    return f"{title[:1].lower()}{title[1:]}"


def _responded(event: e.Responded, t: Telling) -> Told:
    by = f"Answered by {event.answered_by}." if event.answered_by else ""
    return f"{t.stage(event.stage)} answered", " ".join(part for part in (_findings(event.findings), by) if part)


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


def _decided(event: e.OmbudsmanDecided, t: Telling) -> Told:
    remedy = f" Payment: {pounds(event.remedy_pence)}." if event.remedy_pence >= 0 else ""
    undated = "" if event.dated else " The day of the decision is not recorded."
    return f"Ombudsman decided {event.ombudsman_reference}", f"{t.label('decision', event.decision)}.{remedy}{undated}"


def _ombudsman_stage(name: str, t: Telling) -> str:
    stages = {stage.name: stage.title for stage in t.book.procedure("ombudsman").stages}
    return stages.get(name, name.replace("_", " ").capitalize())


TELL: Tellers = {
    e.EscalationRequested: _escalation,
    e.StageLeftOut: lambda event, t: (
        f"{t.stage(event.stage)} left out by agreement",
        "" if event.why in BLANKS else f"{word(lists.LEFT_OUT, event.why)}.",
    ),
    e.StageStarted: lambda event, t: (f"{t.stage(event.stage)} started", ""),
    e.StatementFinalised: lambda event, t: (f"{t.stage(event.stage)}: statement settled", ""),
    e.PlanAgreed: lambda event, t: (
        f"{t.stage(event.stage)}: how it is handled was agreed",
        f"{on_day('To be answered by', event.respond_by)} "
        + ("The complainant agrees." if event.agreed_by_complainant else "The complainant does not agree."),
    ),
    e.Extended: _extended,
    e.Paused: _paused,
    e.Resumed: lambda event, t: (f"{t.stage(event.stage)}: clock runs on", ""),
    e.Appointed: lambda event, t: (
        f"{t.stage(event.stage)}: {word({}, event.post).lower()} appointed",
        " ".join(
            part
            for part in (
                "" if event.comes_from in BLANKS else f"{word(lists.COMES_FROM, event.comes_from)}.",
                on_day("Signs in until", event.until),
            )
            if part
        ),
    ),
    e.AppointmentEnded: lambda event, t: (f"Appointment {event.appointment} ended", event.why),
    e.PanelMet: lambda event, t: (f"{t.stage(event.stage)}: the panel met", ""),
    e.RecommendationsReceived: lambda event, t: (f"{t.stage(event.stage)}: recommendations received", ""),
    e.Adjudicated: lambda event, t: (f"{t.stage(event.stage)}: adjudicated", _findings(event.findings)),
    e.SignedOff: lambda event, t: (f"{t.stage(event.stage)}: answer signed off", f"By {event.post}."),
    e.Responded: _responded,
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
}
