"""One representation in a table of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from putright.authorities import Authority
from putright.web.presenters.terms import recorded, stage_label
from putright.web.presenters.words import short_date


@dataclass(frozen=True)
class RepresentationLine:
    """What a reader needs to choose it from the table."""

    reference: str
    href: str
    what: str
    detail: str
    received: str
    status: str
    stage: str
    due: str
    is_due: bool
    is_overdue: bool

    @classmethod
    def of(cls, row: Any, council: Authority, today: date) -> RepresentationLine:
        """The line of a stored row, in the council's words."""
        overdue = row.due_on is not None and row.due_on < today
        restricted = ["Restricted"] if row.access == "restricted" else []
        return cls(
            reference=row.reference,
            href=reverse("representation", args=[row.id]),
            what=council.vocabulary("type").label(row.type),
            detail=" · ".join([*restricted, *recorded(council, row, "category", "nature", "service")]),
            received=short_date(row.received_on),
            status=row.status.capitalize(),
            stage=stage_label(council, row.procedure, row.stage),
            due=short_date(row.due_on, "Nothing due" if row.status == "open" else ""),
            is_due=row.due_on is not None,
            is_overdue=overdue,
        )
