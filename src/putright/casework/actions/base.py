"""What every action does, in this order: permission, conflict, rules, events, projection; in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from putright.casework import search, setting
from putright.casework.log import Dated, LogWriter, entries_of, words_beside
from putright.casework.models import Register
from putright.casework.projections import store
from putright.record.actor import Actor
from putright.record.events import Entry
from putright.record.replay import NotReplayable, replay, standing_entries
from putright.record.state import State
from putright.record.steps import Step, step
from putright.record.steps.another_person import why_not_this_person

WITHIN_A_STAGE = frozenset({"pause", "hold_panel", "receive_recommendations", "adjudicate", "sign_off", "respond"})
"""Verbs for what cannot have happened before the stage started."""


class ActionRefused(Exception):
    """The action was not done and nothing changed; the message says why and what to do."""


class NoPermission(ActionRefused):
    """The actor's roles do not include the verb, or the representation is another council's."""


class NotPermitted(ActionRefused):
    """A rule of the procedure forbids the step now."""


class Conflict(ActionRefused):
    """Someone else wrote to the same representation since it was read."""


@dataclass(frozen=True)
class Writing:
    """Who writes to which representation, and what they had read of it.

    `read_to` is the position of the last entry the writer had seen; None means the writer takes it as it is.
    `today` is the day by which the rules are asked, `now` the instant written into the log.
    """

    actor: Actor
    representation_id: int
    read_to: int | None
    today: date
    now: datetime


MakeEvents = Callable[[State, Step], Sequence[Dated]]
"""From the state and the step asked for (which names the stage it acts on), the events to append."""


def perform(writing: Writing, verb: str, events: MakeEvents) -> State:
    """Do `verb`: `events` makes what is appended. Returns the new state.

    Entries that do not add up to a state, such as one about a remedy that was never agreed, are refused.
    """
    if not writing.actor.may(verb):
        raise NoPermission(f"The post {writing.actor.post} may not {verb.replace('_', ' ')}.")
    try:
        with transaction.atomic():
            return _perform(writing, verb, events)
    except IntegrityError as cause:
        raise Conflict(
            "Someone else wrote to this representation at the same moment. Read it again, then repeat."
        ) from cause


def _perform(writing: Writing, verb: str, events: MakeEvents) -> State:
    writer = LogWriter(writing.actor.authority, writing.actor.post, writing.now)
    register = Register.objects.filter(id=writing.representation_id, authority=writing.actor.authority).first()
    if register is None:
        raise NoPermission("There is no such representation at this council.")
    entries = entries_of(register.id)
    _refuse_conflict(writing, entries)
    state = _replayed(entries)
    asked = step(state, setting.book_of(register.authority), verb, today=writing.today)
    if not asked.permitted:
        raise NotPermitted(f"{asked.why} ({asked.rule})" if asked.rule else asked.why)
    dated = _dated(events(state, asked), state, writing.today)
    _refuse_before_its_stage(dated, state, asked)
    entries += writer.append(register, len(entries), dated)
    try:
        state = _replayed(entries)
    except NotReplayable as cause:
        raise NotPermitted(f"It does not fit what is on the record. {cause} Read it again.") from cause
    writer.finish()
    store([setting.facts_of(register.id, state, register.authority)])
    search.remember([(register.id, searchable(register.reference, entries))])
    return state


def _refuse_conflict(writing: Writing, entries: Sequence[Entry]) -> None:
    if writing.read_to is not None and entries[-1].position != writing.read_to:
        since = [entry for entry in entries if entry.position > writing.read_to]
        told = ", ".join(f"{type(entry.event).__name__} by {entry.by}" for entry in since)
        raise Conflict(f"Since you read this representation it was changed: {told}. Read it again, then repeat.")


def _dated(events: Sequence[Dated], state: State, today: date) -> Sequence[Dated]:
    for dated in events:
        if dated.happened_on > today:
            raise NotPermitted(f"{dated.happened_on:%-d %B %Y} has not come yet. Give a day up to today.")
        if dated.happened_on < state.received_on:
            raise NotPermitted(
                f"{dated.happened_on:%-d %B %Y} is before the day of receipt, {state.received_on:%-d %B %Y}."
            )
    return events


def _refuse_before_its_stage(events: Sequence[Dated], state: State, asked: Step) -> None:
    stage = state.stage(asked.stage) if asked.verb in WITHIN_A_STAGE else None
    started_on = stage.started_on if stage else None
    if started_on and any(dated.happened_on < started_on for dated in events):
        raise NotPermitted(f"The stage started on {started_on:%-d %B %Y}. Give that day or a later one.")


def refuse_who_answered_before(state: State, stage: str, *posts: str) -> None:
    """:class:`NotPermitted`, with the rule, where one of `posts` answered the stage before and may not act at this."""
    procedure = setting.book().procedures.get(state.procedure)
    for post in posts:
        if why := why_not_this_person(state, procedure, stage, post):
            raise NotPermitted(why)


def _replayed(entries: Sequence[Entry]) -> State:
    state = replay(entries)
    assert state is not None
    return state


def searchable(reference: str, entries: Sequence[Entry]) -> str:
    """The text a representation is found by: its reference and the words beside the entries that count."""
    return "\n".join([reference, *words_beside(standing_entries(entries)).values()])
