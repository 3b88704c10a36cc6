"""The list of representations: its rows, its filters and the links that change them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from putright.authorities import Authority
from putright.web.forms.filters import DAY_EXAMPLE, FilterForm
from putright.web.keyset import MOST_COUNTED, Page
from putright.web.presenters.problems import error_of, problems_of
from putright.web.presenters.representation_line import RepresentationLine
from putright.web.presenters.words import number, plural

SELECTS = ("type", "service", "received_from", "timeliness")
CHECKS = ("status", "due", "category")
PAGING = ("after", "before")
ORDER_WORDS = (
    ("-received", "Newest first"),
    ("received", "Oldest first"),
    ("due", "Due soonest first"),
    ("-due", "Due latest first"),
    ("reference", "Reference, first to last"),
    ("-reference", "Reference, last to first"),
)
SORTS = (("Reference", "reference", "reference"), ("Received", "received", "-received"), ("Due", "due", "due"))


def address(name: str, query: QueryDict, **changes: str | None) -> str:
    """The page `name` with the query of this one, changed; a change to None takes a word out. Paging starts again."""
    changed = query.copy()
    for key in (*PAGING, *changes):
        changed.pop(key, None)
    for key, value in changes.items():
        if value is not None:
            changed[key] = value
    words = changed.urlencode()
    return reverse(name) + (f"?{words}" if words else "")


@dataclass(frozen=True)
class RepresentationList:
    """Everything the page of the list shows."""

    form: FilterForm
    query: QueryDict
    page: Page
    council: Authority
    today: date
    order: str
    is_cut_short: bool

    @cached_property
    def lines(self) -> list[RepresentationLine]:
        """The rows of this page."""
        return [RepresentationLine.of(row, self.council, self.today) for row in self.page.rows]

    @cached_property
    def count(self) -> str:
        """How many there are, counted as far as is quick."""
        if self.page.count is None:
            return f"More than {number(MOST_COUNTED)} representations"
        return plural(self.page.count, "representation")

    @property
    def notes(self) -> list[str]:
        """What the list leaves out that one might look for in it."""
        notes = []
        if "due" in self.order:
            notes.append("Only representations with something due are shown in this order.")
        if self.is_cut_short:
            notes.append(
                f"These words are common: only the {number(MOST_COUNTED)} latest that have them were looked at."
            )
        return notes

    @property
    def problems(self) -> list[dict[str, str]]:
        """Filters that cannot be used, for the summary of errors."""
        return problems_of(self.form)

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
            for name in SELECTS
        ]

    @property
    def sorting(self) -> dict[str, Any]:
        """The order, among the filters: on a narrow screen the heads of the columns are not shown."""
        return {
            "id": "sort",
            "name": "sort",
            "label": {"text": "Order", "classes": "govuk-label--s"},
            "items": [{"value": order, "text": text} for order, text in ORDER_WORDS],
            "value": self.order,
        }

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
            for name in CHECKS
        ]

    @property
    def days(self) -> list[dict[str, Any]]:
        """The two ends of the period of receipt."""
        return [
            {
                "id": name,
                "name": name,
                "label": {"text": self.form.fields[name].label, "classes": "govuk-label--s"},
                "hint": {"text": DAY_EXAMPLE},
                "classes": "govuk-input--width-10",
                "value": self.query.get(name, ""),
                "errorMessage": error_of(self.form, name),
            }
            for name in ("received_since", "received_until")
        ]

    @cached_property
    def tags(self) -> list[dict[str, str]]:
        """The filters in use, each with the address that takes it out again."""
        tags = []
        for name, values in self.query.lists():
            if name in self.form.fields and name not in self.form.errors and name != "q":
                tags += [self._tag(name, value, values) for value in values if value.strip()]
        return tags

    def _tag(self, name: str, value: str, values: list[str]) -> dict[str, str]:
        rest = self.query.copy()
        rest.setlist(name, [other for other in values if other != value])
        for key in PAGING:
            rest.pop(key, None)
        choices = dict(getattr(self.form.fields[name], "choices", ()))
        text = f"{self.form.fields[name].label}: {choices.get(value, value)}"
        return {"text": text, "href": f"{reverse('representations')}?{rest.urlencode()}"}

    @property
    def heads(self) -> list[dict[str, str]]:
        """Heads of the columns that can be sorted by, with the address that does."""
        heads = []
        for text, key, first in SORTS:
            sorted_by = self.order.lstrip("-") == key
            direction = ("descending" if self.order.startswith("-") else "ascending") if sorted_by else "none"
            other = key if self.order == f"-{key}" else f"-{key}"
            href = address("representations", self.query, sort=other if sorted_by else first)
            heads.append({"text": text, "href": href, "sort": direction})
        return heads

    @cached_property
    def pagination(self) -> dict[str, Any]:
        """The links to the next and the previous page."""
        links: dict[str, Any] = {"landmarkLabel": "Pages of the list"}
        if self.page.before:
            links["previous"] = {"href": address("representations", self.query, before=self.page.before)}
        if self.page.after:
            links["next"] = {"href": address("representations", self.query, after=self.page.after)}
        return links

    @property
    def download(self) -> str:
        """Where the whole filtered list is to be had as CSV."""
        return address("representations-csv", self.query)

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter or search is in use."""
        return bool(self.tags or self.query.get("q", "").strip())
