"""The pages of reports and figures, as a navigation of their own."""

from __future__ import annotations

from typing import Any

from putright.record.actor import Actor
from putright.web.presenters.rooms import rooms

PAGES = (
    ("Reports", "reports", ("see_reports",)),
    ("Issued reports", "issued-reports", ("see_issued_reports",)),
    ("Ask the figures", "ask", ("see_reports",)),
    ("Dashboard", "dashboard", ("see_reports",)),
    ("Resourcing", "resourcing", ("see_reports",)),
)


def report_rooms(actor: Actor, here: str) -> list[dict[str, Any]]:
    """The pages this actor may open, with the one called `here` marked."""
    return rooms(PAGES, actor, here)
