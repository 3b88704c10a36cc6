"""A person in the representation is named, or named anew."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import Writing, perform
from putright.casework.log import Dated
from putright.record.contact import Contact
from putright.record.events import NOT_RECORDED, PartyNamed
from putright.record.parts import next_number
from putright.record.state import State


def name_party(
    writing: Writing,
    *,
    on: date,
    role: str,
    contact: Contact,
    relation: str = NOT_RECORDED,
    preferred_contact: str = NOT_RECORDED,
    engaged_by: str = NOT_RECORDED,
    party: int = 0,
) -> State:
    """A person in the representation is named, or named anew; `engaged_by` says who engaged an advocate."""
    return perform(
        writing,
        "name_party",
        lambda state, _asked: [
            Dated(
                PartyNamed(party or next_number(state.parties), role, relation, preferred_contact, engaged_by),
                on,
                contact.as_words(),
            )
        ],
    )
