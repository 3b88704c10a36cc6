"""What must hold within a report: totals, subsets, the same figure in two places, no number typed by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from putright.reporting.definition import Table, may_have_several
from putright.reporting.expressions import Expression
from putright.reporting.figures import Known
from putright.reporting.measures import DISTINCT
from putright.reporting.printed import NOT_AVAILABLE, BuiltTable


@dataclass(frozen=True)
class Check:
    """The outcome of one check; `message` says what was held against what."""

    id: str
    ok: bool
    message: str


@dataclass(frozen=True)
class SameFigure:
    """Expressions that must have one value: a figure that is printed in several places."""

    id: str
    says: str
    expressions: tuple[Expression, ...]


def check_totals(table: Table, built: BuiltTable) -> Iterator[Check]:
    """Each total against the sum of the rows of its block, or, for a block that is only a total, of all blocks.

    Where a representation may be in several of the rows, the total is no more than their sum.
    """
    for at, row in enumerate(table.rows):
        if not row.is_total or (row.measure and row.measure.share_of):
            continue
        parts = parts_of(table, built, at)
        if not parts:
            continue
        at_most = may_overlap(table, [at, *parts])
        wrong = [
            f"{column.label}: {total} against {added}"
            for number, column in enumerate(built.columns)
            for total, added in [(_count(built, at, number), _added(built, parts, number))]
            if total is not None and (total > added if at_most else total != added)
        ]
        printed = built.rows[at]
        label = printed.label if printed.group is None else f"{printed.group}, {printed.label}"
        held = "is no more than" if at_most else "equals"
        said = "; ".join(wrong) or f"{held} the sum of its {len(parts)} rows"
        yield Check(f"{table.id} total {row.block + 1}", not wrong, f"{built.title.split(':')[0]}, {label}: {said}.")


def parts_of(table: Table, built: BuiltTable, total: int) -> list[int]:
    """The rows that a total is the sum of: those of its block and year that are shown, or the totals of the others."""
    whole = table.rows[total]
    alike = [
        at
        for at, row in enumerate(table.rows)
        if at in built.order
        and (row.year or 0) == (whole.year or 0)
        and (row.quarter == whole.quarter or (whole.quarter == 0 and len(table.base.any_of) == 1))
        and (row.measure is None or row.measure.denominator is None)
    ]
    own = [
        at
        for at in alike
        if table.rows[at].block == whole.block
        and not table.rows[at].is_total
        and not (whole.without and set(table.rows[at].codes) & set(whole.without))
    ]
    if own or any(row.block == whole.block and not row.is_total for row in table.rows):
        return own
    others = dict.fromkeys(row.block for row in table.rows if row.block != whole.block)
    parts: list[int] = []
    for block in others:
        rows = [at for at in alike if table.rows[at].block == block and not table.rows[at].without]
        parts += [at for at in rows if table.rows[at].is_total] or rows
    return parts


def may_overlap(table: Table, rows: list[int]) -> bool:
    """Whether one representation may be counted in several of these rows and once in their total."""
    measures = [table.measure(table.rows[at], head) for at in rows for head in table.heads]
    asked = {test.column for at in rows for test in table.rows[at].where}
    return any(measure.numerator == DISTINCT for measure in measures) and any(
        may_have_several(table.facts, column) for column in asked
    )


def check_known(built: BuiltTable) -> Iterator[Check]:
    """Every number that a table takes from elsewhere has been entered."""
    missing = [
        f"{row.label}, {column.label}"
        for row in built.shown
        for column, cell in zip(built.columns, row.cells, strict=True)
        if cell.mark == NOT_AVAILABLE
    ]
    if missing:
        told = f"nothing is entered for {'; '.join(missing)}"
        yield Check(f"{built.id} numbers from elsewhere", False, f"{built.title.split(':')[0]}: {told}.")


def check_subset(built: BuiltTable, parent: BuiltTable) -> Check:
    """No row of a subset, and not all of them together, is more than in the table it is a subset of."""
    columns = {column.label: number for number, column in enumerate(parent.columns)}
    rows = {(row.group, row.label): at for at, row in enumerate(parent.rows)}
    wrong = []
    for number, column in enumerate(built.columns):
        if column.label not in columns:
            continue
        above = columns[column.label]
        whole, part = _rows_added(parent, above), _rows_added(built, number)
        if part > whole:
            wrong.append(f"{column.label}: {part} in all, of {whole}")
        for at, row in enumerate(built.rows):
            count = _count(built, at, number)
            of = _count(parent, rows[row.group, row.label], above) if (row.group, row.label) in rows else None
            if count is not None and of is not None and count > of:
                wrong.append(f"{row.label}, {column.label}: {count} of {of}")
    return Check(
        f"{built.id} subset", not wrong, f"{built.id} within {parent.id}: {'; '.join(wrong) or 'no more than there'}."
    )


def check_same(same: SameFigure, known: Known) -> Check:
    """Every expression has the value of the first."""
    values = [known.value(expression) for expression in same.expressions]
    ok = None not in values and len(set(values)) == 1
    told = ", ".join("none" if value is None else f"{float(value):g}" for value in dict.fromkeys(values))
    return Check(same.id, ok, f"{same.says}: {told} in {len(values)} places.")


def check_typed(typed: list[str]) -> Check:
    """No digit stands in the prose that no figure explains."""
    told = f"typed by hand: {', '.join(typed)}" if typed else "every number is a figure or a name"
    return Check("numbers in the text", not typed, f"Numbers in the text: {told}.")


def check_placed(placed: list[str], tables: Mapping[str, BuiltTable]) -> Check:
    """Every table is placed in the document, once."""
    wrong = [name for name in tables if placed.count(name) != 1]
    told = f"not placed once: {', '.join(wrong)}" if wrong else f"all {len(tables)} are in the text once"
    return Check("tables in the text", not wrong, f"Tables: {told}.")


def _count(built: BuiltTable, row: int, column: int) -> int | None:
    cell = built.rows[row].cells[column]
    return cell.value if cell.is_count and isinstance(cell.value, int) else None


def _added(built: BuiltTable, rows: list[int], column: int) -> int:
    return sum(_count(built, row, column) or 0 for row in rows)


def _rows_added(built: BuiltTable, column: int) -> int:
    return _added(built, [at for at in built.order if not built.rows[at].is_total], column)
