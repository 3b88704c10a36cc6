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
    """One form: `title` is what people call it, `suffix` how the name of its file ends, after the dot."""

    name: str
    title: str
    suffix: str
    content_type: str
    render: Callable[[BuiltReport], bytes]

    def file_name(self, report: BuiltReport) -> str:
        """What a file of the report in this form is called: council, report and period."""
        stem = f"{report.slug}-{report.report}-{report.period.label('{start}-{yy}')}"
        return f"{stem}.{self.suffix}" if self.name == self.suffix else f"{stem}-{self.name}.{self.suffix}"


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
    Form(
        "xlsx",
        "Spreadsheet",
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        xlsx.render,
    ),
    Form("html", "Web page", "html", "text/html; charset=utf-8", html.render),
    Form("csv", "CSV", "csv", "text/csv; charset=utf-8", csv.render),
    Form("json", "JSON", "json", "application/json", json.render),
    Form("open-data", "Open data", "zip", "application/zip", open_data.render),
)

FORMS: Mapping[str, Form] = {form.name: form for form in _ALL}


def render(form: str, report: BuiltReport) -> bytes:
    """`report` as a file in the form of this name; KeyError when there is no such form."""
    return FORMS[form].render(report)
