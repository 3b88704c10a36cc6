"""What must hold within a report: totals, subsets, the same figure in two places, no number typed by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from putright.reporting.definition import Table
from putright.reporting.expressions import Expression
from putright.reporting.figures import Known
from putright.reporting.tables import BuiltTable


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
    """Each total against the sum of the rows of its block, or, for a block that is only a total, of all blocks."""
    blocks = {row.block for row in table.rows}
    rows_of = {
        block: [at for at, row in enumerate(table.rows) if row.block == block and not row.measure] for block in blocks
    }
    totals = {block: [at for at in rows_of[block] if table.rows[at].is_total] for block in blocks}
    for block, found in totals.items():
        for at in found:
            parts = [other for other in rows_of[block] if other not in found]
            if not parts:
                parts = [part for other in blocks - {block} for part in (totals[other] or rows_of[other])]
            wrong = [
                f"{column.label}: {total} against {added}"
                for number, column in enumerate(built.columns)
                for total, added in [(_count(built, at, number), _added(built, parts, number))]
                if total is not None and total != added
            ]
            label = (
                built.rows[at].label
                if built.rows[at].group is None
                else f"{built.rows[at].group}, {built.rows[at].label}"
            )
            said = "; ".join(wrong) or f"equals the sum of its {len(parts)} rows"
            yield Check(f"{table.id} total {block + 1}", not wrong, f"{built.title.split(':')[0]}, {label}: {said}.")


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
    return cell.value if cell.denominator is None and isinstance(cell.value, int) else None


def _added(built: BuiltTable, rows: list[int], column: int) -> int:
    return sum(_count(built, row, column) or 0 for row in rows)


def _rows_added(built: BuiltTable, column: int) -> int:
    return _added(built, [at for at, row in enumerate(built.rows) if not row.is_total], column)
