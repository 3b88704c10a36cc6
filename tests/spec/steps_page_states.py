"""The states a representation may be in, made as they come about: by replaying events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from putright.record import events as e
from putright.record.replay import replay
from putright.record.state import State
from putright.rules import Procedure, Stage

RECEIVED_ON = date(2025, 3, 3)
OMBUDSMAN_REFERENCE = "25 000 001"
_RECORDED_AT = datetime(2027, 1, 1, tzinfo=UTC)
_FINDING = (e.Finding(1, "not_upheld"),)
RECEIVED: tuple[e.Event, ...] = (
    e.Received("R-1", "complaint"),
    e.PartyNamed(1, "complainant"),
    e.ConcernRaised(1, "delay"),
)


@dataclass(frozen=True)
class Situation:
    """A state with the name a reader knows it by, on a day, and the entries it came about by."""

    name: str
    state: State
    today: date
    entries: tuple[e.Entry, ...]


def situation(name: str, events: tuple[e.Event, ...], days_later: int = 5) -> Situation:
    """The state after `events`, one a day from the day of receipt, seen some days after the last of them."""
    entries = [
        e.Entry(position, RECEIVED_ON + timedelta(days=position), _RECORDED_AT, "Complaints Officer", event)
        for position, event in enumerate(events, 1)
    ]
    state = replay(entries)
    assert state is not None
    return Situation(name, state, entries[-1].happened_on + timedelta(days=days_later), tuple(entries))


def situations_of(procedure: Procedure) -> list[Situation]:
    """Every state of a representation under `procedure`, from triage to its end."""
    triaged = (*RECEIVED, e.Triaged(procedure.name))
    found = [situation("triaged", triaged)]
    so_far = triaged
    for position, stage in enumerate(procedure.stages):
        if position and stage.name not in procedure.stages[position - 1].leads_to:
            so_far = (*so_far, e.EscalationRequested(stage.name))
            found.append(situation(f"{stage.spoken_as} asked for", so_far))
        found += _while_running(stage, so_far)
        so_far = (*so_far, *_answering(stage))
        found.append(situation(f"{stage.spoken_as} answered", so_far))
    first = (*triaged, e.StageStarted(procedure.stages[0].name))
    before_the_ombudsman = (
        *so_far,
        e.Closed(),
        e.OmbudsmanReferred(OMBUDSMAN_REFERENCE, "complaint"),
        e.OmbudsmanStageStarted(OMBUDSMAN_REFERENCE, "ombudsman_enquiry"),
    )
    return [
        *found,
        situation("waiting for safeguarding", (*first, e.ReferredForSafeguarding("the duty team"))),
        situation("settled early", (*first, e.ResolvedEarly())),
        situation("refused", (*triaged, e.Refused("out_of_time"))),
        situation("withdrawn", (*first, e.Withdrawn())),
        situation("merged", (*triaged, e.MergedInto("R-2"))),
        situation("closed", (*so_far, e.Closed())),
        situation("before the Ombudsman", before_the_ombudsman),
    ]


def _while_running(stage: Stage, so_far: tuple[e.Event, ...]) -> Iterator[Situation]:
    running = (*so_far, e.StageStarted(stage.name))
    name = f"{stage.spoken_as} running"
    yield situation(name, running)
    if stage.escalation and stage.escalation.when_unanswered:
        yield situation(f"{name}, past its longest limit", running, days_later=300)
    if stage.pauses:
        yield situation(f"{name}, paused", (*running, e.Paused(stage.name, stage.pauses[0].reason)))
    if "panel_meets" in stage.limits:
        met = (*running, e.PanelMet(stage.name))
        yield situation(f"{name}, the panel met", met)
        yield situation(f"{name}, recommendations received", (*met, e.RecommendationsReceived(stage.name)))
    if stage.sign_off:
        yield situation(f"{name}, signed off", (*running, e.SignedOff(stage.name, stage.sign_off.name)))


def _answering(stage: Stage) -> tuple[e.Event, ...]:
    signed = (e.SignedOff(stage.name, stage.sign_off.name),) if stage.sign_off else ()
    return (e.StageStarted(stage.name), *signed, e.Responded(stage.name, _FINDING, stage.title))


def situations_before_triage() -> list[Situation]:
    """The states of a representation that is under no procedure, or not yet."""
    none = (*RECEIVED, e.Triaged("not_applicable"))
    return [
        situation("received", RECEIVED),
        situation("waiting for safeguarding", (*RECEIVED, e.ReferredForSafeguarding("the duty team"))),
        situation("triaged, under no procedure", none),
        situation("withdrawn", (*RECEIVED, e.Withdrawn())),
        situation("closed, under no procedure", (*none, e.Closed())),
    ]


def situations_of_the_ombudsman(procedure: Procedure) -> list[Situation]:
    """The stages of the Ombudsman's procedure, each running and done, beside a complaint that is closed."""
    referred = (*RECEIVED, e.Closed(), e.OmbudsmanReferred(OMBUDSMAN_REFERENCE, "complaint"))
    found = [situation("nothing referred", (*RECEIVED, e.Closed())), situation("referred", referred)]
    for stage in procedure.stages:
        started = (*referred, e.OmbudsmanStageStarted(OMBUDSMAN_REFERENCE, stage.name))
        found.append(situation(f"{stage.spoken_as} running", started))
        found.append(situation(f"{stage.spoken_as} answered", (*started, e.OmbudsmanAnswered(stage.name))))
    found.append(situation("decided", (*referred, e.OmbudsmanDecided(OMBUDSMAN_REFERENCE, "upheld"))))
    return found


def what_changes_it(procedure: Procedure) -> list[Situation]:
    """What stands on a record beside its stage and changes what is permitted, while the first stage is running."""
    stage = procedure.stages[0].name
    running = (*RECEIVED, e.Triaged(procedure.name), e.StageStarted(stage))
    drafted = e.LetterDrafted(1, "answer", stage, to_be_vetted=True)
    agreed = e.ActionAgreed(1, "Team Manager", RECEIVED_ON + timedelta(days=60))
    beside: dict[str, tuple[e.Event, ...]] = {
        "nothing besides": (),
        "it was acknowledged": (e.Acknowledged(),),
        "no concern is left": (e.ConcernDropped(1, "taken back"),),
        "the limit was extended": (e.Extended(stage, RECEIVED_ON + timedelta(days=28)),),
        "somebody is appointed": (e.Appointed(stage, "service_manager", 1),),
        "a meeting was offered": (e.MeetingOffered(),),
        "a letter waits to be read": (drafted,),
        "a letter was sent back": (drafted, e.LetterVetted(1, approved=False)),
        "a letter was read and may go": (drafted, e.LetterVetted(1, approved=True)),
        "a remedy is owed": (e.RemedyAgreed(1, "apology"),),
        "an action is open": (agreed,),
        "an action is done": (agreed, e.ActionCompleted(1, "minutes of the team")),
        "contact with somebody is restricted": (
            e.ContactRestricted(1, "letters only", "Head of Service", RECEIVED_ON + timedelta(days=180)),
        ),
    }
    return [situation(name, (*running, *events)) for name, events in beside.items()]
