"""The forms in which a report is had, by the names by which they are asked for.

Each is made from a built report and nothing else: the same report is the same bytes, whenever it is rendered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from putright.reporting.render import csv, docx, html, json, odt, open_data, pdf, xlsx
from putright.reporting.report import BuiltReport


@dataclass(frozen=True)
class Form:
    """One form: `title` is what people call it, `suffix` how the name of its file ends, after the dot.

    `is_had` says whether a report has it at all.
    """

    name: str
    title: str
    suffix: str
    content_type: str
    render: Callable[[BuiltReport], bytes]
    is_had: Callable[[BuiltReport], bool] = lambda report: True

    def file_name(self, report: BuiltReport) -> str:
        """What a file of the report in this form is called: council, report and period."""
        stem = f"{report.slug}-{report.report}-{report.period.label('{start}-{yy}')}"
        return f"{stem}.{self.suffix}" if self.name == self.suffix else f"{stem}-{self.name}.{self.suffix}"


def _has_key_facts(report: BuiltReport) -> bool:
    return bool(report.key_facts.blocks)


_ALL = (
    Form(
        "docx",
        "Word",
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        docx.render,
    ),
    Form("odt", "OpenDocument", "odt", odt.MEDIA_TYPE, odt.render),
    Form("pdf", "PDF", "pdf", "application/pdf", pdf.render),
    Form("html", "Web page", "html", "text/html; charset=utf-8", html.render),
    Form("key-facts", "Key facts", "html", "text/html; charset=utf-8", html.key_facts, _has_key_facts),
    Form("key-facts-pdf", "Key facts (PDF)", "pdf", "application/pdf", pdf.key_facts, _has_key_facts),
    Form(
        "xlsx",
        "Spreadsheet",
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        xlsx.render,
    ),
    Form("open-data", "Open data", "zip", "application/zip", open_data.render),
    Form("csv", "CSV", "csv", "text/csv; charset=utf-8", csv.render),
    Form("json", "JSON", "json", "application/json", json.render),
)

FORMS: Mapping[str, Form] = {form.name: form for form in _ALL}


class NotInThisForm(LookupError):
    """A report is not to be had in the form that was asked for; the message says what to do."""


def forms_of(report: BuiltReport) -> tuple[Form, ...]:
    """The forms in which `report` is to be had."""
    return tuple(form for form in FORMS.values() if form.is_had(report))


def render(name: str, report: BuiltReport) -> bytes:
    """`report` as a file in the form of this name; NotInThisForm when it is not to be had in it."""
    if name not in FORMS:
        raise NotInThisForm(f"A report is not to be had as {name}. Its forms: {', '.join(FORMS)}.")
    if not FORMS[name].is_had(report):
        raise NotInThisForm(f"{report.report} has no key facts. Write key-facts.md beside its document.md.")
    return FORMS[name].render(report)
