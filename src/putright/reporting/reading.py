"""A council's `tables.toml` read into tables, or every fault of it named at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from putright.authorities.authority import Authority
from putright.authorities.entries import Entries, read_toml
from putright.authorities.faults import AuthorityFault, AuthorityFaults
from putright.facts.schema import FactTable
from putright.reporting.conditions import Base
from putright.reporting.definition import FACTS, Changed, Table
from putright.reporting.imported import NOTHING_IMPORTED, Imported
from putright.reporting.measures import COUNT, DISTINCT
from putright.reporting.reading_columns import read_heads
from putright.reporting.reading_conditions import read_base, read_where, read_years
from putright.reporting.reading_frame import Frame, read_rounding
from putright.reporting.reading_rows import read_block

_RECEIVED = Base("received", ("received_month",))


def load_tables(path: Path, authority: Authority, imported: Imported = NOTHING_IMPORTED) -> tuple[Table, ...]:
    """The tables of a report in their order; AuthorityFaults with every fault of the file."""
    faults: list[AuthorityFault] = []
    file = read_toml(path, faults, named=path.name)
    tables = read_tables(file, authority, imported) if file else ()
    if file:
        file.finish()
    if faults:
        raise AuthorityFaults(faults)
    return tables


def read_tables(file: Entries, authority: Authority, imported: Imported = NOTHING_IMPORTED) -> tuple[Table, ...]:
    """The tables under `table`, their faults noted in `file`; `imported` is what they may ask for besides facts."""
    read: dict[str, Table] = {}
    for entries in file.parts("table", named_by="id"):
        table = read_table(entries, authority, read, imported)
        if table.id in read:
            entries.fault("has the same id as a table before it", "give each table an id of its own", "id")
        if table.subset_of and table.subset_of not in read:
            entries.fault(f"is {table.subset_of!r}", "write the id of a table above this one", "subset_of")
        read[table.id] = table
        entries.finish()
    return tuple(read.values())


def read_table(
    entries: Entries, authority: Authority, before: Mapping[str, Table], imported: Imported = NOTHING_IMPORTED
) -> Table:
    """One table; `before` are those above it in the file, of whose totals it may take shares."""
    facts, unit = FACTS[entries.choice("facts", tuple(FACTS))], entries.text("unit")
    frame = Frame(
        facts=facts,
        authority=authority,
        unit=unit,
        counted=DISTINCT if entries.truth("once_each") else COUNT,
        rounding=read_rounding(entries),
        by=entries.text("by", default=""),
        years=read_years(entries),
        year_label=entries.text("year_label", default="{start}/{yy}"),
        before=before,
        imported=imported,
    )
    heads = read_heads(entries, frame)
    blocks = [read_block(part, frame, heads) for part in entries.parts("block", named_by="group")]
    table = Table(
        id=entries.text("id"),
        title=entries.text("title"),
        facts=facts,
        unit=unit,
        base=_base(entries, facts),
        where=read_where(entries, facts, authority),
        years=frame.years,
        year_label=frame.year_label,
        heads=heads,
        rows=tuple(replace(row, block=number) for number, block in enumerate(blocks) for row in block),
        rows_are=entries.text("rows_are", default=""),
        notes=entries.texts("notes"),
        subset_of=entries.text("subset_of") if entries.has("subset_of") else None,
        changed=tuple(_changed(part, frame) for part in entries.parts("changed", named_by="on")),
    )
    if not table.rows:
        entries.fault("has no rows", "write at least one [[table.block]] with rows", "block")
    _refuse_times(entries, table, before)
    return table


def _refuse_times(entries: Entries, table: Table, before: Mapping[str, Table]) -> None:
    """A time is said by the rows or by the columns, not by both, and another table's total is of its own years."""
    if any(row.quarter for row in table.rows) and any(head.quarter for head in table.heads):
        entries.fault("has quarters as rows and as columns", "write quarters in one place", "columns")
    if table.has_years_as_rows and any(head.change for head in table.heads):
        entries.fault("has years as rows, so that no column can compare them", "show years as columns", "columns")
    timed = [row for row in table.rows if row.year is not None or row.quarter]
    for row, head in ((row, head) for row in timed for head in table.heads):
        share_of = table.measure(row, head).share_of
        if isinstance(share_of, str) and share_of in before and (row.quarter or row.year not in before[share_of].years):
            entries.fault(
                f"takes a share of {share_of}, which has no total for the row {row.label}",
                "show that year there, or take the share of this table",
                "share_of",
            )
            return


def _changed(entries: Entries, frame: Frame) -> Changed:
    day = entries.day("on")
    if day is None or day.day != 1:
        entries.fault("is not the first day of a month", "write a date such as 2017-04-01, without quotes", "on")
    changed = Changed(
        month=day.year * 100 + day.month if day else 0,
        says=entries.text("says"),
        before=read_where(entries, frame.facts, frame.authority, "before"),
        since=read_where(entries, frame.facts, frame.authority, "since"),
    )
    entries.finish()
    return changed


def _base(entries: Entries, facts: FactTable) -> Base:
    has_receipt = any(column.name in _RECEIVED.any_of for column in facts.columns)
    return read_base(entries, facts) if entries.has("base") or not has_receipt else _RECEIVED
