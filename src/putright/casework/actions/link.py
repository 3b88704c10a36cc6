"""It is said that it has to do with another representation."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.log import Dated
from putright.casework.models import Register
from putright.record.events import Linked
from putright.record.state import State


def link(writing: Writing, *, on: date, reference: str, how: str) -> State:
    """It is said that it has to do with the representation `reference` of the same council."""
    if not Register.objects.filter(authority=writing.actor.authority, reference=reference).exists():
        raise NotPermitted(f"There is no representation {reference} at this council. Check the reference.")
    return perform(
        writing,
        "link",
        lambda _state, _asked: [Dated(Linked(reference, how), on)],
    )
