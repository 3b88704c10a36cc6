"""Some concerns of a representation go on by themselves, as a representation of their own; both say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.db import transaction

from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.actions.receive import take_down
from putright.casework.log import Dated, entries_of, words_beside
from putright.casework.models import Register
from putright.record.events import (
    NOT_RECORDED,
    ConcernDropped,
    ConcernRaised,
    ConsentRecorded,
    Entry,
    EqualityRecorded,
    Linked,
    PartyNamed,
    SplitFrom,
)
from putright.record.replay import replay
from putright.record.state import State


def split(writing: Writing, *, on: date, concerns: tuple[int, ...], why: str, reference: str = "") -> int:
    """Take `concerns` out into a new representation of the same people; returns its number.

    It counts as received on the day the first one was, since that is when the council was told. Without a `reference`
    it is given the council's next one.
    """
    entries = entries_of(writing.representation_id)
    state = _state(entries)
    going = [concern for concern in state.concerns if concern.number in concerns and not concern.dropped]
    if not going or len(going) != len(set(concerns)):
        raise NotPermitted("Choose concerns that are written down and still pursued.")
    old = Register.objects.get(id=writing.representation_id).reference
    received = replace(state.received, reference=reference, nature=going[0].nature, service=going[0].service)
    first = [Dated(SplitFrom(old), on, why), *_people(state, words_beside(entries), on)]
    raised = [Dated(ConcernRaised(n, one.nature, one.service), on) for n, one in enumerate(going, 1)]
    with transaction.atomic():
        number = take_down(
            writing.actor, [Dated(received, state.received_on), *first, *raised], today=writing.today, now=writing.now
        )
        new = Register.objects.get(id=number).reference
        dropped = [Dated(ConcernDropped(one.number, f"Goes on as {new}."), on) for one in going]
        perform(writing, "split", lambda _state, _asked: [*dropped, Dated(Linked(new, "split_to"), on)])
    return number


def _people(state: State, words: Mapping[str, str], on: date) -> Iterator[Dated]:
    """The people again, with what they said of themselves and consented to."""
    for party in state.parties:
        named = PartyNamed(party.number, party.role, party.relation, party.preferred_contact, party.engaged_by)
        yield Dated(named, on, words.get(party.words, ""))
        said = (party.gender, party.age_band, party.ethnicity, party.disability)
        if set(said) != {NOT_RECORDED}:
            yield Dated(EqualityRecorded(party.number, *said), on)
        if party.consent != NOT_RECORDED:
            yield Dated(ConsentRecorded(party.number, party.consent), on)


def _state(entries: Sequence[Entry]) -> State:
    state = replay(entries)
    if state is None:
        raise NotPermitted("There is no such representation.")
    return state
