"""The weekly report of red, amber and green as a page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from putright.oversight.rag import Rag
from putright.oversight.rag_report import Pressing, RagReport, ServiceReport
from putright.rules import Book
from putright.web.presenters.rag import TAGS, RagWords
from putright.web.presenters.words import long_date, number, plural, short_date
from putright.web.presenters.work_line import things_words

MOST_LINES = 50
"""Red and amber lines shown of one service; the queue has them all."""


@dataclass(frozen=True)
class RagReportPage:
    """The report in the council's words."""

    report: RagReport
    rag: RagWords
    book: Book

    @property
    def day(self) -> str:
        """The day it is about."""
        return long_date(self.report.day.today)

    @property
    def heads(self) -> list[str]:
        """Heads of the columns of figures."""
        return [*(TAGS[colour][0] for colour in Rag), "Open in all"]

    @property
    def standing(self) -> str:
        """How it stands in a sentence."""
        red, amber = (sum(each.counts[colour] for each in self.report.services) for colour in (Rag.RED, Rag.AMBER))
        total = sum(each.total for each in self.report.services)
        return f"{plural(total, 'open representation')}: {number(red)} red and {number(amber)} amber."

    @cached_property
    def services(self) -> list[dict[str, Any]]:
        """Each service with its figures, each figure leading to its representations, and what presses."""
        return [self._service(each) for each in self.report.services]

    def _service(self, service: ServiceReport) -> dict[str, Any]:
        label = self.report.authority.vocabulary("service").label(service.service)
        figures = [self._figure(service, colour, label) for colour in Rag]
        everything = {"text": number(service.total), "href": self._listed(service, {}), "of": f"open, {label}"}
        return {
            "id": f"service-{service.service}",
            "label": label,
            "figures": [*figures, everything],
            "lines": [self._line(each) for each in service.pressing[:MOST_LINES]],
            "more": self._more(service, label),
        }

    def _more(self, service: ServiceReport, label: str) -> dict[str, str] | None:
        """The way to those that press beyond the lines shown, None when all are shown."""
        if len(service.pressing) <= MOST_LINES:
            return None
        href = self._listed(service, {"rag": [Rag.RED.value, Rag.AMBER.value]})
        return {"text": f"All {number(len(service.pressing))} that are red or amber in {label}", "href": href}

    def _figure(self, service: ServiceReport, colour: Rag, label: str) -> dict[str, str]:
        count = service.counts[colour]
        href = self._listed(service, {"rag": colour.value}) if count else ""
        return {"text": number(count), "href": href, "of": f"{TAGS[colour][0].lower()}, {label}"}

    def _listed(self, service: ServiceReport, more: dict[str, Any]) -> str:
        return f"{reverse('team-work')}?{urlencode({'service': service.service, **more}, doseq=True)}"

    def _line(self, pressing: Pressing) -> dict[str, Any]:
        thing = pressing.thing
        return {
            "reference": pressing.reference,
            "href": reverse("representation", args=[thing.representation]),
            "what": things_words(self.report.authority, self.book, thing),
            "post": thing.post or "Nobody yet",
            "due": short_date(thing.due_on),
            "rag": self.rag.tag(thing.started_on, thing.due_on),
        }
