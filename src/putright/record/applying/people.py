"""The people in a representation."""

from __future__ import annotations

from putright.record import events as e
from putright.record.applying.applies import applies, numbered
from putright.record.parts import Party
from putright.record.state import State


@applies(e.PartyNamed)
def _party_named(state: State, entry: e.Entry, event: e.PartyNamed) -> None:
    known = next((party for party in state.parties if party.number == event.party), None)
    if known is None:
        known = Party(event.party, event.role, event.relation, event.preferred_contact, entry.words)
        state.parties.append(known)
    known.role, known.relation, known.engaged_by = event.role, event.relation, event.engaged_by
    known.preferred_contact, known.words = event.preferred_contact, entry.words


@applies(e.ConsentRecorded)
def _consent_recorded(state: State, entry: e.Entry, event: e.ConsentRecorded) -> None:
    numbered(state.parties, event.party, entry, "party").consent = event.consent


@applies(e.EqualityRecorded)
def _equality_recorded(state: State, entry: e.Entry, event: e.EqualityRecorded) -> None:
    party = numbered(state.parties, event.party, entry, "party")
    party.gender, party.age_band = event.gender, event.age_band
    party.ethnicity, party.disability = event.ethnicity, event.disability


@applies(e.ContactRestricted)
def _contact_restricted(state: State, entry: e.Entry, event: e.ContactRestricted) -> None:
    party = numbered(state.parties, event.party, entry, "party")
    party.restriction, party.restriction_review_on = event.restriction, event.review_on


@applies(e.RestrictionReviewed)
def _restriction_reviewed(state: State, entry: e.Entry, event: e.RestrictionReviewed) -> None:
    party = numbered(state.parties, event.party, entry, "party")
    party.restriction_review_on = None if event.ends else event.review_on
    party.restriction = "" if event.ends else party.restriction


@applies(e.ReferredForSafeguarding)
def _referred_for_safeguarding(state: State, entry: e.Entry, event: e.ReferredForSafeguarding) -> None:
    state.safeguarding_to, state.safeguarding_referred_on = event.to, entry.happened_on
    state.safeguarding_settled_on = None


@applies(e.SafeguardingSettled)
def _safeguarding_settled(state: State, entry: e.Entry, _event: e.SafeguardingSettled) -> None:
    state.safeguarding_settled_on = entry.happened_on
