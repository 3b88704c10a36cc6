"""The pool: whom a council may appoint to investigate, to take part as independent person, or to sit on a panel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from putright.accounts.models import PoolMember
from putright.record.actor import Actor


class PoolRefused(Exception):
    """The pool was not changed; the message says why and what to do."""


@dataclass(frozen=True)
class Member:
    """What is known of somebody in the pool; its parts are those of :class:`PoolMember`."""

    name: str
    posts: tuple[str, ...]
    outside: bool
    email: str = ""
    fee_pence: int | None = None
    fee_for: str = ""
    at_most: int | None = None
    away_from: date | None = None
    away_until: date | None = None
    note: str = ""


def pool_of(authority: str) -> QuerySet[Any]:
    """Those in a council's pool who have not left it, in the order of their names."""
    return PoolMember.objects.filter(authority=authority, left_on=None).order_by("name", "id")


def keep_member(actor: Actor, member: Member, number: int | None = None) -> PoolMember:
    """Put somebody into the pool, or change what is known of number `number`. Raises PoolRefused."""
    _refuse_unless_allowed(actor)
    row = _in_pool(actor, number) if number else PoolMember(authority=actor.authority)
    for part in Member.__dataclass_fields__:
        value = getattr(member, part)
        setattr(row, part, list(value) if part == "posts" else value)
    row.save()
    return row


def take_out(actor: Actor, number: int, *, today: date) -> PoolMember:
    """Let somebody leave the pool; their appointments stand until they end. Raises PoolRefused."""
    _refuse_unless_allowed(actor)
    row = _in_pool(actor, number)
    row.left_on = today
    row.save(update_fields=["left_on"])
    return row


def _refuse_unless_allowed(actor: Actor) -> None:
    if not actor.may("keep_pool"):
        raise PoolRefused(f"The post {actor.post} may not change the pool. Ask a complaints manager.")


def _in_pool(actor: Actor, number: int) -> PoolMember:
    row = pool_of(actor.authority).filter(id=number).first()
    if row is None:
        raise PoolRefused("They are not in this council's pool. They may have left it: look at the pool again.")
    return row
