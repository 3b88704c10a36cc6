"""A new representation is taken down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from putright.casework import search, setting
from putright.casework.actions.base import Conflict, NoPermission, NotPermitted, searchable
from putright.casework.log import Dated, LogWriter
from putright.casework.models import Register
from putright.casework.projections import store
from putright.casework.references import next_reference
from putright.record.actor import Actor
from putright.record.events import Received
from putright.record.replay import replay


def receive(
    actor: Actor, received: Received, *, on: date, summary: str, today: date, now: datetime, more: Sequence[Dated] = ()
) -> int:
    """Take down a representation that reached the council on the day `on`; returns its number.

    Without a reference it is given the council's next one.
    `more` is what else is known at once: the people, the concerns, what was agreed.
    """
    if not actor.may("receive"):
        raise NoPermission(f"The post {actor.post} may not take down a representation.")
    return take_down(actor, [Dated(received, on, summary), *more], today=today, now=now)


def take_down(actor: Actor, events: Sequence[Dated], *, today: date, now: datetime) -> int:
    """Put a representation into the register and its first `events`, Received before all, into the log.

    A Received without a reference is given the council's next one, while nobody else can be given it.
    """
    if late := next((dated for dated in events if dated.happened_on > today), None):
        raise NotPermitted(f"{late.happened_on:%-d %B %Y} has not come yet. Give a day up to today.")
    with transaction.atomic():
        writer = LogWriter(actor.authority, actor.post, now)
        first, received = _with_reference(actor.authority, events[0])
        register, is_new = Register.objects.get_or_create(
            authority=actor.authority, reference=received.reference, defaults={"recorded_by": actor.post}
        )
        if not is_new:
            raise Conflict(f"The reference {received.reference} is taken. Give another.")
        entries = writer.append(register, 0, [first, *events[1:]])
        state = replay(entries)
        assert state is not None
        writer.finish()
        store([setting.facts_of(register.id, state, actor.authority)], new=True)
        search.remember([(register.id, searchable(received.reference, entries))])
    return register.id


def _with_reference(authority: str, first: Dated) -> tuple[Dated, Received]:
    received = first.event
    assert isinstance(received, Received)
    if not received.reference:
        received = replace(received, reference=next_reference(setting.authority(authority), first.happened_on))
    return replace(first, event=received), received
