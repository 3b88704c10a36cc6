"""A report as one accessible HTML page, and its parts for a page of the web that gives each figure a link.

`href` is asked for the address at which a cell opens its cases; None, or no `href`, for a cell that is not a link.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape

from putright.reporting.charts import BuiltChart
from putright.reporting.document import Block, Document, Heading, Paragraph, Placed, Span, anchor
from putright.reporting.render import charts, words
from putright.reporting.render.captions import captions
from putright.reporting.render.heads import heading_rows
from putright.reporting.report import BuiltReport
from putright.reporting.tables import BuiltTable, Cell

Href = Callable[[Cell], str | None]

_TEMPLATES = Path(__file__).parent / "templates"


def render(report: BuiltReport, href: Href | None = None) -> bytes:
    """The whole report as a page that stands by itself."""
    return _page("report", report, href=href)


def key_facts(report: BuiltReport) -> bytes:
    """The page of key facts by itself; without its lists, charts and tables where the report has none."""
    return _page("key_facts", report, document=report.key_facts)


def table(built: BuiltTable, href: Href | None = None) -> Markup:
    """One table with its caption, headers and notes."""
    return _part("table", built, href)


def chart(built: BuiltChart) -> Markup:
    """One chart with its title, its words for who cannot see it and its numbers."""
    return _part("chart", built)


def body(report: BuiltReport, href: Href | None = None, document: Document | None = None) -> Markup:
    """The report's prose with its tables and charts, from its title on; or another document with its figures."""
    return _part("body", report, href, document)


def contents(report: BuiltReport) -> Markup:
    """The list of the report's chapters, each a link to its heading."""
    return _part("contents", report)


def about(report: BuiltReport) -> Markup:
    """The last chapter: what was checked, and what the records cannot give."""
    return _part("about", report)


def _page(name: str, report: BuiltReport, **inside: object) -> bytes:
    style = Markup((_TEMPLATES / f"{name}.css").read_text(encoding="utf-8"))
    return _environment().get_template(f"{name}.html").render(report=report, style=style, **inside).encode()


def _part(name: str, *arguments: object) -> Markup:
    macro: Callable[..., str] = getattr(_environment().get_template("parts.html").module, name)
    return Markup(macro(*arguments))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, trim_blocks=True, keep_trailing_newline=True
    )
    environment.filters["groupby_kept"] = _groupby_kept
    environment.globals.update(
        anchor=anchor,
        captions=captions,
        day=words.day,
        cell_words=words.cell_words,
        chapters=_chapters,
        drawing=_drawing,
        first_capital=words.first_capital,
        heading_rows=heading_rows,
        number=words.number,
        sections=_sections,
        span_link=_span_link,
        span_words=words.span_words,
        table_notes=words.table_notes,
    )
    return environment


def _groupby_kept(items: Sequence[Any], attribute: str) -> list[tuple[Any, list[Any]]]:
    """Neighbours that share an attribute, in their order."""
    return [(value, list(group)) for value, group in groupby(items, key=attrgetter(attribute))]


def _sections(document: Document) -> Iterator[tuple[str, list[Block]]]:
    """Neighbouring blocks of one kind together, so that items of a list share it."""
    for kind, group in groupby(document.blocks, key=_kind):
        yield kind, list(group)


def _kind(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.marker or "paragraph"
    return block.kind if isinstance(block, Placed) else "heading"


def _chapters(document: Document) -> list[Heading]:
    return [block for block in document.blocks if isinstance(block, Heading) and block.level == 2]


def _span_link(span: Span, report: BuiltReport, href: Href | None, document: Document) -> str:
    """A figure links to the cases behind its first cell, or to the table in `document` that the cell is in."""
    if span.how not in ("figure", "size"):
        return span.href
    cells = report.figure[span.text].cells
    if not cells:
        return ""
    address = href(report.cell(cells[0])) if href else None
    printed = cells[0].table in document.placed("table")
    return address or (f"#{cells[0].table}" if printed else "")


def _drawing(built: BuiltChart) -> Markup:
    drawn = charts.svg(built).replace("<svg ", f'<svg role="img" aria-label="{escape(built.alt)}" ', 1)
    return Markup(drawn)
