"""Contact with a party is restricted after due process, until it is reviewed."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import ContactRestricted
from putright.record.state import State


def restrict_contact(
    writing: Writing, *, on: date, party: int, restriction: str, decided_by: str, review_on: date, why: str
) -> State:
    """Contact with a party is restricted after due process, until it is reviewed."""
    return perform(
        writing,
        "restrict_contact",
        lambda _state, _asked: [Dated(ContactRestricted(party, restriction, decided_by, review_on), on, why)],
    )
