"""A report as it stands on paper: the parts that Word, OpenDocument and PDF set each in its own way.

Every word is decided here, so that none of the three can say what the others do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from putright.reporting.charts import BuiltChart
from putright.reporting.document import Document, Heading, Paragraph
from putright.reporting.render.captions import Caption, captions
from putright.reporting.render.heads import HeadCell, heading_rows
from putright.reporting.render.widths import widths_of
from putright.reporting.render.words import cell_words, day, first_capital, number, span_words, table_notes
from putright.reporting.report import BuiltReport
from putright.reporting.tables import BuiltTable


@dataclass(frozen=True)
class Run:
    """Words of one look; `href` is the address they lead to, empty for none."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""


@dataclass(frozen=True)
class Prose:
    """A paragraph."""

    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Listing:
    """The items of a list, with bullets or numbers."""

    numbered: bool
    items: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True)
class Line:
    """A row of a grid: its label and what is printed in its cells, none below the name of a group."""

    kind: Literal["row", "total", "group"]
    label: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """A table. `corner` heads its labels, `heads` its columns; `widths` are of the labels and of each column, in cm.

    It is `outlined` if the list of tables names it, which it does not the numbers of a chart. `worded` are the numbers
    of the columns that hold words.
    """

    id: str
    caption: Caption
    corner: str
    heads: tuple[tuple[HeadCell, ...], ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    widths: tuple[float, ...]
    landscape: bool
    outlined: bool = True
    worded: tuple[int, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A chart; its numbers are the grid that follows it."""

    caption: Caption
    chart: BuiltChart


Part = Heading | Prose | Listing | Grid | Picture


@dataclass(frozen=True)
class Sheets:
    """Parts that stand on pages of one kind: `turned` on the side for tables that are too wide, or upright."""

    turned: bool
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Paper:
    """A report as a document of parts, in sheets that are upright or turned."""

    title: str
    authority: str
    covers: str
    sheets: tuple[Sheets, ...]

    @property
    def parts(self) -> Iterator[Part]:
        """All its parts in order."""
        return (part for sheets in self.sheets for part in sheets.parts)


def paper_of(report: BuiltReport) -> Paper:
    """The parts of `report`, in order, with what was checked at the end."""
    return _paper(report, [*_body(report, report.document), *_about(report)])


def key_facts_of(report: BuiltReport) -> Paper:
    """The parts of its page of key facts."""
    return _paper(report, [*_body(report, report.key_facts)])


def _paper(report: BuiltReport, parts: list[Part]) -> Paper:
    covers = f"{day(report.period.start)} to {day(report.period.end)}"
    return Paper(report.title, report.authority, covers, _sheets(parts))


def _sheets(parts: list[Part]) -> tuple[Sheets, ...]:
    """Headings go with what follows them, so that none is left behind at the end of an upright page."""
    turned = [isinstance(part, Grid) and part.landscape for part in parts]
    for at in range(len(parts) - 2, -1, -1):
        turned[at] = turned[at] or (isinstance(parts[at], Heading) and turned[at + 1])
    return tuple(
        Sheets(way, tuple(part for part, _ in together))
        for way, together in groupby(zip(parts, turned, strict=True), key=lambda pair: pair[1])
    )


def _body(report: BuiltReport, document: Document) -> Iterator[Part]:
    called = captions(report)
    for marker, blocks in groupby(document.blocks, key=lambda block: getattr(block, "marker", "")):
        if marker:
            yield Listing(
                marker == "number", tuple(_runs(item, report) for item in blocks if isinstance(item, Paragraph))
            )
            continue
        for block in blocks:
            if isinstance(block, Heading):
                yield block
            elif isinstance(block, Paragraph):
                yield Prose(_runs(block, report))
            elif block.kind == "table":
                yield _grid(report.table[block.id], called)
            elif block.kind == "chart":
                yield from _chart(report.chart[block.id], called)
            else:
                yield Listing(True, tuple((Run(item),) for item in report.lists[block.id]))


def _runs(paragraph: Paragraph, report: BuiltReport) -> tuple[Run, ...]:
    return tuple(
        Run(span_words(span, report), span.strong, span.emphasis, "" if span.how else span.href)
        for span in paragraph.spans
    )


def _grid(table: BuiltTable, called: Mapping[str, Caption]) -> Grid:
    heads, lines = heading_rows(table), tuple(_lines(table))
    corner = first_capital(table.rows_are or "row")
    widths, landscape = widths_of(
        corner, [_heads_of(heads, at) for at in range(len(table.columns))], _with_cells(lines)
    )
    return Grid(
        id=table.id,
        caption=called[table.id],
        corner=corner,
        heads=heads,
        lines=lines,
        notes=table_notes(table),
        widths=widths,
        landscape=landscape,
        worded=tuple(at for at, column in enumerate(table.columns) if column.has_words),
    )


def _heads_of(heads: tuple[tuple[HeadCell, ...], ...], at: int) -> list[str]:
    """The headings that stand above column `at` and no other."""
    return [head.text for row in heads for head in row if head.across == 1 and head.first == at]


def _with_cells(lines: tuple[Line, ...]) -> list[tuple[str, ...]]:
    """The label and the cells of each line that has cells."""
    return [(line.label, *line.cells) for line in lines if line.kind != "group"]


def _lines(table: BuiltTable) -> Iterator[Line]:
    for group, rows in groupby(table.shown, key=lambda row: row.group):
        listed = list(rows)
        if group and not (len(listed) == 1 and listed[0].label == group):
            yield Line("group", group, ())
        for row in listed:
            cells = tuple(cell_words(cell) for cell in row.cells)
            yield Line("total" if row.is_total else "row", row.label, cells)


def _chart(chart: BuiltChart, called: Mapping[str, Caption]) -> Iterator[Part]:
    caption = called[chart.id]
    yield Picture(caption, chart)
    lines = tuple(Line("row", series.label, tuple(number(value) for value in series.values)) for series in chart.series)
    heads = tuple(HeadCell(year, at, 1, 1) for at, year in enumerate(chart.years))
    corner = first_capital(chart.unit)
    widths, landscape = widths_of(corner, [[year] for year in chart.years], _with_cells(lines))
    numbers = Caption(caption.kind, 0, f"{caption.text}: the numbers")
    yield Grid(f"{chart.id}-numbers", numbers, corner, (heads,), lines, (), widths, landscape, outlined=False)


def _about(report: BuiltReport) -> Iterator[Part]:
    failed = [check for check in report.checks if not check.ok]
    yield Heading(2, "About the figures")
    told = f"{len(failed)} did not hold:" if failed else "All of them held."
    yield _sentence(
        f"{len(report.checks)} checks were made of the totals, of the tables that are part of another, and of the "
        f"figures that are printed more than once. {told}"
    )
    if failed:
        yield Listing(False, tuple((Run(check.message),) for check in failed))
    if report.not_computed:
        yield _sentence("The records do not hold what would be needed for these:")
        yield Listing(False, tuple((Run(f"{missing.what}. {missing.why}"),) for missing in report.not_computed))


def _sentence(words: str) -> Prose:
    return Prose((Run(words),))
