"""What every action on a draft does, in this order: permission, conflict, rules, entries; in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from putright.casework.actions.base import Conflict, NoPermission, NotPermitted
from putright.issuing.drafts import NoDraft, OpenedDraft, open_draft
from putright.issuing.events import DraftEvent, Entry, written
from putright.issuing.models import Draft, DraftEntry
from putright.issuing.state import DraftState, Status, replay
from putright.record.actor import Actor

IN_WORDS: dict[Status, str] = {
    "drafting": "is being written",
    "proposed": "is waiting for approval",
    "issued": "was issued",
    "abandoned": "was given up",
}


@dataclass(frozen=True)
class DraftWriting:
    """Who does something to which draft, and how far they had read; None takes it as it is."""

    actor: Actor
    draft: int
    read_to: int | None
    today: date
    now: datetime


MakeEvents = Callable[[OpenedDraft], Sequence[DraftEvent]]


def perform(writing: DraftWriting, verbs: Sequence[str], while_: Status, events: MakeEvents) -> DraftState:
    """Do what one of `verbs` lets an actor do to a draft that has this status. Returns the new state."""
    actor = writing.actor
    if not any(actor.may(verb) for verb in verbs):
        raise NoPermission(f"The post {actor.post} may not {verbs[0].replace('_', ' ')}.")
    try:
        with transaction.atomic():
            opened = _opened(writing)
            if opened.state.status != while_:
                raise NotPermitted(f"The report {IN_WORDS[opened.state.status]}. Read it again.")
            return _append(writing, opened, events(opened))
    except IntegrityError as cause:
        raise Conflict("Someone else wrote to this draft at the same moment. Read it again, then repeat.") from cause


def _opened(writing: DraftWriting) -> OpenedDraft:
    try:
        opened = open_draft(writing.actor.authority, writing.draft)
    except NoDraft as cause:
        raise NoPermission(str(cause)) from cause
    if writing.read_to is not None and writing.read_to != opened.state.position:
        since = ", ".join(f"{type(each.event).__name__} by {each.by}" for each in opened.entries[writing.read_to :])
        raise Conflict(f"Since you read this draft it was changed: {since}. Read it again, then repeat.")
    return opened


def _append(writing: DraftWriting, opened: OpenedDraft, events: Sequence[DraftEvent]) -> DraftState:
    entries = [Entry(event, writing.now, writing.actor.post) for event in events]
    for position, entry in enumerate(entries, start=len(opened.entries) + 1):
        DraftEntry.objects.create(
            draft=opened.draft,
            position=position,
            kind=type(entry.event).__name__,
            event=written(entry.event),
            at=entry.at,
            by=entry.by,
        )
    state = replay((*opened.entries, *entries))
    Draft.objects.filter(id=opened.draft.id).update(status=state.status)
    return state
