"""The pages of the work room, as a navigation of their own."""

from __future__ import annotations

from typing import Any

from putright.record.actor import Actor
from putright.web.presenters.rooms import rooms

PAGES = (
    ("My work", "my-work", ("see_work",)),
    ("The team’s work", "team-work", ("see_cases",)),
    ("Everything due", "everything-due", ("see_work",)),
    ("Weekly report", "rag-report", ("see_cases",)),
    ("Cover for leave", "cover", ("arrange_cover",)),
    ("Pool of investigators", "pool", ("keep_pool",)),
)


def work_rooms(actor: Actor, here: str) -> list[dict[str, Any]]:
    """The pages this actor may open, with the one called `here` marked."""
    return rooms(PAGES, actor, here)
