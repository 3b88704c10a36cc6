"""The tables of a report that are put together, read from its file with their faults noted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from putright.authorities.entries import Entries
from putright.facts.schema import REPRESENTATION
from putright.reporting.conditions import Base
from putright.reporting.definition import Head, Row, Table
from putright.reporting.expressions import Expression
from putright.reporting.figures import YEARS_IN_WORDS
from putright.reporting.measures import COUNT, Measure
from putright.reporting.reading_conditions import read_years
from putright.reporting.reading_figures import Expressions
from putright.reporting.reading_frame import read_decimals, read_rounding
from putright.reporting.worked import Worked

_MACRO = re.compile(r"\{([^{}]*)\}")
_ROW = "row"
_IN_WORDS = {year: words for words, year in YEARS_IN_WORDS.items()}


def read_worked(entries: Entries, reader: Expressions) -> Worked:
    """A `[[worked]]`: its columns say what their cells are, `{row}` standing for the row."""
    unit = entries.text("unit")
    columns = [(part, _head(part, unit)) for part in entries.parts("columns", named_by="label")]
    heads = tuple(head for _, head in columns)
    values = _values(columns)
    rows: list[Row] = []
    cells: list[tuple[Expression | str | None, ...]] = []
    for item in _items(entries):
        for row, called in _rows(item, heads):
            rows.append(row)
            cells.append(tuple(_cells(item, row, called, heads, values, reader)))
        item.finish()
    if not rows or not heads:
        entries.fault("has no rows or no columns", 'write columns = [{ label = …, value = … }] and rows = ["…"]')
    table = Table(
        id=entries.text("id"),
        title=entries.text("title"),
        facts=REPRESENTATION,
        unit=unit,
        base=Base("received", ("received_month",)),
        where=(),
        years=(0,),
        year_label="",
        heads=heads,
        rows=tuple(rows),
        rows_are=entries.text("rows_are", default=""),
        notes=entries.texts("notes"),
    )
    if table.id in reader.tables:
        entries.fault("has the same id as another table", "give each table an id of its own", "id")
    entries.finish()
    return Worked(table, tuple(cells))


def _head(part: Entries, unit: str) -> Head:
    measure = Measure("worked out", COUNT, part.text("unit", default=unit), read_decimals(part), read_rounding(part))
    return Head(part.text("label"), measure)


def _values(columns: list[tuple[Entries, Head]]) -> dict[str, str]:
    """The text of each column's value, with those of the columns it names put in; empty for a column of words."""
    written = {head.label: part.text("value", default="") for part, head in columns}
    values: dict[str, str] = {}
    for part, head in columns:
        values[head.label] = _spelt_out(written[head.label], written, (head.label,), part)
        part.finish()
    return values


def _spelt_out(value: str, written: Mapping[str, str], inside: tuple[str, ...], part: Entries) -> str:
    for name in dict.fromkeys(_MACRO.findall(value)):
        if name == _ROW:
            continue
        if name in inside or not written.get(name):
            known = ", ".join(label for label, other in written.items() if other and label not in inside)
            part.fault(f"names {{{name}}}", f"write {{row}}, or one of these columns in braces: {known}", "value")
        else:
            there = _spelt_out(written[name], written, (*inside, name), part)
            value = value.replace(f"{{{name}}}", f"({there})")
    return value


def _items(entries: Entries) -> Iterator[Entries]:
    """What stands under `rows`; a label by itself is short for a table with nothing but that label."""
    rows = entries.raw("rows")
    for number, row in enumerate(rows if isinstance(rows, list) else [], start=1):
        item = {"label": row} if isinstance(row, str) else row
        if isinstance(item, dict):
            name = item.get("label") or item.get("total") or ""
            yield Entries(item, entries.file, f"{entries.place} row {number} ({name})", entries.faults)
        else:
            entries.fault(f"row {number} is {row!r}", 'write a label, or { label = "…" }', "rows")


def _rows(item: Entries, heads: tuple[Head, ...]) -> Iterator[tuple[Row, str]]:
    """The row, or one for each of its years, with what `{row}` stands for in it."""
    is_total = item.has("total")
    known = "{start}/{yy}" if item.has("years") else None
    label = item.text("total") if is_total else item.text("label", default=known)
    row = Row(
        label=label,
        group=item.text("group") if item.has("group") else None,
        where=(),
        population=(),
        is_total=is_total,
        blank=_named(item, "blank", heads),
        not_applicable=_named(item, "not_applicable", heads),
    )
    if not item.has("years"):
        yield row, item.text("row", default=label)
        return
    for year in read_years(item):
        yield replace(row, year=year), _IN_WORDS.get(year, "")


def _named(item: Entries, key: str, heads: tuple[Head, ...]) -> frozenset[str]:
    named, known = frozenset(item.texts(key)), [head.label for head in heads]
    if unknown := sorted(named.difference(known)):
        item.fault(f"there is no column {', '.join(unknown)}", f"name one of: {', '.join(known)}", key)
    return named


def _cells(
    item: Entries, row: Row, called: str, heads: tuple[Head, ...], values: Mapping[str, str], reader: Expressions
) -> Iterator[Expression | str | None]:
    words, own = item.words("words"), item.words("cells")
    for key, told in (("words", words), ("cells", own)):
        if unknown := sorted(set(told) - {head.label for head in heads}):
            item.fault(f"there is no column {', '.join(unknown)}", f"name one of: {', '.join(values)}", key)
    for head in heads:
        value = own.get(head.label, values[head.label]).replace(f"{{{_ROW}}}", called)
        if head.label in words:
            yield words[head.label]
        elif head.is_among(row.blank | row.not_applicable):
            yield None
        elif value:
            yield reader.read(item, value, "cells" if head.label in own else "value")
        else:
            item.fault(
                f"says nothing of {head.label}", "write its words, name it in blank, or give it a value", "words"
            )
            yield None
