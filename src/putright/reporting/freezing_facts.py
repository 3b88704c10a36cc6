"""The facts a report was counted from, as Parquet bytes, one file a fact table, and an engine that reads them again.

Only what figures are counted by is kept (terms, months, numbers) and the representation's reference: no dates, posts or
words.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager

import duckdb
import pyarrow as pa  # type: ignore[import-untyped]  # it has no stubs
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from putright.facts.schema import REPRESENTATION, TABLES, Column, FactTable
from putright.reporting.conditions import quoted
from putright.reporting.engines import DatabaseEngine, Engine
from putright.reporting.query import Selection, representation_key

_TYPES = {"term": pa.string(), "text": pa.string(), "key": pa.int64(), "month": pa.int32(), "count": pa.int64()}


def freeze_facts(selections: Iterable[Selection], authority: str, engine: Engine) -> dict[str, bytes]:
    """The facts of a council that any of the selections may count, by the name of their table, in the order of ids."""
    wanted: dict[FactTable, dict[str, None]] = {REPRESENTATION: {}}
    for selection in selections:
        wanted.setdefault(selection.facts, {})[_months(selection)] = None
    held = {table: f"authority = {quoted(authority)} AND ({' OR '.join(w) or '1 = 0'})" for table, w in wanted.items()}
    owners = [f"{where} " for table, where in held.items() if table is REPRESENTATION]
    owners += [
        f"id IN (SELECT {representation_key(table)} FROM {table.name} WHERE {where})"
        for table, where in held.items()
        if table is not REPRESENTATION
    ]
    held[REPRESENTATION] = " OR ".join(f"({owner})" for owner in owners)
    return {table.name: _frozen(table, held[table], engine) for table in TABLES if table in held}


def _months(selection: Selection) -> str:
    window = selection.window
    return " OR ".join(f"{month} BETWEEN {window.first} AND {window.last}" for month in window.base.any_of)


def _frozen(table: FactTable, where: str, engine: Engine) -> bytes:
    columns = _kept(table)
    names = ", ".join(column.name for column in columns)
    rows = engine.query(f"SELECT {names} FROM {table.name} WHERE {where} ORDER BY id")
    schema = pa.schema([(column.name, _TYPES[column.kind]) for column in columns])
    values = list(zip(*rows, strict=True)) if rows else [()] * len(columns)
    arrays = [pa.array(value, type=field.type) for value, field in zip(values, schema, strict=True)]
    content = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), content, compression="zstd")
    return content.getvalue()


def _kept(table: FactTable) -> list[Column]:
    return [c for c in table.columns if c.name == "reference" or c.kind in ("term", "key", "month", "count")]


@contextmanager
def frozen_engine(facts: Mapping[str, bytes]) -> Iterator[Engine]:
    """What runs a selection's text on frozen facts."""
    with closing(duckdb.connect(":memory:")) as connection:
        for name, content in facts.items():
            connection.register("incoming", pq.read_table(io.BytesIO(content)))
            connection.execute(f"CREATE TABLE {name} AS SELECT * FROM incoming")
            connection.unregister("incoming")
        yield DatabaseEngine(connection)
