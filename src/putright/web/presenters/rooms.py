"""The pages of a room, as a navigation of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from putright.record.actor import Actor

Page = tuple[str, str, tuple[str, ...]]
"""A page in words, its address by name, and the verbs of which any opens it."""


def rooms(pages: Sequence[Page], actor: Actor, here: str) -> list[dict[str, Any]]:
    """Those of `pages` that this actor may open, with the one called `here` marked."""
    return [
        {"text": text, "href": reverse(name), "is_here": name == here}
        for text, name, verbs in pages
        if any(actor.may(verb) for verb in verbs)
    ]
