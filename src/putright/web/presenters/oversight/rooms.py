"""The pages of the room of learning, as a navigation of their own."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from putright.record.actor import Actor

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
    return [
        {"text": text, "href": reverse(name), "is_here": name == here}
        for text, name, verbs in PAGES
        if any(actor.may(verb) for verb in verbs)
    ]
