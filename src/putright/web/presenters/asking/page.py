"""The page where the figures are asked: the form, the table at once, what it counts, and how to keep it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from markupsafe import Markup

from putright.reporting.asking import entries_of
from putright.reporting.figures import CellAt
from putright.reporting.period import Period
from putright.reporting.questions import Question
from putright.reporting.render import html
from putright.reporting.tables import BuiltTable
from putright.reporting.writing_toml import table_toml
from putright.web.forms.asking import AskForm, SaveTableForm, title_of
from putright.web.presenters.asking.words import Fault, definition_in_words
from putright.web.presenters.problems import error_of, problems_of
from putright.web.presenters.report import Links
from putright.web.presenters.words import plural, sentence

_SELECTS = ("rows", "order", "across", "year", "years", "change")


def ask_href(query: str) -> str:
    """The address of a question."""
    return f"{reverse('ask')}?{query}"


@dataclass(frozen=True)
class AskPage:
    """A question and its answer; `table` is None where there is none, and `faults` or the form's own then say why.

    `save` is None for somebody who may not add tables; `version` is that of the kept table which is being changed.
    """

    form: AskForm
    faults: list[Fault]
    period: Period | None
    question: Question | None
    table: BuiltTable | None
    opens_cases: bool
    save: SaveTableForm | None
    version: str = "0"

    @property
    def title(self) -> str:
        """What the table is called."""
        return self.table.title if self.table else "Ask the figures"

    @property
    def problems(self) -> list[dict[str, str]]:
        """Everything that is wrong, each with the field in which it is mended."""
        found = [*problems_of(self.form), *(_problem(fault, self.form) for fault in self.faults)]
        return [*found, *(problems_of(self.save) if self.save and self.save.is_bound else [])]

    def select(self, name: str) -> dict[str, Any]:
        """A list to choose one from."""
        field = self.form.fields[name]
        return {
            "id": name,
            "name": name,
            "label": {"text": field.label, "classes": "govuk-label--s"},
            "items": [{"value": value, "text": text} for value, text in field.choices],
            "value": self.form.data.get(name, ""),
            "errorMessage": self._error(name),
        }

    def _error(self, name: str) -> dict[str, str] | None:
        own = [{"text": sentence(f"{fault.what}; {fault.remedy}")} for fault in self.faults if fault.field == name]
        return error_of(self.form, name) or next(iter(own), None)

    @property
    def selects(self) -> list[dict[str, Any]]:
        """The lists below what is counted."""
        return [self.select(name) for name in _SELECTS]

    def checks(self, name: str) -> dict[str, Any]:
        """A list to choose several from, or a single box."""
        field, chosen = self.form.fields[name], self.form.data.getlist(name)
        if not hasattr(field, "choices"):
            items = [{"value": "on", "text": field.label, "checked": "on" in chosen, "id": name}]
            return {"idPrefix": name, "name": name, "classes": "govuk-checkboxes--small", "items": items}
        items = [{"value": value, "text": text, "checked": value in chosen} for value, text in field.choices]
        legend = {"text": field.label, "classes": "govuk-fieldset__legend--s"}
        return {
            "idPrefix": name,
            "name": name,
            "classes": "govuk-checkboxes--small",
            "fieldset": {"legend": legend},
            "items": items,
            "errorMessage": self._error(name),
        }

    @property
    def filters(self) -> list[dict[str, Any]]:
        """Each filter in use: its boxes, or its two ends, and the address without it."""
        return [self._filter(name) for name in self.form.filters]

    def _filter(self, name: str) -> dict[str, Any]:
        without = QueryDict(self.form.query, mutable=True)
        without.setlist("only", [other for other in without.getlist("only") if other != name])
        told = {"name": name, "title": title_of(name, self.form.council), "remove": ask_href(without.urlencode())}
        if f"is_{name}" in self.form.fields:
            return told | {"terms": self.checks(f"is_{name}"), "but": self.checks(f"not_{name}")}
        return told | {"ends": [self._end(end, name) for end in ("from", "to")]}

    def _end(self, end: str, name: str) -> dict[str, Any]:
        field = f"{end}_{name}"
        return {
            "id": field,
            "name": field,
            "label": {"text": end.capitalize()},
            "classes": "govuk-input--width-4",
            "inputmode": "numeric",
            "value": self.form.data.get(field, ""),
            "errorMessage": self._error(field),
        }

    @property
    def more_filters(self) -> dict[str, Any]:
        """The columns that may be narrowed and are not yet."""
        others = [(name, text) for name, text in self.form.fields["only"].choices if name not in self.form.filters]
        items = [{"value": "", "text": "Nothing more"}, *({"value": name, "text": text} for name, text in others)]
        label = {"text": "Narrow by", "classes": "govuk-label--s"}
        return {"id": "only", "name": "add", "label": label, "items": items, "value": "", "errorMessage": None}

    @cached_property
    def body(self) -> Markup:
        """The table, every figure a link for those who may see cases."""
        if self.table is None:
            return Markup()
        links = Links((self.table,), self._cell_href) if self.opens_cases else None
        return html.table(self.table, links)

    def _cell_href(self, at: CellAt) -> str:
        return f"{reverse('ask-cell', args=[at.row, at.column])}?{self.form.query}"

    @property
    def size(self) -> str:
        """How large the table is."""
        return (
            f"{plural(len(self.table.shown), 'row')}, {plural(len(self.table.columns), 'column')}" if self.table else ""
        )

    @property
    def file(self) -> str:
        """The address of the table as a CSV file."""
        return f"{reverse('ask-csv')}?{self.form.query}"

    @property
    def definition(self) -> dict[str, Any]:
        """What the table counts, in words, as a summary list."""
        if self.question is None or self.period is None:
            return {"rows": []}
        told = definition_in_words(self.form, self.question, self.period)
        return {
            "classes": "govuk-summary-list--no-border pr-definition",
            "rows": [{"key": {"text": key}, "value": {"text": text}} for key, text in told],
        }

    @property
    def toml(self) -> str:
        """What a report's file would hold."""
        return table_toml(entries_of(self.question)) if self.question else ""

    @property
    def saving(self) -> dict[str, dict[str, Any]]:
        """The fields by which the table is kept."""
        if self.save is None:
            return {}
        name = {
            "id": "name",
            "name": "name",
            "label": {"text": self.save.fields["name"].label, "classes": "govuk-label--s"},
            "value": self._kept("name"),
            "errorMessage": error_of(self.save, "name") if self.save.is_bound else None,
        }
        report = {
            "id": "report",
            "name": "report",
            "label": {"text": "Report", "classes": "govuk-label--s"},
            "items": [{"value": value, "text": text} for value, text in self.save.fields["report"].choices],
            "value": self._kept("report"),
            "errorMessage": error_of(self.save, "report") if self.save.is_bound else None,
        }
        return {"name": name, "report": report}

    def _kept(self, name: str) -> str:
        """What a field of the table that is kept holds: what was sent, or what it was kept as before."""
        if self.save is None:
            return ""
        return str((self.save.data if self.save.is_bound else self.save.initial).get(name, ""))


def _problem(fault: Fault, form: AskForm) -> dict[str, str]:
    label = form.fields[fault.field].label
    return {"text": f"{label}: {fault.what}; {fault.remedy}", "href": f"#{fault.field}"}
