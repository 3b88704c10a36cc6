"""The blocks and rows of a council's tables, read from its file with their faults noted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from putright.authorities.authority import Authority
from putright.authorities.entries import Entries
from putright.facts.schema import FactTable
from putright.reporting.conditions import Condition
from putright.reporting.definition import Head, Row
from putright.reporting.measures import DISTINCT, Measure, Quantity, Rounding
from putright.reporting.reading_conditions import read_base, read_where


@dataclass(frozen=True)
class Frame:
    """What the rows of a table have in common; `by` is the column whose terms they are."""

    facts: FactTable
    authority: Authority
    unit: str
    counted: Quantity
    rounding: Rounding
    by: str


def read_block(entries: Entries, frame: Frame, heads: tuple[Head, ...]) -> tuple[Row, ...]:
    """The rows of one block, each with the block's own condition in front of its own."""
    group = entries.text("group") if entries.has("group") else None
    population = read_where(entries, frame.facts, frame.authority)
    if entries.has("by"):
        frame = replace(frame, by=entries.text("by"))
    rows = [row for item in _items(entries) for row in _rows(item, frame, heads)]
    entries.finish()
    return tuple(replace(row, group=group, where=population + row.where, population=population) for row in rows)


def _items(block: Entries) -> Iterator[Entries]:
    """What stands under `rows`; a code by itself is short for a table with nothing but that code."""
    rows = block.raw("rows")
    if not isinstance(rows, list) or not rows:
        block.fault("are missing", 'write them like ["a_code", { total = "Total" }]', "rows")
        return
    for number, row in enumerate(rows, start=1):
        if isinstance(row, str):
            yield Entries({"code": row}, block.file, f"{block.place} row {number} ({row})", block.faults)
        elif isinstance(row, dict):
            name = next((row[key] for key in ("label", "total", "code") if key in row), "")
            yield Entries(row, block.file, f"{block.place} row {number} ({name})", block.faults)
        else:
            block.fault(f"row {number} is {row!r}", "write a code or { … = … }", "rows")


def _rows(item: Entries, frame: Frame, heads: tuple[Head, ...]) -> list[Row]:
    rows = _terms(item, frame) if item.has("all") or item.has("terms_of") else [_row(item, frame, heads)]
    item.finish()
    return rows


def _terms(item: Entries, frame: Frame) -> list[Row]:
    """A row for each term of the vocabulary, or of one of its groups."""
    group = item.text("terms_of") if item.has("terms_of") else ""
    item.truth("all")
    vocabulary = frame.authority.vocabularies.get(frame.by)
    terms = [term for term in vocabulary.terms if group in ("", term.group)] if vocabulary else []
    if not terms:
        item.fault(
            f"there are no such terms of {frame.by or 'no column'}",
            "name a column with a vocabulary in `by`, and a group",
        )
    return [Row(term.label, None, _codes(item, frame, (term.code,)), ()) for term in terms]


def _row(item: Entries, frame: Frame, heads: tuple[Head, ...]) -> Row:
    codes = (item.text("code"),) if item.has("code") else item.texts("codes")
    where = read_where(item, frame.facts, frame.authority) + (_codes(item, frame, codes) if codes else ())
    is_total = item.has("total")
    if is_total and where:
        item.fault("is of its whole block", "remove its code and its where", "total")
    return Row(
        label=item.text("total") if is_total else _label(item, frame, codes),
        group=None,
        where=where,
        population=(),
        is_total=is_total,
        measure=_average(item, frame) if item.has("average") else None,
        base=read_base(item, frame.facts) if item.has("base") else None,
        blank=_heads_named(item, "blank", heads),
        not_applicable=_heads_named(item, "not_applicable", heads),
    )


def _codes(item: Entries, frame: Frame, codes: tuple[str, ...]) -> Condition:
    if not frame.by:
        item.fault("has a code, but nothing says of which column", "write `by` in the block or in the table")
        return ()
    asked = Entries({"where": {frame.by: list(codes)}}, item.file, item.place, item.faults)
    return read_where(asked, frame.facts, frame.authority)


def _label(item: Entries, frame: Frame, codes: tuple[str, ...]) -> str:
    vocabulary = frame.authority.vocabularies.get(frame.by)
    known = None
    if vocabulary and len(codes) == 1:
        known = vocabulary.label(codes[0]) if codes[0] in vocabulary else codes[0]
    return item.text("label", default=known)


def _average(item: Entries, frame: Frame) -> Measure:
    column = item.text("average")
    numbers = [c.name for c in frame.facts.columns if c.kind == "count"]
    if column not in numbers:
        item.fault(f"{column!r} is not a column of numbers", f"write one of: {', '.join(numbers)}", "average")
    if frame.counted == DISTINCT:
        item.fault("is of facts, but the table counts each representation once", "remove once_each", "average")
    without = item.whole("without_cases") if item.has("without_cases") else None
    return Measure(
        name=f"average {column.replace('_', ' ')}",
        numerator=Quantity("sum", column),
        denominator=Quantity("known", column),
        unit=item.text("unit"),
        decimals=item.whole("decimals", default=1),
        rounding=frame.rounding,
        without_cases=None if without is None else Decimal(without),
    )


def _heads_named(item: Entries, key: str, heads: tuple[Head, ...]) -> frozenset[str]:
    named, labels = frozenset(item.texts(key)), [head.label for head in heads]
    if unknown := sorted(named.difference(labels)):
        item.fault(f"there is no column {', '.join(unknown)}", f"name one of: {', '.join(labels)}", key)
    return named
