"""Some concerns of a representation go on by themselves, as a representation of their own; both say so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.db import transaction

from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.actions.receive import take_down
from putright.casework.log import Dated, entries_of
from putright.casework.models import Register
from putright.record.events import ConcernDropped, ConcernRaised, Linked, SplitFrom
from putright.record.replay import replay
from putright.record.state import State


def split(writing: Writing, *, on: date, concerns: tuple[int, ...], reference: str, why: str) -> int:
    """Take `concerns` out into a new representation with this `reference`; returns its number.

    It counts as received on the day the first one was, since that is when the council was told.
    """
    state = _state(writing.representation_id)
    going = [concern for concern in state.concerns if concern.number in concerns and not concern.dropped]
    if not going or len(going) != len(set(concerns)):
        raise NotPermitted("Choose concerns that are written down and still pursued.")
    old = Register.objects.get(id=writing.representation_id).reference
    received = replace(state.received, reference=reference, nature=going[0].nature, service=going[0].service)
    first = [Dated(SplitFrom(old), on, why)]
    raised = [Dated(ConcernRaised(n, one.nature, one.service), on) for n, one in enumerate(going, 1)]
    with transaction.atomic():
        number = take_down(
            writing.actor, [Dated(received, state.received_on), *first, *raised], today=writing.today, now=writing.now
        )
        dropped = [Dated(ConcernDropped(one.number, f"Goes on as {reference}."), on) for one in going]
        perform(writing, "split", lambda _state, _asked: [*dropped, Dated(Linked(reference, "split_to"), on)])
    return number


def _state(number: int) -> State:
    state = replay(entries_of(number))
    if state is None:
        raise NotPermitted("There is no such representation.")
    return state
