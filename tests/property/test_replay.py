"""Replay holds for any life a representation may lead: random walks over the permitted steps."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from putright.record import events as e
from putright.record.replay import replay, standing_entries
from putright.record.state import State
from putright.record.steps import steps
from putright.record.writing import read, write
from putright.rules import load_book

BOOK = load_book()
START = date(2018, 1, 2)
RECORDED = datetime(2018, 1, 2, 12, tzinfo=UTC)
PROCEDURES = ["children_act_1989", "complaint_handling_code_2024", "hampshire_corporate"]


def event_of(verb: str, stage: str, on: date, procedure: str) -> e.Event | None:
    """The event that a permitted verb appends; None for verbs that need more than a walk gives."""
    made: dict[str, e.Event] = {
        "acknowledge": e.Acknowledged(),
        "assign": e.Assigned("Officer 1"),
        "triage": e.Triaged(procedure),
        "refuse": e.Refused("out_of_time"),
        "start_stage": e.StageStarted(stage),
        "finalise_statement": e.StatementFinalised(stage),
        "extend": e.Extended(stage, on + timedelta(days=7)),
        "respond": e.Responded(stage, (e.Finding(1, "upheld"),)),
        "request_escalation": e.EscalationRequested(stage),
        "record_outcome": e.OutcomeRecorded("explanation"),
        "withdraw": e.Withdrawn(),
        "close": e.Closed(),
        "reopen": e.Reopened(),
    }
    return made.get(verb)


@st.composite
def lives(draw: st.DrawFn) -> list[e.Entry]:
    """A log made of steps that were permitted when they were taken."""
    procedure = draw(st.sampled_from(PROCEDURES))
    log = [e.Entry(1, START, RECORDED, "Officer", e.Received("R-1", "complaint"))]
    for number in range(draw(st.integers(0, 14))):
        on = log[-1].happened_on + timedelta(days=draw(st.integers(0, 40)))
        choices = [
            (step.verb, event)
            for step in steps(state_of(log), BOOK, today=on)
            if step.permitted and (event := event_of(step.verb, step.stage, on, procedure))
        ]
        _, event = draw(st.sampled_from(choices))
        log.append(e.Entry(len(log) + 1, on, RECORDED + timedelta(days=number), "Officer", event))
    return log


def state_of(log: list[e.Entry]) -> State:
    state = replay(log)
    assert state is not None
    return state


@settings(max_examples=150, deadline=None)
@given(lives())
def test_a_log_read_back_from_its_text_replays_to_the_same_state(log: list[e.Entry]) -> None:
    again = [
        e.Entry(n.position, n.happened_on, n.recorded_at, n.by, read(type(n.event).__name__, write(n.event)))
        for n in log
    ]
    assert state_of(again) == state_of(log)


@settings(max_examples=150, deadline=None)
@given(lives())
def test_what_was_known_at_an_instant_is_the_replay_of_what_was_recorded_by_then(log: list[e.Entry]) -> None:
    for length, entry in enumerate(log, 1):
        if length < len(log) and log[length].recorded_at == entry.recorded_at:
            continue
        assert replay(log, known_at=entry.recorded_at) == replay(log[:length])


@settings(max_examples=150, deadline=None)
@given(lives())
def test_voiding_the_last_entry_undoes_it(log: list[e.Entry]) -> None:
    if len(log) < 2:
        return
    undo = e.Entry(len(log) + 1, log[-1].happened_on, log[-1].recorded_at, "Officer", e.Voided(len(log), "undo"))
    undone, before = state_of([*log, undo]), state_of(log[:-1])
    undone.position = before.position
    assert undone == before
    assert standing_entries([*log, undo]) == log[:-1]


@settings(max_examples=150, deadline=None)
@given(lives())
def test_stages_follow_one_another_and_end_after_they_start(log: list[e.Entry]) -> None:
    state = state_of(log)
    for stage in state.stages:
        if stage.started_on and stage.responded_on:
            assert stage.started_on <= stage.responded_on
    started = [stage.name for stage in state.stages if stage.started_on]
    if state.procedure in BOOK.procedures:
        order = [stage.name for stage in BOOK.procedure(state.procedure).stages]
        assert started == [name for name in order if name in started]
