"""The frame of every page: whose it is, who is signed in, and the rooms that person may enter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from putright.casework import setting

ROOMS = (
    ("Work", "my-work", ("see_work",)),
    ("Representations", "representations", ("see_cases", "see_own_cases")),
    ("Record a representation", "record-representation", ("receive",)),
    ("Triage", "triage-queue", ("triage",)),
    ("Learning", "learning", ("see_reports", "see_work")),
    ("Reports", "reports", ("see_reports",)),
    ("Issued reports", "issued-reports", ("see_issued_reports",)),
    ("Letters", "letter-templates", ("edit_letters",)),
    ("Imports", "imports", ("import_records",)),
    ("Rule book", "rule-book", ("see_rules",)),
)
WITHIN_ANOTHER = {"issued-reports": "see_reports"}
"""Rooms that stand within another for those who have this verb, and are no room of their own for them."""

ALSO = {"reports": ("ask", "dashboard", "resourcing")}
"""Pages of a room whose addresses do not begin with the room's."""


@dataclass(frozen=True)
class Layout:
    """`council` and `post` are empty when nobody is signed in; `rooms` are items of the service navigation."""

    council: str
    post: str
    rooms: list[dict[str, Any]]

    @classmethod
    def of(cls, request: HttpRequest) -> Layout:
        """The frame for whoever makes `request`."""
        user = getattr(request, "user", None)
        if user is None or not user.is_authenticated:
            return cls("", "", [])
        actor = user.actor()
        rooms = [
            {"text": text, "href": reverse(name), "active": request.path.startswith(_addresses(name))}
            for text, name, verbs in ROOMS
            if any(actor.may(verb) for verb in verbs) and not actor.may(WITHIN_ANOTHER.get(name, ""))
        ]
        return cls(setting.authority(actor.authority).name, actor.post, rooms)


def _addresses(room: str) -> tuple[str, ...]:
    return tuple(reverse(name) for name in (room, *ALSO.get(room, ())))
