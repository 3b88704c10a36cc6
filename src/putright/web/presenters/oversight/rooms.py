"""The pages of the room of learning, as a navigation of their own."""

from __future__ import annotations

from typing import Any

from putright.record.actor import Actor
from putright.web.presenters.rooms import rooms

REGISTERS = ("see_reports", "see_work")
PAGES = (
    ("What was learnt", "learning", REGISTERS),
    ("Actions", "actions", REGISTERS),
    ("Remedies", "remedies", REGISTERS),
    ("Costs", "costs", ("see_reports",)),
    ("Spikes", "spikes", ("see_reports",)),
)


def oversight_rooms(actor: Actor, here: str) -> list[dict[str, Any]]:
    """The pages this actor may open, with the one called `here` marked."""
    return rooms(PAGES, actor, here)
