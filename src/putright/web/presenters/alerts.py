"""What nobody who works on a representation may overlook: restrictions on contact, and safeguarding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from putright.casework.people import Restriction
from putright.rules import in_words
from putright.web.forms.steps.lists import RESTRICTIONS, word
from putright.web.forms.steps.seen import Seen
from putright.web.presenters.people import restriction_words


@dataclass(frozen=True)
class Alert:
    """One thing to know first; `is_urgent` where somebody's safety is concerned, `is_settled` where it was."""

    title: str
    text: str
    is_urgent: bool = False
    is_settled: bool = False


def alerts(at: Seen, elsewhere: Sequence[Restriction] = ()) -> list[Alert]:
    """Those that stand now, safeguarding first; `elsewhere` are restrictions written in other representations."""
    return [*_restricted(at), *_safeguarding(at), *_restrictions(at), *map(_elsewhere, elsewhere)]


def _restricted(at: Seen) -> list[Alert]:
    if not at.state.restricted:
        return []
    return [Alert("Restricted", "Only those who work on it, the complaints manager and the Monitoring Officer see it.")]


def _safeguarding(at: Seen) -> list[Alert]:
    state = at.state
    if state.safeguarding_referred_on is None:
        return []
    told = f"{state.safeguarding_to} was told on {in_words(state.safeguarding_referred_on)}."
    if state.waits_for_safeguarding:
        return [Alert("Safeguarding", f"{told} Answering waits until it is settled.", is_urgent=True)]
    assert state.safeguarding_settled_on is not None
    return [
        Alert("Safeguarding", f"{told} It was settled on {in_words(state.safeguarding_settled_on)}.", is_settled=True)
    ]


def _elsewhere(restriction: Restriction) -> Alert:
    return Alert(f"Contact is restricted in {restriction.reference}", restriction_words(restriction))


def _restrictions(at: Seen) -> list[Alert]:
    return [
        Alert(
            f"Contact is restricted: {at.party(party)}",
            f"{word(RESTRICTIONS, party.restriction)}."
            + (f" To be reviewed on {in_words(party.restriction_review_on)}." if party.restriction_review_on else ""),
        )
        for party in at.state.parties
        if party.restriction
    ]
