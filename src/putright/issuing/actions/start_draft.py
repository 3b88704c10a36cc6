"""A report for some months is begun."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from putright.casework.actions.base import NoPermission, NotPermitted
from putright.issuing.drafts import draft_under_way, latest_issue
from putright.issuing.models import Draft
from putright.record.actor import Actor
from putright.reporting.period import Period


def start_draft(actor: Actor, report: str, period: Period, *, now: datetime) -> Draft:
    """Begin a draft; it supersedes what was issued for the same months. One is written at a time."""
    if not actor.may("draft_reports"):
        raise NoPermission(f"The post {actor.post} may not draft reports.")
    with transaction.atomic():
        if draft_under_way(actor.authority, report, period):
            raise NotPermitted("A draft of this report is being written already.")
        return Draft.objects.create(
            authority=actor.authority,
            report=report,
            first=period.first,
            last=period.last,
            supersedes=latest_issue(actor.authority, report, period),
            status="drafting",
            started_at=now,
            by=actor.post,
        )
