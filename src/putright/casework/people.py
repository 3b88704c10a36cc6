"""Knowing a person again: earlier representations, likely duplicates, and restrictions on contact.

A person is the same if the e-mail address or the telephone number is, or if the name is; a postcode alone is a
neighbour, but says more of a name. What is found is for whoever may see personal words, and holds only the
representations that they may see. A restriction on contact is told to all of them, whoever handles it: it binds
whoever speaks to the person.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from putright.casework import search
from putright.casework.log import entries_by_representation
from putright.casework.models import LogEntry, PersonKey
from putright.casework.person_keys import keys_of
from putright.casework.queries import representations_seen_by
from putright.record.actor import Actor
from putright.record.contact import Contact
from putright.record.events import ContactRestricted, Entry
from putright.record.replay import replay

TELLING = frozenset({"email", "telephone", "name"})
WORDS = "words"
DUPLICATE_WITHIN = timedelta(days=30)
MOST = 10
_MOST_KEYS = 500
_FEWEST_WORDS = 6
_MOST_WORDS = 40
_Shared = dict[tuple[int, int], set[str]]
"""By representation and party: the kinds of key shared with one of the people asked for, one of them telling."""


@dataclass(frozen=True)
class Match:
    """An earlier representation of the same person, or of the same words.

    `why` holds what is the same: email, telephone, name, postcode, words. `row` is its stored fact row. `is_duplicate`:
    it came within 30 days for the same service, or says the same.
    """

    representation: int
    reference: str
    why: tuple[str, ...]
    row: Any
    is_duplicate: bool = False


@dataclass(frozen=True)
class Restriction:
    """Contact with a person is restricted: how, by whom, until when, and in which representation it is written."""

    reference: str
    restriction: str
    decided_by: str
    review_on: date | None


@dataclass(frozen=True)
class Coming:
    """What is about to be taken down, as far as it tells a duplicate: services, words, the day it came."""

    services: tuple[str, ...]
    words: str
    received_on: date


@dataclass(frozen=True)
class Known:
    """What is known of the people in a representation from others: `matches`, and `restrictions` on contact."""

    matches: list[Match]
    restrictions: list[Restriction]

    @property
    def references(self) -> tuple[str, ...]:
        """All representations in it, in alphabetical order."""
        return tuple(sorted({found.reference for found in (*self.matches, *self.restrictions)}))


NOBODY = Known([], [])


def known_already(
    actor: Actor, contacts: Collection[Contact], today: date, *, coming: Coming | None = None, other_than: int = 0
) -> Known:
    """What is known of these people, in at most five queries; nothing for an actor who may not see personal words.

    With `coming`, representations of the same words are among the matches, whoever sent them. `other_than` is the
    number of the representation they are asked for, which is left out.
    """
    if not actor.may("see_words"):
        return NOBODY
    shared = _shared_keys(actor.authority, contacts, other_than)
    return Known(_matches(actor, shared, today, coming, other_than), _restrictions(actor.authority, shared))


def same_person(actor: Actor, contact: Contact, today: date) -> list[Match]:
    """At most `MOST` representations of this person that the actor may see, the newest first."""
    return known_already(actor, [contact], today).matches


def _matches(actor: Actor, shared: _Shared, today: date, coming: Coming | None, other_than: int) -> list[Match]:
    """Likely duplicates first, then the newest."""
    why: dict[int, set[str]] = {}
    for (number, _party), kinds in shared.items():
        why.setdefault(number, set()).update(kinds)
    said = _same_words(actor.authority, coming) if coming else []
    rows = representations_seen_by(actor, today).filter(id__in={*why, *said}).exclude(id=other_than)
    found = [_match(row, tuple(sorted(why.get(row.id, ()))), row.id in said, coming) for row in rows]
    found = [match for match in found if match.why]
    return sorted(found, key=lambda match: (match.is_duplicate, match.row.received_on), reverse=True)[:MOST]


def _restrictions(slug: str, shared: _Shared) -> list[Restriction]:
    """Those that stand, in whichever representation of the council."""
    numbers = {number for number, _party in shared}
    decided = LogEntry.objects.filter(authority=slug, representation_id__in=numbers, kind="ContactRestricted")
    references = dict(decided.values_list("representation_id", "representation__reference"))
    logs = entries_by_representation(sorted(references))
    return [
        restriction
        for number, entries in logs.items()
        for restriction in _standing(references[number], entries, {party for n, party in shared if n == number})
    ]


def _shared_keys(slug: str, contacts: Collection[Contact], other_than: int) -> _Shared:
    asked = [keys for contact in contacts if (keys := keys_of(contact))]
    sought = {key for keys in asked for kind, key in keys.items() if kind in TELLING}
    telling = PersonKey.objects.filter(authority=slug, key__in=sought, kind__in=TELLING)
    telling = telling.exclude(representation_id=other_than)
    newest = telling.order_by("-representation_id").values("representation_id")[:_MOST_KEYS]
    numbers = sorted({row["representation_id"] for row in newest})
    keys: dict[tuple[int, int], dict[str, str]] = {}
    for row in PersonKey.objects.filter(representation_id__in=numbers):
        keys.setdefault((row.representation_id, row.party), {})[row.kind] = row.key
    shared = {party: _most_shared(own, asked) for party, own in keys.items()}
    return {party: kinds for party, kinds in shared.items() if kinds & TELLING}


def _most_shared(keys: dict[str, str], asked: Sequence[dict[str, str]]) -> set[str]:
    """The kinds in which these keys are those of the one person who shares most of them."""
    return max(({kind for kind, key in keys.items() if person.get(kind) == key} for person in asked), key=len)


def _same_words(slug: str, coming: Coming) -> list[int]:
    words = re.findall(r"\w+", coming.words)
    return search.find(slug, " ".join(words[:_MOST_WORDS])) if len(words) >= _FEWEST_WORDS else []


def _match(row: Any, why: tuple[str, ...], is_said: bool, coming: Coming | None) -> Match:
    is_near = coming is not None and abs(row.received_on - coming.received_on) <= DUPLICATE_WITHIN
    if is_said and is_near:
        why = (*why, WORDS)
    is_same_service = coming is not None and row.service in coming.services
    return Match(row.id, row.reference, why, row, is_near and bool(why) and (is_same_service or WORDS in why))


def _standing(reference: str, entries: Sequence[Entry], parties: Collection[int]) -> list[Restriction]:
    state = replay(entries)
    assert state is not None
    decided_by = {e.event.party: e.event.decided_by for e in entries if isinstance(e.event, ContactRestricted)}
    return [
        Restriction(reference, party.restriction, decided_by.get(party.number, ""), party.restriction_review_on)
        for party in state.parties
        if party.number in parties and party.restriction
    ]
