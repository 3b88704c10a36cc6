"""A history as an older system tells it, asked step by step whether the rules permitted it on its day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from putright.record import events as e
from putright.record.applying import APPLY
from putright.record.replay import beginning, standing_entries
from putright.record.state import State
from putright.record.steps import step
from putright.record.steps.asked import Step
from putright.record.steps.ways import first_ways
from putright.rules import Book

VERB_OF: Final[dict[type[object], str]] = {
    e.Triaged: "triage",
    e.Acknowledged: "acknowledge",
    e.EscalationRequested: "request_escalation",
    e.StageStarted: "start_stage",
    e.Extended: "extend",
    e.Responded: "respond",
    e.Refused: "refuse",
    e.Closed: "close",
}
"""What the exports of older systems tell of, and the verb that would have done it here."""
NOT_TOLD: Final = "not told by the older system"


@dataclass(frozen=True)
class Unlawful:
    """An entry of a history that the rules did not permit on its day, and what they say."""

    entry: e.Entry
    step: Step


def unlawful_steps(entries: Sequence[e.Entry], book: Book) -> Iterator[Unlawful]:
    """The entries that were not permitted when they happened, in order.

    What no export tells is taken as done: the signing off of an answer, the request for a stage that could be asked
    for, and the agreement to leave out a stage that may be left out. A refusal is also told as a closing.
    """
    standing = standing_entries(entries)
    state = beginning(entries, standing)
    for entry in standing:
        verb = VERB_OF.get(type(entry.event))
        if verb and not _goes_without_saying(state, entry.event, book):
            _take_as_done(state, entry, book)
            asked = step(state, book, verb, today=entry.happened_on)
            if not asked.permitted or not _is_way(entry.event, asked):
                yield Unlawful(entry, asked)
        APPLY[type(entry.event)](state, entry, entry.event)


def _goes_without_saying(state: State, event: e.Event, book: Book) -> bool:
    """Whether an entry tells once more how it ended, or begins with a stage that may come first."""
    if isinstance(event, e.Closed):
        return not state.is_open
    procedure = book.procedures.get(state.procedure)
    if isinstance(event, e.EscalationRequested) and procedure and state.is_open and not state.stages:
        return event.stage in {way.stage for way in first_ways(procedure)}
    return False


def _take_as_done(state: State, entry: e.Entry, book: Book) -> None:
    event = entry.event
    if isinstance(event, e.Responded) and (stage := state.stage(event.stage)) and stage.signed_off_on is None:
        stage.signed_off_on, stage.signed_off_by = entry.happened_on, NOT_TOLD
    if isinstance(event, e.StageStarted) and state.last_stage and state.requested_stage is None:
        asked = step(state, book, "request_escalation", today=entry.happened_on)
        if asked.permitted and _is_way(event, asked):
            APPLY[e.EscalationRequested](state, entry, e.EscalationRequested(event.stage))


def _is_way(event: e.Event, asked: Step) -> bool:
    """Whether the stage that an entry names is one that the step leaves to choose from."""
    named = getattr(event, "stage", "")
    return not named or not asked.stage or named in {asked.stage, *(way.stage for way in asked.ways)}
