"""Reading what is stored, always as one council's and as far as the actor may see."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from putright.casework.log import entries_of
from putright.casework.models import AppointmentRow, OmbudsmanRow, RepresentationRow, StageRow
from putright.record.actor import Actor
from putright.record.events import Entry


def representations_seen_by(actor: Actor, today: date) -> QuerySet[Any]:
    """The rows of ``facts_representation`` that this actor may see on the day `today`.

    All of the council's; or those its post handles and those its account is appointed to, for as long as appointed.
    """
    rows = RepresentationRow.objects.filter(authority=actor.authority)
    if actor.may("see_cases"):
        return rows
    if actor.may("see_own_cases"):
        return rows.filter(Q(handler=actor.post) | Q(id__in=_appointed_to(actor, today)))
    return rows.none()


def _appointed_to(actor: Actor, today: date) -> QuerySet[Any]:
    appointments = AppointmentRow.objects.filter(authority=actor.authority, ended_on=None).exclude(account="")
    lasting = appointments.filter(Q(until_on=None) | Q(until_on__gte=today))
    return lasting.filter(account=actor.account).values("representation_id")


def stages_of(representation_id: int) -> list[Any]:
    """The stage rows of one representation, in the order in which they came up."""
    return list(StageRow.objects.filter(representation_id=representation_id).order_by("id"))


def ombudsman_records_of(representation_id: int) -> list[Any]:
    """The Ombudsman's records of one representation."""
    return list(OmbudsmanRow.objects.filter(representation_id=representation_id).order_by("id"))


def log_of(representation_id: int) -> list[Entry]:
    """The log of one representation, voided entries and all, in order of position."""
    return entries_of(representation_id)
