"""Reading what is stored, always as one council's and as far as the actor may see."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from putright.casework.log import entries_of
from putright.casework.models import OmbudsmanRow, RepresentationRow, StageRow
from putright.record.actor import Actor
from putright.record.events import Entry


def representations_seen_by(actor: Actor) -> QuerySet[Any]:
    """The rows of ``facts_representation`` that this actor may see: all of the council's, its own, or none."""
    rows = RepresentationRow.objects.filter(authority=actor.authority)
    if actor.may("see_cases"):
        return rows
    if actor.may("see_own_cases"):
        return rows.filter(handler=actor.post)
    return rows.none()


def stages_of(representation_id: int) -> list[Any]:
    """The stage rows of one representation, in the order in which they came up."""
    return list(StageRow.objects.filter(representation_id=representation_id).order_by("id"))


def ombudsman_records_of(representation_id: int) -> list[Any]:
    """The Ombudsman's records of one representation."""
    return list(OmbudsmanRow.objects.filter(representation_id=representation_id).order_by("id"))


def log_of(representation_id: int) -> list[Entry]:
    """The log of one representation, voided entries and all, in order of position."""
    return entries_of(representation_id)
