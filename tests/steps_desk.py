"""Somebody at the pages of steps, without a browser: takes a step by its form, and reads what the log then says."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from html import unescape
from typing import Any, ClassVar

from django.http import HttpResponse
from django.test import Client
from tests.system import records

from putright.accounts.models import Account
from putright.casework.actions.receive import receive
from putright.casework.log import Dated
from putright.casework.models import LogEntry, RepresentationRow
from putright.casework.queries import log_of
from putright.record import events as e
from putright.record.events import Received

NOW = datetime(2018, 4, 16, 9, 30, tzinfo=UTC)
TODAY = date(2018, 4, 16)
RECEIVED_ON = date(2018, 4, 3)


class Desk:
    """An account signed in, and the pages of one representation."""

    KNOWN: ClassVar[dict[str, str]] = {
        "method": "e_mail",
        "received_from": "parent",
        "nature": "quality_of_service",
        "service": "child_in_need",
    }

    def __init__(self, role: str = "complaints_manager", number: int = 0, authority: str = "hampshire") -> None:
        known = Account.objects.filter(email=f"{role}@{authority}.example").first()
        self.account = known or records.account(role, authority)
        self.number = number
        self.client = Client()
        self.client.force_login(self.account)

    def receives(self, *more: e.Event, reference: str = "CSC18-00500") -> int:
        """A complaint received on 3 April 2018, with what else happened on that day."""
        event = Received(reference, "complaint", **(self.KNOWN if self.account.authority == "hampshire" else {}))
        happened = [Dated(one, RECEIVED_ON, "Parent A" if isinstance(one, e.PartyNamed) else "") for one in more]
        self.number = receive(
            self.account.actor(), event, on=RECEIVED_ON, summary="Calls were not returned.", today=TODAY, now=NOW,
            more=happened,
        )  # fmt: skip
        return self.number

    def opens(self, verb: str, query: str = "") -> HttpResponse:
        """The page of a step."""
        return self.client.get(f"/representations/{self.number}/steps/{verb}/{query}")

    def sends(self, verb: str, query: str = "", on: date | None = RECEIVED_ON, **fields: Any) -> HttpResponse:
        """Send the form of a step; days are given as days, and the page of a step that is confirmed as confirmed."""
        given: dict[str, Any] = {"read_to": self.position, "confirmed": "yes"}
        for name, value in {"on": on, **fields}.items():
            if isinstance(value, date):
                parts = {"day": value.day, "month": value.month, "year": value.year}
                given |= {f"{name}-{part}": number for part, number in parts.items()}
            elif value is None:
                given.pop(name, None)
            else:
                given[name.replace("__", "-")] = value
        return self.client.post(f"/representations/{self.number}/steps/{verb}/{query}", given)

    def takes(self, verb: str, query: str = "", on: date | None = RECEIVED_ON, **fields: Any) -> e.Event:
        """Take a step; the last entry of the log it made."""
        before = self.position
        answer = self.sends(verb, query, on, **fields)
        assert answer.status_code == 302, f"{verb}: {said(answer)}"
        assert self.position > before, verb
        return self.log()[-1]

    @property
    def position(self) -> int:
        """The last entry of its log."""
        return LogEntry.objects.filter(representation_id=self.number).count()

    def log(self) -> list[e.Event]:
        """What its log says."""
        return [entry.event for entry in log_of(self.number)]

    def row(self) -> Any:
        """Its fact row."""
        return RepresentationRow.objects.get(id=self.number)

    def next_steps(self) -> list[str]:
        """The steps that the head of its page offers."""
        head = self.page().partition('<dl class="pr-glance">')[2].partition("</dl>")[0]
        return re.findall(r">([^<]+)</a>", head)

    def page(self) -> str:
        """The page of the representation as text."""
        return unescape(self.client.get(f"/representations/{self.number}/").content.decode())


def said(answer: HttpResponse) -> str:
    """The text of a page."""
    return unescape(answer.content.decode())
