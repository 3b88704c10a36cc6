"""A queue of work: its lines, its filters and the filters that were kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from putright.accounts.models import SavedFilter
from putright.oversight.rag import Rag
from putright.oversight.work import WorkPage
from putright.oversight.work_lines import Queue
from putright.web.forms.work import FIELDS, WorkFilterForm
from putright.web.presenters.problems import problems_of
from putright.web.presenters.representation_list import address
from putright.web.presenters.words import plural
from putright.web.presenters.work_line import Telling, WorkLine

ADDRESSES = {Queue.MINE: "my-work", Queue.TEAM: "team-work", Queue.EVERYTHING: "everything-due"}
TITLES = {Queue.MINE: "My work", Queue.TEAM: "The team’s work", Queue.EVERYTHING: "Everything due"}
EMPTY = {
    Queue.MINE: "You have nothing to do: no open representation is with you, and no remedy or action of yours is due.",
    Queue.TEAM: "There is no open representation.",
    Queue.EVERYTHING: "Nothing is due.",
}
NAMED = {
    Queue.MINE: ("thing to do", "things to do"),
    Queue.TEAM: ("open representation", "open representations"),
    Queue.EVERYTHING: ("thing due", "things due"),
}
COLOURS = ((Rag.RED, "red"), (Rag.AMBER, "amber"), (Rag.GREEN, "green"), (Rag.NONE, "without a date"))


@dataclass(frozen=True)
class QueuePage:
    """Everything the page of a queue shows."""

    queue: Queue
    form: WorkFilterForm
    query: QueryDict
    page: WorkPage
    telling: Telling
    saved: Sequence[SavedFilter]
    covers: tuple[str, ...]
    may_assign: bool

    @property
    def title(self) -> str:
        """The heading."""
        return TITLES[self.queue]

    @property
    def address(self) -> str:
        """The name of the page's address."""
        return ADDRESSES[self.queue]

    @cached_property
    def lines(self) -> list[WorkLine]:
        """The lines of this page."""
        return [self.telling.line(thing) for thing in self.page.things]

    @property
    def count(self) -> str:
        """How many there are, of the colours that are asked for."""
        one, many = NAMED[self.queue]
        asked = self.form.criteria().colours or tuple(Rag)
        return plural(sum(self.page.counts[colour] for colour in asked), one, many)

    @property
    def colours(self) -> list[dict[str, Any]]:
        """How many of each colour, with the address that shows only those."""
        return [
            {
                "text": f"{self.page.counts[colour]:,} {words}",
                "href": address(self.address, self.query, rag=colour.value),
            }
            for colour, words in COLOURS
            if self.page.counts[colour]
        ]

    @property
    def standing_in(self) -> str:
        """For whom the reader stands in today, empty for nobody."""
        if self.queue is not Queue.MINE or not self.covers:
            return ""
        return f"You are standing in for {' and '.join(self.covers)}. Their work is among yours."

    @property
    def empty(self) -> str:
        """What is said when there is nothing at all."""
        return EMPTY[self.queue]

    @property
    def problems(self) -> list[dict[str, str]]:
        """Filters that cannot be used."""
        return problems_of(self.form)

    @property
    def checks(self) -> list[dict[str, Any]]:
        """Filters of which several may be chosen."""
        return [
            {
                "idPrefix": name,
                "name": name,
                "classes": "govuk-checkboxes--small",
                "fieldset": {"legend": {"text": self.form.fields[name].label, "classes": "govuk-fieldset__legend--s"}},
                "values": self.query.getlist(name),
                "items": [{"value": code, "text": label} for code, label in self.form.fields[name].choices],
            }
            for name in ("rag", "kind")
        ]

    @property
    def selects(self) -> list[dict[str, Any]]:
        """Filters with one choice out of many."""
        return [
            {
                "id": name,
                "name": name,
                "label": {"text": self.form.fields[name].label, "classes": "govuk-label--s"},
                "value": (self.query.getlist(name) or [""])[0],
                "items": [{"value": "", "text": "Any"}]
                + [{"value": code, "text": label} for code, label in self.form.fields[name].choices],
            }
            for name in ("handler", "service", "procedure")
        ]

    @cached_property
    def tags(self) -> list[dict[str, str]]:
        """The filters in use, each with the address that takes it out again."""
        tags = []
        for name in FIELDS:
            values = [] if name in self.form.errors else [value for value in self.query.getlist(name) if value]
            for value in values:
                rest = self.query.copy()
                rest.setlist(name, [other for other in values if other != value])
                label = dict(self.form.fields[name].choices).get(value, value)
                tags.append({"text": f"{self.form.fields[name].label}: {label}", "href": address(self.address, rest)})
        return tags

    @property
    def kept(self) -> list[dict[str, Any]]:
        """The filters that the reader kept for this queue."""
        return [
            {"name": each.name, "href": f"{reverse(self.address)}?{each.query}", "id": each.id} for each in self.saved
        ]

    @property
    def pagination(self) -> dict[str, Any]:
        """The links to the next and the previous page."""
        links: dict[str, Any] = {"landmarkLabel": "Pages of the list"}
        if self.page.before:
            links["previous"] = {"href": address(self.address, self.query, before=str(self.page.before))}
        if self.page.after:
            links["next"] = {"href": address(self.address, self.query, after=str(self.page.after))}
        return links
