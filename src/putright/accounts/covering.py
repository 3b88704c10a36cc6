"""Cover for leave: who does whose work, from which day until which."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from putright.accounts.models import Account, Cover
from putright.record.actor import Actor


class CoverRefused(Exception):
    """The cover was not arranged; the message says why and what to do, `about` which part of the leave is at fault."""

    def __init__(self, why: str, about: str = "covering") -> None:
        super().__init__(why)
        self.about = about


@dataclass(frozen=True)
class Leave:
    """That `covering` does the work of `covered` from one day until another, both included."""

    covered: Account
    covering: Account
    from_on: date
    until_on: date


def arrange_cover(actor: Actor, leave: Leave, *, today: date, now: datetime) -> Cover:
    """Let one account stand in for another of the same council. Raises CoverRefused."""
    _refuse_unless_allowed(actor, leave.covered, leave.covering)
    if leave.covered == leave.covering:
        raise CoverRefused("Nobody can stand in for themselves. Choose somebody else.")
    if leave.until_on < leave.from_on:
        raise CoverRefused("The last day is before the first. Give a later last day.", "until_on")
    if leave.until_on < today:
        raise CoverRefused("The last day has passed. Give a last day from today on.", "until_on")
    return Cover.objects.create(
        covered=leave.covered,
        covering=leave.covering,
        from_on=leave.from_on,
        until_on=leave.until_on,
        arranged_by=actor.post,
        arranged_at=now,
    )


def end_cover(actor: Actor, cover: Cover, *, today: date) -> None:
    """Let a cover end: from today on it no longer stands. Raises CoverRefused."""
    _refuse_unless_allowed(actor, cover.covered, cover.covering)
    if cover.from_on >= today:
        cover.withdrawn = True
    else:
        cover.until_on = min(cover.until_on, today - timedelta(days=1))
    cover.save(update_fields=["withdrawn", "until_on"])


def covers_from(authority: str, today: date) -> QuerySet[Any]:
    """The covers of a council that stand on a day or are to come, the first to begin first."""
    rows = Cover.objects.filter(covered__authority=authority, until_on__gte=today, withdrawn=False)
    return rows.select_related("covered", "covering").order_by("from_on", "id")


def _refuse_unless_allowed(actor: Actor, *accounts: Account) -> None:
    if not actor.may("arrange_cover"):
        raise CoverRefused(f"The post {actor.post} may not arrange cover. Ask a complaints manager.")
    if any(account.authority != actor.authority for account in accounts):
        raise CoverRefused("There is no such account at this council.")
