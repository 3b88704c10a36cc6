"""Runs of the import, in words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from putright.intake.models import ImportRun
from putright.web.keyset import Page
from putright.web.presenters.words import moment, number, plural


@dataclass(frozen=True)
class RunLine:
    """One run in the list of runs."""

    run: ImportRun

    @property
    def href(self) -> str:
        """Its page."""
        return reverse("import-run", args=[self.run.id])

    @property
    def when(self) -> str:
        """When it was begun."""
        return moment(self.run.started_at)

    @property
    def files(self) -> str:
        """What was imported."""
        if any("mended" in file for file in self.run.files):
            return f"One mended row of {self.run.files[0]['name']}"
        return ", ".join(file["name"] for file in self.run.files)

    @property
    def figures(self) -> list[str]:
        """Rows, accepted, rejected and flagged."""
        run = self.run
        return [number(count) for count in (run.rows, run.accepted, run.rejected, run.flagged)]

    @property
    def by(self) -> str:
        """Who imported it."""
        return self.run.by

    @property
    def was_cut_off(self) -> bool:
        """Whether it did not come to its end."""
        return self.run.finished_at is None


@dataclass(frozen=True)
class RunList:
    """The list of runs; `waiting` is the number of rejected rows that still wait for someone."""

    page: Page
    waiting: int

    @cached_property
    def lines(self) -> list[RunLine]:
        """The runs of this page."""
        return [RunLine(run) for run in self.page.rows]

    @property
    def standing(self) -> str:
        """What is left to do."""
        if not self.waiting:
            return "No rejected row is waiting to be mended."
        return f"{plural(self.waiting, 'rejected row is', 'rejected rows are')} waiting to be mended."

    @cached_property
    def pagination(self) -> dict[str, Any]:
        """Links to the neighbouring pages."""
        return neighbours(reverse("imports"), QueryDict(), self.page)


def neighbours(path: str, query: QueryDict, page: Page) -> dict[str, Any]:
    """The links to the previous and the next page of a list."""
    links: dict[str, Any] = {"landmarkLabel": "Pages of the list"}
    for name, word, key in (("previous", "before", page.before), ("next", "after", page.after)):
        if key:
            words = query.copy()
            words.pop("before", None)
            words.pop("after", None)
            words[word] = key
            links[name] = {"href": f"{path}?{words.urlencode()}"}
    return links
