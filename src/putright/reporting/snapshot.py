"""A DuckDB copy of the fact tables, for councils too large for their own database to count quickly.

A snapshot holds what tables count by (terms as ENUMs, months, numbers; no text and no dates) and is a file that is
never changed: a new one is written beside it and takes its name when it is whole, so that nobody reads half of one.
Its name is made of sums over the fact tables (each change of a representation adds to its position): a snapshot is
current when the same sums come from the database, and one brought up to date is used only when they come from it too.
"""

from __future__ import annotations

import hashlib
import shutil
import uuid
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import adbc_driver_postgresql.dbapi  # type: ignore[import-untyped]  # it has no stubs
import adbc_driver_sqlite.dbapi
import duckdb

from putright.facts.schema import TABLES, Column, FactTable
from putright.reporting.engines import DatabaseEngine
from putright.reporting.query import representation_key

LARGE = 25_000
"""The number of representations above which a snapshot is quicker than the database it was made from."""

_MOST_BROUGHT_UP_TO_DATE = 5_000
_BATCH = 500
_MEMORY = "600MB"
_NUMBERS = {"key": "BIGINT", "month": "INTEGER", "count": "INTEGER"}
# A fact without a month is in no period, so no table counts it.
_COPIED = tuple(table for table in TABLES if any(column.kind == "month" for column in table.columns))


@dataclass(frozen=True)
class Source:
    """The database a snapshot is made from: a path for SQLite, a connection string for PostgreSQL."""

    kind: Literal["sqlite", "postgresql"]
    address: str

    def connect(self) -> Any:
        """An ADBC connection, whose cursors return record batches."""
        if self.kind == "sqlite":
            return adbc_driver_sqlite.dbapi.connect(self.address)
        return adbc_driver_postgresql.dbapi.connect(self.address)


def current(source: Source, folder: Path) -> Path:
    """The snapshot of the facts as they are now, made or brought up to date if there is none yet; older ones go."""
    folder.mkdir(parents=True, exist_ok=True)
    with closing(source.connect()) as database:
        sums = _sums(database)
        path = folder / f"facts-{hashlib.sha256(repr(sums).encode()).hexdigest()[:16]}.duckdb"
        if not path.exists():
            older = sorted(folder.glob("facts-*.duckdb"), key=lambda file: file.stat().st_mtime)
            beside = folder / f"{uuid.uuid4().hex}.partial"
            try:
                if not (older and _bring_up_to_date(database, older[-1], beside, sums)):
                    _make(database, beside)
                beside.replace(path)
            finally:
                beside.unlink(missing_ok=True)
            for file in older:
                file.unlink(missing_ok=True)
    return path


def open_snapshot(path: Path) -> duckdb.DuckDBPyConnection:
    """A connection that reads a snapshot, for :class:`DatabaseEngine`; its owner closes it."""
    return duckdb.connect(str(path), read_only=True, config={"memory_limit": _MEMORY})


def _sums(connection: Any) -> list[tuple[int, ...]]:
    engine = DatabaseEngine(connection)
    return [
        tuple(int(number or 0) for number in row)
        for table in _COPIED
        for row in engine.query(f"SELECT COUNT(*), MAX(id), {_added(table)} FROM {table.name}")
    ]


def _added(table: FactTable) -> str:
    return ", ".join(f"SUM({column.name})" for column in table.columns if column.kind in ("month", "count"))


def _make(database: Any, path: Path) -> None:
    """A snapshot of every fact, sorted so that a council's year lies together."""
    path.unlink(missing_ok=True)
    with closing(duckdb.connect(str(path), config={"memory_limit": _MEMORY})) as snapshot:
        snapshot.execute("ATTACH ':memory:' AS staging")
        for table in _COPIED:
            _copy(database, snapshot, f"SELECT {_names(table)} FROM {table.name}", f"staging.{table.name}")
            for column in _counted(table):
                if column.kind == "term":
                    snapshot.execute(
                        f"CREATE TYPE {_type(table, column)} AS ENUM"
                        f" (SELECT DISTINCT {column.name} FROM staging.{table.name} ORDER BY 1)"
                    )
            snapshot.execute(
                f"CREATE TABLE {table.name} AS SELECT {_typed(table)} FROM staging.{table.name}"
                " ORDER BY authority, received_month, category, type"
            )
            snapshot.execute(f"DROP TABLE staging.{table.name}")


def _bring_up_to_date(database: Any, older: Path, path: Path, sums: list[tuple[int, ...]]) -> bool:
    """A copy of `older` with the representations that changed since; False if it must be made anew."""
    shutil.copyfile(older, path)
    with closing(duckdb.connect(str(path), config={"memory_limit": _MEMORY})) as snapshot:
        snapshot.execute("ATTACH ':memory:' AS staging")
        _copy(database, snapshot, "SELECT id, position FROM facts_representation", "staging.now")
        changed = snapshot.execute(
            "SELECT COALESCE(n.id, r.id) FROM staging.now n FULL JOIN facts_representation r ON r.id = n.id"
            " WHERE r.position IS DISTINCT FROM n.position"
        ).fetchall()
        if len(changed) > _MOST_BROUGHT_UP_TO_DATE:
            return False
        try:
            for listed in _lists([number for (number,) in changed]):
                for table in _COPIED:
                    _renew(database, snapshot, table, f"{representation_key(table)} IN ({listed})")
        except duckdb.ConversionException:
            # A term the ENUMs do not have yet: they cannot grow, so the snapshot is made anew.
            return False
        snapshot.execute("DETACH staging")
        return _sums(snapshot) == sums


def _renew(database: Any, snapshot: duckdb.DuckDBPyConnection, table: FactTable, which: str) -> None:
    snapshot.execute(f"DELETE FROM {table.name} WHERE {which}")
    _copy(database, snapshot, f"SELECT {_names(table)} FROM {table.name} WHERE {which}", "staging.renewed")
    snapshot.execute(f"INSERT INTO {table.name} SELECT {_typed(table)} FROM staging.renewed")


def _lists(numbers: list[int]) -> Iterator[str]:
    for start in range(0, len(numbers), _BATCH):
        yield ", ".join(str(number) for number in numbers[start : start + _BATCH])


def _copy(database: Any, snapshot: duckdb.DuckDBPyConnection, sql: str, to: str) -> None:
    with closing(database.cursor()) as cursor:
        cursor.execute(sql)
        snapshot.register("incoming", cursor.fetch_record_batch())
        snapshot.execute(f"CREATE OR REPLACE TABLE {to} AS SELECT * FROM incoming")
        snapshot.unregister("incoming")


def _counted(table: FactTable) -> list[Column]:
    return [column for column in table.columns if column.kind == "term" or column.kind in _NUMBERS]


def _names(table: FactTable) -> str:
    return ", ".join(column.name for column in _counted(table))


def _type(table: FactTable, column: Column) -> str:
    return f"{table.name}_{column.name}"


def _typed(table: FactTable) -> str:
    return ", ".join(
        f"CAST({column.name} AS {_NUMBERS.get(column.kind) or _type(table, column)}) AS {column.name}"
        for column in _counted(table)
    )
