"""A table that was added to a report: its versions, and where it may be looked at and changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from putright.oversight.models import AddedTable
from putright.web.presenters.asking.page import ask_href
from putright.web.presenters.words import moment


@dataclass(frozen=True)
class AddedPage:
    """`versions` are all of one table, the latest first."""

    versions: Sequence[AddedTable]
    may_change: bool

    @property
    def latest(self) -> AddedTable:
        """The version in use, or the one by which the table was taken out."""
        return self.versions[0]

    @property
    def title(self) -> str:
        """What the table is called."""
        return self.latest.name

    @property
    def stands(self) -> str:
        """Whether it stands in its report."""
        if self.latest.withdrawn:
            return "It was taken out of its report."
        return "It stands at the end of its report, under “Tables added”, with the figures as they are now."

    @property
    def ask(self) -> str:
        """The address at which it is asked again, and may be changed and kept anew."""
        asked = QueryDict(self.latest.asked, mutable=True)
        asked["name"], asked["report"] = self.latest.name, self.latest.report
        asked["version"] = str(self.latest.number)
        return ask_href(asked.urlencode())

    @property
    def file(self) -> str:
        """The address of all that was added to the report, as a file."""
        return reverse("added-file", args=[self.latest.report])

    @property
    def take_out(self) -> str:
        """The address to which it is sent to be taken out of its report."""
        return reverse("take-out-table", args=[self.latest.report, self.latest.table])

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Each version: its number, what was done, when and by whom."""
        return [
            {
                "number": version.number,
                "done": "Taken out" if version.withdrawn else "Kept",
                "when": moment(version.saved_at),
                "by": version.by,
                "definition": version.definition,
            }
            for version in self.versions
        ]
