"""Whether the person concerned consents to a party acting for them is recorded."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.events import ConsentRecorded
from putright.record.state import State


def record_consent(writing: Writing, *, on: date, party: int, consent: str, how: str) -> State:
    """Whether the person concerned consents to a party acting for them is recorded."""
    return perform(
        writing,
        "record_consent",
        lambda _state, _asked: [Dated(ConsentRecorded(party, consent, how), on)],
    )
