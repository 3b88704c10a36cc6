"""A register as a page: filters, totals, lines, paging and the file of it all. Each register says what its own are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from putright.web.forms.oversight import RegisterForm
from putright.web.keyset import MOST_COUNTED, Page
from putright.web.presenters.problems import problems_of
from putright.web.presenters.representation_list import address
from putright.web.presenters.words import number, plural

TAGS = {
    "overdue": "govuk-tag--red",
    "open": "govuk-tag--blue",
    "owed": "govuk-tag--blue",
    "to_check": "govuk-tag--yellow",
    "not_worked": "govuk-tag--orange",
    "partly": "govuk-tag--yellow",
    "done": "govuk-tag--green",
    "worked": "govuk-tag--green",
}


@dataclass(frozen=True)
class Cell:
    """One cell: its text, what stands below it, and the colour of its tag where it is one."""

    text: str
    detail: str = ""
    tag: str = ""


@dataclass(frozen=True)
class RegisterLine:
    """One line: the representation it belongs to, and a cell for each head."""

    reference: str
    href: str
    cells: list[Cell]


@dataclass(frozen=True)
class Totals:
    """A table of totals: its heads, and its rows with a cell for each head."""

    caption: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Register:
    """A register: the name of its address, its heading, what it holds, what is said when it is empty, its columns.

    `things` is what one line and several are called.
    """

    name: str
    title: str
    says: str
    empty: str
    things: tuple[str, str]
    heads: Sequence[str]


@dataclass(frozen=True)
class RegisterPage:
    """Everything the page of a register shows."""

    of: Register
    form: RegisterForm
    query: QueryDict
    page: Page
    lines: Sequence[RegisterLine]
    totals: Sequence[Totals] = field(default_factory=list)

    @property
    def count(self) -> str:
        """How many there are, counted as far as is quick."""
        if self.page.count is None:
            return f"More than {number(MOST_COUNTED)} {self.of.things[1]}"
        return plural(self.page.count, *self.of.things)

    @property
    def problems(self) -> list[dict[str, str]]:
        """Filters that cannot be used."""
        return problems_of(self.form)

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter is in use."""
        return any(value for name in self.form.fields for value in self.query.getlist(name))

    @property
    def file(self) -> str:
        """Where the whole register, as it is narrowed, is to be had as CSV."""
        return address(f"{self.of.name}-csv", self.query)

    @property
    def clear(self) -> str:
        """The register without filters."""
        return reverse(self.of.name)

    @property
    def selects(self) -> list[dict[str, Any]]:
        """The filters, each with one choice out of many."""
        return [
            {
                "id": name,
                "name": name,
                "label": {"text": field.label, "classes": "govuk-label--s"},
                "value": (self.query.getlist(name) or [""])[0],
                "items": [{"value": "", "text": "Any"}]
                + [{"value": code, "text": label} for code, label in field.choices],
            }
            for name, field in self.form.fields.items()
        ]

    @cached_property
    def pagination(self) -> dict[str, Any]:
        """The links to the next and the previous page."""
        links: dict[str, Any] = {"landmarkLabel": "Pages of the register"}
        if self.page.before:
            links["previous"] = {"href": address(self.of.name, self.query, before=self.page.before)}
        if self.page.after:
            links["next"] = {"href": address(self.of.name, self.query, after=self.page.after)}
        return links
