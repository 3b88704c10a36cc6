"""The making of a snapshot: fact tables copied into DuckDB by ADBC, whole or only what changed.

Run as a module, with the path of an SQLite database and of the folder, it makes one and prints its path.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import sys
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

MEMORY = "600MB"
_MOST_BROUGHT_UP_TO_DATE = 5_000
_BATCH = 500
_NUMBERS = {"key": "BIGINT", "month": "INTEGER", "count": "INTEGER"}
# A fact without a month is in no period, so no table counts it.
_TOGETHER = ("authority", "received_month", "category", "type")
_COPIED = tuple(table for table in TABLES if any(column.kind == "month" for column in table.columns))


@dataclass(frozen=True)
class Source:
    """The database a snapshot is made from: a path for SQLite, a connection string for PostgreSQL."""

    kind: Literal["sqlite", "postgresql"]
    address: str

    def connect(self) -> Any:
        """A connection whose cursors can be asked for sums beside whatever else this process has open."""
        return sqlite3.connect(self.address) if self.kind == "sqlite" else self.connect_for_batches()

    def connect_for_batches(self) -> Any:
        """An ADBC connection, whose cursors return record batches."""
        if self.kind == "sqlite":
            return adbc_driver_sqlite.dbapi.connect(self.address)
        return adbc_driver_postgresql.dbapi.connect(self.address)


def make(source: Source, folder: Path) -> Path:
    """A snapshot of the facts as they are now; never for an SQLite database that this process has open."""
    folder.mkdir(parents=True, exist_ok=True)
    with closing(source.connect_for_batches()) as database:
        sums = sums_of(database)
        path = named(folder, sums)
        older = sorted(folder.glob("facts-*.duckdb"), key=lambda file: file.stat().st_mtime)
        beside = folder / f"{uuid.uuid4().hex}.partial"
        try:
            if not (older and _bring_up_to_date(database, older[-1], beside, sums)):
                _make(database, beside)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
        for file in older:
            if file != path:
                file.unlink(missing_ok=True)
    return path


def named(folder: Path, sums: list[tuple[int, ...]]) -> Path:
    """The file of a snapshot whose facts have these sums."""
    return folder / f"facts-{hashlib.sha256(repr(sums).encode()).hexdigest()[:16]}.duckdb"


def sums_of(connection: Any) -> list[tuple[int, ...]]:
    """The number of rows, the last of them and the sums of the numbers of each fact table that is copied."""
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
    with closing(duckdb.connect(str(path), config={"memory_limit": MEMORY})) as snapshot:
        snapshot.execute("ATTACH ':memory:' AS staging")
        for table in _COPIED:
            named = {column.name for column in _counted(table)}
            _copy(database, snapshot, f"SELECT {_names(table)} FROM {table.name}", f"staging.{table.name}")
            for column in _counted(table):
                if column.kind == "term":
                    snapshot.execute(
                        f"CREATE TYPE {_type(table, column)} AS ENUM"
                        f" (SELECT DISTINCT {column.name} FROM staging.{table.name} ORDER BY 1)"
                    )
            snapshot.execute(
                f"CREATE TABLE {table.name} AS SELECT {_typed(table)} FROM staging.{table.name}"
                f" ORDER BY {', '.join(name for name in _TOGETHER if name in named)}"
            )
            snapshot.execute(f"DROP TABLE staging.{table.name}")


def _bring_up_to_date(database: Any, older: Path, path: Path, sums: list[tuple[int, ...]]) -> bool:
    """A copy of `older` with the representations that changed since; False if it must be made anew."""
    shutil.copyfile(older, path)
    with closing(duckdb.connect(str(path), config={"memory_limit": MEMORY})) as snapshot:
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
        return sums_of(snapshot) == sums


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


if __name__ == "__main__":
    sys.stdout.write(str(make(Source("sqlite", sys.argv[1]), Path(sys.argv[2]))))
