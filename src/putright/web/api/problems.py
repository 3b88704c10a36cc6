"""Errors as problem details (RFC 9457): what is wrong, by which rule, in which field, and what to do."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse

MEDIA_TYPE = "application/problem+json"
KINDS: dict[str, tuple[int, str]] = {
    "no-token": (401, "No token, or one that opens nothing"),
    "not-your-role": (403, "The account's roles do not give this"),
    "not-found": (404, "There is no such thing for this account"),
    "method": (405, "The address does not take this method"),
    "not-json": (400, "The body is not a JSON object"),
    "not-permitted": (409, "A rule forbids the step now"),
    "changed-since": (409, "It was changed since it was read"),
    "known-already": (409, "What is sent may be here already"),
    "faults": (422, "Something in the body cannot be used"),
}
"""Every kind of problem: its status, and its title."""


@dataclass(frozen=True)
class FieldFault:
    """What is wrong with one field of a body, and what to do; `field` is empty for the body as a whole."""

    field: str
    detail: str
    remedy: str

    def as_json(self) -> dict[str, str]:
        """The fault by the names of its parts."""
        return {"field": self.field, "detail": self.detail, "remedy": self.remedy}


@dataclass(eq=False)
class Problem(Exception):
    """What is answered in place of what was asked for. `rule` cites the rule that forbids it, empty where none does."""

    kind: str
    detail: str
    remedy: str
    rule: str = ""
    faults: Sequence[FieldFault] = ()
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def status(self) -> int:
        """Its HTTP status."""
        return KINDS[self.kind][0]

    def as_json(self) -> dict[str, Any]:
        """The members of the problem details object."""
        return {
            "type": f"urn:putright:problem:{self.kind}",
            "title": KINDS[self.kind][1],
            "status": self.status,
            "detail": self.detail,
            "remedy": self.remedy,
            "rule": self.rule,
            "faults": [fault.as_json() for fault in self.faults],
            **self.more,
        }

    def answer(self) -> HttpResponse:
        """The answer to send."""
        response = HttpResponse(json.dumps(self.as_json()), content_type=MEDIA_TYPE, status=self.status)
        if self.status == 401:
            response.headers["WWW-Authenticate"] = 'Bearer realm="Putright"'
        return response
