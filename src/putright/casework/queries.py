"""Reading what is stored, always as one council's and as far as the actor may see."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from putright.casework.log import entries_of
from putright.casework.models import AppointmentRow, OmbudsmanRow, Register, RepresentationRow, StageRow
from putright.record.actor import Actor
from putright.record.events import Entry


def representations_seen_by(actor: Actor, today: date) -> QuerySet[Any]:
    """The rows of ``facts_representation`` that this actor may see on the day `today`.

    All of the council's; or those its post handles, those its account is appointed to for as long as appointed, and,
    if it takes representations down, those its post took down. A restricted one is seen by whoever handles it, is
    appointed to it, or may see every restricted one: nobody else, not even who took it down.
    """
    rows = RepresentationRow.objects.filter(authority=actor.authority)
    if actor.may("see_cases"):
        return rows if actor.may("see_restricted") else rows.exclude(id__in=_withheld_from(actor, today))
    if actor.may("see_own_cases"):
        own = _part_in(actor, today)
        taken_down = Q(id__in=_recorded_by(actor), access="open")
        return rows.filter(own | taken_down if actor.may("receive") else own)
    return rows.none()


def belonging_seen_by(model: Any, actor: Actor, today: date) -> QuerySet[Any]:
    """The rows of a fact table of what belongs to those representations that this actor may see on the day `today`."""
    rows: QuerySet[Any] = model.objects.filter(authority=actor.authority)
    if not actor.may("see_cases"):
        return rows.filter(representation_id__in=representations_seen_by(actor, today).values("id"))
    return rows if actor.may("see_restricted") else rows.exclude(representation_id__in=_withheld_from(actor, today))


def waiting_for_triage(actor: Actor, today: date) -> QuerySet[Any]:
    """Those open representations that this actor may see and whose procedure nobody has decided yet, in no order."""
    return representations_seen_by(actor, today).filter(status="open", triaged_on=None)


def _part_in(actor: Actor, today: date) -> Q:
    return Q(handler__in=actor.posts) | Q(id__in=_appointed_to(actor, today))


def _withheld_from(actor: Actor, today: date) -> QuerySet[Any]:
    """The few restricted ones that the actor has no part in: quicker to leave out than to keep all others."""
    restricted = RepresentationRow.objects.filter(authority=actor.authority, access="restricted")
    return restricted.exclude(_part_in(actor, today)).values("id")


def _recorded_by(actor: Actor) -> QuerySet[Any]:
    return Register.objects.filter(authority=actor.authority, recorded_by__in=actor.posts).values("id")


def _appointed_to(actor: Actor, today: date) -> QuerySet[Any]:
    appointments = AppointmentRow.objects.filter(authority=actor.authority, ended_on=None).exclude(account="")
    lasting = appointments.filter(Q(until_on=None) | Q(until_on__gte=today))
    return lasting.filter(account=actor.account).values("representation_id")


def appointments_by_member(authority: str) -> dict[int, int]:
    """How many appointments of each member of a council's pool have not ended; a query whatever their number."""
    standing = AppointmentRow.objects.filter(authority=authority, ended_on=None).exclude(member=0)
    return dict(standing.values("member").annotate(number=Count("id")).values_list("member", "number"))


def reference_of(representation_id: int) -> str:
    """The council's reference of a representation."""
    return Register.objects.get(id=representation_id).reference


def stages_of(representation_id: int) -> list[Any]:
    """The stage rows of one representation, in the order in which they came up."""
    return list(StageRow.objects.filter(representation_id=representation_id).order_by("id"))


def ombudsman_records_of(representation_id: int) -> list[Any]:
    """The Ombudsman's records of one representation."""
    return list(OmbudsmanRow.objects.filter(representation_id=representation_id).order_by("id"))


def log_of(representation_id: int) -> list[Entry]:
    """The log of one representation, voided entries and all, in order of position."""
    return entries_of(representation_id)
