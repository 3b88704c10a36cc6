"""The queue of representations that nobody has triaged: what each is, since when it waits, what is proposed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from putright.authorities import Authority
from putright.authorities.proposing import categories_open_to, is_no_complaint, proposed
from putright.authorities.vocabulary import NOT_APPLICABLE
from putright.casework import setting
from putright.rules import Proposal
from putright.web.keyset import MOST_COUNTED, Page
from putright.web.presenters.imports import neighbours
from putright.web.presenters.terms import recorded
from putright.web.presenters.words import number, plural, short_date

NO_PROCEDURE = "No procedure"
TELLING = ("type", "received_from", "nature", "service")


@dataclass(frozen=True)
class QueueLine:
    """One representation that waits."""

    reference: str
    href: str
    triage: str
    what: str
    detail: str
    received: str
    waiting: str
    proposal: str
    why: str


@dataclass(frozen=True)
class TriageQueue:
    """One page of the queue, the oldest first."""

    page: Page
    council: Authority
    today: date

    @property
    def count(self) -> str:
        """How many wait."""
        count = self.page.count
        return (
            f"{number(MOST_COUNTED)} or more wait" if count is None else f"{plural(count, 'representation')} to triage"
        )

    @cached_property
    def lines(self) -> list[QueueLine]:
        """The representations on this page."""
        return [self._line(row) for row in self.page.rows]

    @property
    def pagination(self) -> dict[str, Any]:
        """Links to the neighbouring pages."""
        return neighbours(reverse("triage-queue"), QueryDict(), self.page)

    def _line(self, row: Any) -> QueueLine:
        proposal, why = self._proposal(row)
        days = (self.today - row.received_on).days
        return QueueLine(
            reference=row.reference,
            href=reverse("representation", args=[row.id]),
            triage=f"{reverse('representation', args=[row.id])}steps/triage/",
            what=self.council.vocabulary("type").label(row.type),
            detail=" · ".join(recorded(self.council, row, "nature", "service", "received_from")),
            received=short_date(row.received_on),
            waiting="today" if days == 0 else f"{plural(days, 'day')} ago",
            proposal=proposal,
            why=why,
        )

    def _proposal(self, row: Any) -> tuple[str, str]:
        """What the rule book proposes with its rule, else what the council's own words leave open, and why."""
        codes = {name: getattr(row, name) for name in TELLING}
        if is_no_complaint(self.council, row.type):
            return NO_PROCEDURE, "It is no complaint."
        open_to = categories_open_to(self.council, codes)
        by_the_book = proposed(self.council, setting.book(), codes)
        if by_the_book and self._category(by_the_book) in open_to:
            title = setting.book().procedure(by_the_book.procedure).title
            return title, f"{by_the_book.why} {by_the_book.citation}."
        titles = list(dict.fromkeys(self._title(category) for category in open_to))
        if len(titles) == 1:
            return titles[0], "What was taken down occurs under nothing else."
        if not titles:
            return "None", "What was taken down never occurs together."
        return "To be decided", f"One of: {'; '.join(titles)}."

    def _category(self, proposal: Proposal) -> str:
        adopted = self.council.procedures.get(proposal.procedure)
        return adopted.category if adopted else ""

    def _title(self, category: str) -> str:
        procedure = self.council.procedure_of(category)
        return NO_PROCEDURE if procedure == NOT_APPLICABLE else setting.book().procedure(procedure).title
