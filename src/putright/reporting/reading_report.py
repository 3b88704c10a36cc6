"""A council's report folder read into a definition: `tables.toml`, `report.toml`, `document.md` and `key-facts.md`.

The last need not be there. Every fault of all is named at once: a figure that names no cell, a function the language
does not have, a document that places what is not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from putright.authorities.authority import Authority
from putright.authorities.entries import Entries, read_toml
from putright.authorities.faults import AuthorityFault, AuthorityFaults
from putright.authorities.report_folders import report_file
from putright.reporting.charts import ALONG, KINDS, ORDERS, Chart
from putright.reporting.definition import Table
from putright.reporting.document import NOTHING_WRITTEN, Document, parse_document
from putright.reporting.imported import Imported
from putright.reporting.reading import read_table, read_tables
from putright.reporting.reading_figures import Expressions, read_figure, read_not_computed, read_same
from putright.reporting.reading_imported import read_imported
from putright.reporting.reading_worked import read_worked
from putright.reporting.report import ReportDefinition
from putright.reporting.worked import Worked
from putright.rules import Book

DOCUMENT, KEY_FACTS = "document.md", "key-facts.md"


def load_report(folder: Path, authority: Authority, book: Book) -> ReportDefinition:
    """The report defined in `folder`; AuthorityFaults with every fault of its files."""
    faults: list[AuthorityFault] = []
    tables_file = read_toml(report_file(folder, "tables.toml"), faults, named="tables.toml")
    figures_file = read_toml(report_file(folder, "report.toml"), faults, named="report.toml")
    document = _document(report_file(folder, DOCUMENT), faults)
    written = report_file(folder, KEY_FACTS)
    key_facts = _document(written, faults) if written.exists() else NOTHING_WRITTEN
    if tables_file is None or figures_file is None:
        raise AuthorityFaults(faults)
    imported = read_imported(authority, faults)
    tables = read_tables(tables_file, authority, imported)
    tables_file.finish()
    definition = _definition(figures_file, folder, tables, authority, book, imported)
    definition = replace(definition, document=document, key_facts=key_facts)
    figures_file.finish()
    faults += _misplaced(definition)
    if faults:
        raise AuthorityFaults(faults)
    return definition


def _definition(
    file: Entries,
    folder: Path,
    tables: tuple[Table, ...],
    authority: Authority,
    book: Book,
    imported: Imported,
) -> ReportDefinition:
    counts = tuple(_count(part, authority, imported) for part in file.parts("count", named_by="id"))
    lists = {name: file.part("lists").texts(name) for name in file.part("lists").table}
    reader = Expressions({table.id: table for table in (*tables, *counts)}, authority, book, lists)
    worked = tuple(_worked(file, reader))
    printed = (*tables, *(one.table for one in worked))
    return ReportDefinition(
        slug=folder.name.replace("_", "-"),
        title=file.text("title"),
        tables=tables,
        counts=counts,
        worked=worked,
        figures=tuple(read_figure(part, reader) for part in file.parts("figure", named_by="says")),
        not_computed=tuple(read_not_computed(part) for part in file.parts("not_computed", named_by="what")),
        charts=tuple(_chart(part, printed) for part in file.parts("chart", named_by="id")),
        same=tuple(read_same(part, reader) for part in file.parts("same", named_by="id")),
        lists=lists,
        names=file.texts("names"),
        document=NOTHING_WRITTEN,
        imported=imported,
    )


def _count(entries: Entries, authority: Authority, imported: Imported) -> Table:
    """A count is a table with nothing but its total, unless it has blocks of its own."""
    total = {"rows": [{"total": entries.text("title")}]}
    whole = Entries({"block": [total], **entries.table}, entries.file, entries.place, entries.faults)
    table = read_table(whole, authority, {}, imported)
    whole.finish()
    return table


def _worked(file: Entries, reader: Expressions) -> Iterator[Worked]:
    """The tables put together, each of which may name those before it."""
    for part in file.parts("worked", named_by="id"):
        worked = read_worked(part, reader)
        reader.tables[worked.table.id] = worked.table
        yield worked


def _chart(entries: Entries, tables: tuple[Table, ...]) -> Chart:
    kind = entries.choice("kind", KINDS)
    along = entries.choice("along", ALONG, default="years")
    order = entries.choice("order", ORDERS, default="size")
    if kind == "line" and along == "rows":
        entries.fault("joins rows by a line, as if one led to the next", 'write kind = "bar"', "along")
    chart = Chart(
        id=entries.text("id"),
        title=entries.text("title"),
        table=entries.text("table"),
        kind=next(known for known in KINDS if known == kind),
        rows="totals" if entries.choice("rows", ("single", "totals"), default="single") == "totals" else "single",
        most=entries.whole("most", least=1, default=5),
        along=next(known for known in ALONG if known == along),
        order=next(known for known in ORDERS if known == order),
    )
    charted = next((table for table in tables if table.id == chart.table), None)
    if charted is None:
        known = ", ".join(table.id for table in tables)
        entries.fault(f"is {chart.table!r}", f"write one of: {known}", "table")
    entries.finish()
    return chart


def _document(path: Path, faults: list[AuthorityFault]) -> Document:
    try:
        return parse_document(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        faults.append(AuthorityFault(path.name, "the whole file", "is not there", f"create {path.name}"))
    except UnicodeDecodeError as error:
        faults.append(AuthorityFault(path.name, f"byte {error.start}", "is not UTF-8", "save the file as UTF-8"))
    return NOTHING_WRITTEN


def _misplaced(definition: ReportDefinition) -> Iterator[AuthorityFault]:
    """What the prose names that is not there, and ids that are given twice."""
    for file, document in ((DOCUMENT, definition.document), (KEY_FACTS, definition.key_facts)):
        yield from not_there(file, document, definition)
    ids = [name for figure in definition.figures for name in figure.ids]
    for name in sorted({table.id for table in definition.all_tables.values()} & {c.id for c in definition.charts}):
        yield AuthorityFault("report.toml", f"chart {name}", "has the id of a table", "give it an id of its own")
    told = ids + [name for part in definition.not_computed for name in part.ids]
    for name in sorted({name for name in told if told.count(name) > 1}):
        yield AuthorityFault("report.toml", f"figure {name}", "is declared more than once", "declare it in one place")


def not_there(file: str, document: Document, definition: ReportDefinition) -> Iterator[AuthorityFault]:
    """What a document names that the definition has not."""
    there = {
        "table": [table.id for table in definition.printed],
        "chart": [chart.id for chart in definition.charts],
        "list": list(definition.lists),
    }
    for kind, known in there.items():
        for name in document.placed(kind):
            if name not in known:
                remedy = f"name one of: {', '.join(known)}"
                yield AuthorityFault(file, f"{{{{{kind} {name}}}}}", f"there is no such {kind}", remedy)
    ids = [name for figure in definition.figures for name in figure.ids]
    for span in document.spans():
        if span.how == "unknown":
            yield AuthorityFault(
                file,
                f"{{{{{span.text}}}}}",
                "is not understood",
                "write figure, size or moved and an id, or year, last year, from, to",
            )
        elif span.how in ("figure", "size", "moved") and span.text not in ids:
            remedy = "declare it in report.toml"
            yield AuthorityFault(file, f"{{{{{span.how} {span.text}}}}}", "there is no such figure", remedy)
