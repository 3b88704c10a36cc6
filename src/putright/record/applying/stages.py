"""The stages and their clocks."""

from __future__ import annotations

from putright.record import events as e
from putright.record.applying.applies import NotReplayable, applies, numbered
from putright.record.events.stages import RESPONSE
from putright.record.parts import Appointment, StageState
from putright.record.state import State


def _stage(state: State, name: str) -> StageState:
    stage = state.stage(name)
    if stage is None:
        stage = StageState(name)
        state.stages.append(stage)
    return stage


@applies(e.EscalationRequested)
def _escalation_requested(state: State, entry: e.Entry, event: e.EscalationRequested) -> None:
    _stage(state, event.stage).requested_on = entry.happened_on


@applies(e.StageStarted)
def _stage_started(state: State, entry: e.Entry, event: e.StageStarted) -> None:
    _stage(state, event.stage).started_on = entry.happened_on


@applies(e.StageLeftOut)
def _stage_left_out(state: State, _entry: e.Entry, event: e.StageLeftOut) -> None:
    state.left_out.append(event.stage)


@applies(e.StatementFinalised)
def _statement_finalised(state: State, entry: e.Entry, event: e.StatementFinalised) -> None:
    _stage(state, event.stage).statement_finalised_on = entry.happened_on


@applies(e.PlanAgreed)
def _plan_agreed(state: State, entry: e.Entry, event: e.PlanAgreed) -> None:
    stage = _stage(state, event.stage)
    stage.plan_agreed_on, stage.respond_by = entry.happened_on, event.respond_by


@applies(e.Extended)
def _extended(state: State, entry: e.Entry, event: e.Extended) -> None:
    stage = _stage(state, event.stage)
    if event.limit != RESPONSE:
        stage.lengthened.append((event.limit, entry.happened_on, event.to))
        return
    stage.extended_to, stage.extended_on = event.to, entry.happened_on
    stage.extension_reason, stage.extension_agreed_by = event.reason, event.agreed_by


@applies(e.Paused)
def _paused(state: State, entry: e.Entry, event: e.Paused) -> None:
    _stage(state, event.stage).paused.append((entry.happened_on, None))


@applies(e.Resumed)
def _resumed(state: State, entry: e.Entry, event: e.Resumed) -> None:
    stage = _stage(state, event.stage)
    if not stage.is_paused:
        raise NotReplayable(f"Entry {entry.position}: the clock of {event.stage} was resumed without being paused.")
    stage.paused[-1] = (stage.paused[-1][0], entry.happened_on)


@applies(e.Appointed)
def _appointed(state: State, entry: e.Entry, event: e.Appointed) -> None:
    state.appointments.append(
        Appointment(
            number=event.appointment,
            stage=event.stage,
            post=event.post,
            account=event.account,
            until=event.until,
            appointed_on=entry.happened_on,
            words=entry.words,
            member=event.member,
            comes_from=event.comes_from,
        )
    )


@applies(e.AppointmentEnded)
def _appointment_ended(state: State, entry: e.Entry, event: e.AppointmentEnded) -> None:
    numbered(state.appointments, event.appointment, entry, "appointment").ended_on = entry.happened_on


@applies(e.PanelMet)
def _panel_met(state: State, entry: e.Entry, event: e.PanelMet) -> None:
    _stage(state, event.stage).panel_met_on = entry.happened_on


@applies(e.RecommendationsReceived)
def _recommendations_received(state: State, entry: e.Entry, event: e.RecommendationsReceived) -> None:
    _stage(state, event.stage).recommendations_received_on = entry.happened_on


@applies(e.Adjudicated)
def _adjudicated(state: State, entry: e.Entry, event: e.Adjudicated) -> None:
    stage = _stage(state, event.stage)
    stage.adjudicated_on, stage.findings = entry.happened_on, event.findings


@applies(e.SignedOff)
def _signed_off(state: State, entry: e.Entry, event: e.SignedOff) -> None:
    theirs = (each for each in reversed(state.ombudsman_stages) if each.name == event.stage and each.is_running)
    stage = next(theirs, None) or _stage(state, event.stage)
    stage.signed_off_on, stage.signed_off_by = entry.happened_on, event.post


@applies(e.Responded)
def _responded(state: State, entry: e.Entry, event: e.Responded) -> None:
    stage = _stage(state, event.stage)
    stage.responded_on, stage.answered_by = entry.happened_on, event.answered_by
    stage.findings = event.findings or stage.findings
    found = {finding.concern: finding.finding for finding in stage.findings}
    for concern in state.concerns:
        concern.finding = found.get(concern.number, concern.finding)
