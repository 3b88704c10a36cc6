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
from putright.reporting.definition import FACTS, OF_THE_REPRESENTATION, Head, Row, Table
from putright.reporting.measures import COUNT, DISTINCT, ROUNDINGS, Measure, Rounding
from putright.reporting.reading_conditions import read_base, read_where
from putright.reporting.reading_rows import Frame, read_block

_ROUNDINGS = tuple(ROUNDINGS)
_RECEIVED = Base("received", ("received_month",))


def load_tables(path: Path, authority: Authority) -> tuple[Table, ...]:
    """The tables of a report in their order; AuthorityFaults with every fault of the file."""
    faults: list[AuthorityFault] = []
    file = read_toml(path, faults, named=path.name)
    tables = read_tables(file, authority) if file else ()
    if file:
        file.finish()
    if faults:
        raise AuthorityFaults(faults)
    return tables


def read_tables(file: Entries, authority: Authority) -> tuple[Table, ...]:
    """The tables under `table`, their faults noted in `file`."""
    read: dict[str, Table] = {}
    for entries in file.parts("table", named_by="id"):
        table = read_table(entries, authority, read)
        if table.id in read:
            entries.fault("has the same id as a table before it", "give each table an id of its own", "id")
        if table.subset_of and table.subset_of not in read:
            entries.fault(f"is {table.subset_of!r}", "write the id of a table above this one", "subset_of")
        read[table.id] = table
        entries.finish()
    return tuple(read.values())


def read_table(entries: Entries, authority: Authority, before: Mapping[str, Table]) -> Table:
    """One table; `before` are those above it in the file, of whose totals it may take shares."""
    facts, unit, years = FACTS[entries.choice("facts", tuple(FACTS))], entries.text("unit"), _years(entries)
    counted = DISTINCT if entries.truth("once_each") else COUNT
    frame = Frame(facts, authority, unit, counted, _rounding(entries), entries.text("by", default=""))
    heads = tuple(_head(part, frame, years, before) for part in entries.parts("columns", named_by="label"))
    heads = heads or (Head("", Measure("number", counted, unit)),)
    blocks = [read_block(part, frame, heads) for part in entries.parts("block", named_by="group")]
    table = Table(
        id=entries.text("id"),
        title=entries.text("title"),
        facts=facts,
        unit=unit,
        base=_base(entries, facts),
        where=read_where(entries, facts, authority),
        years=years,
        year_label=entries.text("year_label", default="{start}/{yy}"),
        heads=heads,
        rows=tuple(replace(row, block=number) for number, block in enumerate(blocks) for row in block),
        rows_are=entries.text("rows_are", default=""),
        notes=entries.texts("notes"),
        subset_of=entries.text("subset_of") if entries.has("subset_of") else None,
    )
    if not table.rows:
        entries.fault("has no rows", "write at least one [[table.block]] with rows", "block")
    if counted == DISTINCT:
        _refuse_several_values(entries, table)
    return table


def _head(entries: Entries, frame: Frame, years: tuple[int, ...], before: Mapping[str, Table]) -> Head:
    measure = Measure("number", frame.counted, frame.unit)
    if entries.has("share_of"):
        measure = Measure(
            name="share",
            numerator=frame.counted,
            unit="percent",
            decimals=entries.whole("decimals", default=0),
            rounding=frame.rounding,
            denominator=frame.counted,
            share_of=_share_of(entries, years, before),
        )
    base = read_base(entries, frame.facts) if entries.has("base") else None
    label = entries.text("label") if entries.has("label") else ""
    head = Head(label, measure, read_where(entries, frame.facts, frame.authority), base)
    entries.finish()
    return head


def _share_of(entries: Entries, years: tuple[int, ...], before: Mapping[str, Table]) -> str:
    share_of = entries.text("share_of")
    other = before.get(share_of)
    if share_of in ("block", "table"):
        return share_of
    if other is None:
        entries.fault(f"is {share_of!r}", "write block, table or the id of a table above this one", "share_of")
        return "table"
    if missing := [year for year in years if year not in other.years]:
        entries.fault(f"{share_of} does not show the years {missing}", "show them there too", "share_of")
    if not any(row.is_total for row in other.rows):
        entries.fault(f"{share_of} has no total", "give it a row that is a total", "share_of")
    return share_of


def _refuse_several_values(entries: Entries, table: Table) -> None:
    """A representation counted once must fall into one atom, or atoms could not be added up."""
    conditions: list[Row | Head] = [*table.rows, *table.heads]
    asked = {test.column for part in conditions for test in part.where}
    if several := sorted(asked - OF_THE_REPRESENTATION):
        entries.fault(
            f"counts each representation once, but one may have several values of {', '.join(several)}",
            "put that condition in the table's own where, or count facts",
            "once_each",
        )


def _base(entries: Entries, facts: FactTable) -> Base:
    has_receipt = any(column.name in _RECEIVED.any_of for column in facts.columns)
    return read_base(entries, facts) if entries.has("base") or not has_receipt else _RECEIVED


def _rounding(entries: Entries) -> Rounding:
    written = entries.choice("rounding", _ROUNDINGS, default="half_up")
    return next(rounding for rounding in _ROUNDINGS if rounding == written)


def _years(entries: Entries) -> tuple[int, ...]:
    years = entries.raw("years") if entries.has("years") else [0]
    whole = isinstance(years, list) and all(type(year) is int and year <= 0 for year in years)
    if isinstance(years, list) and whole and 0 < len(set(years)) == len(years):
        return tuple(years)
    entries.fault("are not years up to the report's own, each once", "write them like [0, -1]", "years")
    return (0,)
