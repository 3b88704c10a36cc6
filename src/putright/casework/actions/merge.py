"""A representation goes on as part of another, and ends here; both say so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.db import transaction

from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.actions.link import link
from putright.casework.log import Dated
from putright.casework.models import Register
from putright.record.events import MergedInto
from putright.record.state import State


def merge(writing: Writing, *, on: date, into: str, why: str) -> State:
    """Merge the representation written to into the one with the reference `into`, of the same council."""
    other = Register.objects.filter(authority=writing.actor.authority, reference=into).first()
    if other is None or other.id == writing.representation_id:
        raise NotPermitted(f"There is no other representation {into} at this council. Check the reference.")
    reference = Register.objects.get(id=writing.representation_id).reference
    with transaction.atomic():
        link(replace(writing, representation_id=other.id, read_to=None), on=on, reference=reference, how="merged_here")
        return perform(writing, "merge", lambda _state, _asked: [Dated(MergedInto(into), on, why)])
