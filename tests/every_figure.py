"""Holds each form of a report against its JSON: every figure of every table, chart and sentence, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.reading_back import (
    Printed,
    numbered,
    read_archive,
    read_csv,
    read_docx,
    read_html,
    read_json,
    read_odt,
    read_xlsx,
    without_spaces,
)
from tests.reading_back_pdf import read_pdf

from putright.reporting.document import Document, Paragraph
from putright.reporting.render.forms import render
from putright.reporting.render.words import number, span_words
from putright.reporting.report import BuiltReport

MARKS = ("", "N/A", "–", "[c]", "[x]")
DOCUMENTS = {"docx": read_docx, "odt": read_odt, "pdf": read_pdf, "html": read_html}


def differences_of_document(form: str, report: BuiltReport) -> list[str]:
    """What a document has otherwise than the report's JSON, each in words."""
    printed, told = DOCUMENTS[form](render(form, report)), read_json(render("json", report))
    return [*_tables(printed, told), *_charts(printed, told), *_sentences(printed, report, report.document)]


def _tables(printed: Printed, told: Any) -> Iterator[str]:
    there = {without_spaces(caption): rows for caption, rows in printed.tables.items()}
    captions = numbered([without_spaces(table["title"]) for table in told["tables"]], there)
    for table in told["tables"]:
        rows = [[row["label"], *row["printed"]] for row in table["rows"]]
        yield from _rows(table["id"], there.get(captions.get(without_spaces(table["title"]), ""), []), rows)


def _charts(printed: Printed, told: Any) -> Iterator[str]:
    there = {without_spaces(caption): rows for caption, rows in printed.tables.items()}
    titles = {chart["id"]: without_spaces(f"{chart['title']}: the numbers") for chart in told["charts"]}
    captions = numbered(list(titles.values()), there)
    for chart in told["charts"]:
        rows = [[row["label"], *(number(value) for value in row["values"])] for row in chart["rows"]]
        yield from _rows(chart["id"], there.get(captions.get(titles[chart["id"]], ""), []), rows)


def _rows(name: str, found: list[list[str]], wanted: list[list[str]]) -> Iterator[str]:
    if len(found) != len(wanted):
        yield f"{name}: {len(found)} rows, not {len(wanted)}"
    for row, right in zip(found, wanted, strict=False):
        if [without_spaces(cell) for cell in row] != [without_spaces(cell) for cell in right]:
            yield f"{name}: {row}, not {right}"


def _sentences(printed: Printed, report: BuiltReport, document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            words = "".join(span_words(span, report) for span in block.spans)
            if without_spaces(words) not in printed.words:
                yield f"is not there: {words}"


def differences_of_key_facts(form: str, report: BuiltReport) -> list[str]:
    """What the page of key facts lacks, as a web page or as a PDF."""
    reader = read_pdf if form.endswith("pdf") else read_html
    return list(_sentences(reader(render(form, report)), report, report.key_facts))


def differences_of_spreadsheet(report: BuiltReport) -> list[str]:
    """What the spreadsheet has otherwise than the report's JSON."""
    book, told = read_xlsx(render("xlsx", report)), read_json(render("json", report))
    wrong = []
    captions = numbered([table["title"] for table in told["tables"]], book.sheets)
    charts = numbered([f"{chart['title']}: the numbers" for chart in told["charts"]], book.sheets)
    pairs = [
        *((table["id"], captions[table["title"]], table["rows"]) for table in told["tables"]),
        *((chart["id"], charts[f"{chart['title']}: the numbers"], chart["rows"]) for chart in told["charts"]),
    ]
    for name, title, rows in pairs:
        keys = book.keys[title]
        found = [(row[keys - 1], [_value(cell) for cell in row[keys:]]) for row in book.sheets[title]]
        wanted = [(row["label"], [_or_words(*pair) for pair in _with_words(row)]) for row in rows]
        wrong += [f"{name}: {one}, not {right}" for one, right in zip(found, wanted, strict=True) if one != right]
    figures = [(row[0], _value(row[3])) for row in book.sheets.get("Figures in the text", [])]
    return wrong + _unlike("figures", figures, [(one["id"], one["value"]) for one in told["figures"]])


def _with_words(row: dict[str, Any]) -> zip[tuple[Any, str]]:
    return zip(row["values"], row.get("printed") or [""] * len(row["values"]), strict=True)


def _or_words(value: Any, printed: str) -> Any:
    """A value, or the words that stand for it; None for a mark that says why there is none."""
    return printed if value is None and printed not in MARKS else value


def _value(cell: Any) -> Any:
    """A number of a spreadsheet; None for the shorthand that says why there is none."""
    return None if cell in ("[c]", "[x]", "[z]") else cell


def differences_of_cells(blob: bytes, report: BuiltReport) -> list[str]:
    """What a tidy CSV file has otherwise than the report's JSON."""
    found = [(line["table"], line["value"]) for line in read_csv(blob)]
    wanted = [
        (table["id"], "" if value is None else str(value))
        for table in read_json(render("json", report))["tables"]
        for row in table["rows"]
        for value in row["values"]
    ]
    return _unlike("cells", found, wanted)


def differences_of_open_data(report: BuiltReport) -> list[str]:
    """What the archive of open data has otherwise than the report's JSON."""
    files, told = read_archive(render("open-data", report)), read_json(render("json", report))
    figures = [(line["figure"], line["value"]) for line in read_csv(files["figures.csv"])]
    wanted = [(one["id"], "" if one["value"] is None else str(one["value"])) for one in told["figures"]]
    same = [] if read_json(files["report.json"]) == told else ["report.json is another report"]
    return [*differences_of_cells(files["cells.csv"], report), *_unlike("figures", figures, wanted), *same]


def _unlike(name: str, found: list[Any], wanted: list[Any]) -> list[str]:
    short = [] if len(found) == len(wanted) else [f"{name}: {len(found)}, not {len(wanted)}"]
    return short + [f"{name}: {one}, not {right}" for one, right in zip(found, wanted, strict=False) if one != right]


def all_differences(report: BuiltReport) -> dict[str, list[str]]:
    """The differences of every form from the report's JSON, by form."""
    found = {form: differences_of_document(form, report) for form in DOCUMENTS}
    found |= {"xlsx": differences_of_spreadsheet(report), "csv": differences_of_cells(render("csv", report), report)}
    found["open-data"] = differences_of_open_data(report)
    if report.key_facts.blocks:
        found |= {form: differences_of_key_facts(form, report) for form in ("key-facts", "key-facts-pdf")}
    return found
