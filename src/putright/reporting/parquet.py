"""The facts as Parquet: a file for each fact table, sorted by council and year, for engines of more than one machine.

The files hold what tables count by and nothing else: terms, months and numbers; no reference, no text, no day.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from putright.reporting.snapshot import open_snapshot
from putright.reporting.snapshot_making import MEMORY

_ROWS_OF_A_GROUP = 100_000


class NoParquet(LookupError):
    """A folder that does not hold the facts; the message says how to write them there."""


def write_parquet(snapshot: Path, folder: Path) -> list[Path]:
    """Write each fact table of a snapshot to `folder`; a file that was there is replaced when the new one is whole."""
    folder.mkdir(parents=True, exist_ok=True)
    connection = open_snapshot(snapshot)
    try:
        tables = [
            name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()
        ]
        return [_written(connection, table, folder) for table in tables]
    finally:
        connection.close()


def _written(connection: duckdb.DuckDBPyConnection, table: str, folder: Path) -> Path:
    path, beside = folder / f"{table}.parquet", folder / f"{table}.partial"
    columns = connection.execute(f"DESCRIBE {table}").fetchall()
    # Terms as text: other engines read an ENUM as they please. They are stored once each all the same.
    plain = ", ".join(
        f"CAST({name} AS VARCHAR) AS {name}" if kind.startswith("ENUM") else name for name, kind, *_ in columns
    )
    order = [
        name for name in ("authority", "received_month", "category", "type", "id") if name in {c[0] for c in columns}
    ]
    connection.execute(
        f"COPY (SELECT {plain} FROM {table} ORDER BY {', '.join(order)}) TO '{_quoted(beside)}'"
        f" (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_ROWS_OF_A_GROUP})"
    )
    beside.replace(path)
    return path


def parquet_files(folder: Path) -> dict[str, Path]:
    """The file of each fact table in `folder`, by the table's name; NoParquet where there is none."""
    files = {path.stem: path for path in sorted(folder.glob("facts_*.parquet"))}
    if not files:
        raise NoParquet(f"There are no facts in {folder}. Write them there with: ./run facts --parquet {folder}")
    return files


def open_parquet(folder: Path) -> duckdb.DuckDBPyConnection:
    """A connection that counts the files of `folder` where they are; its owner closes it."""
    files = parquet_files(folder)
    connection = duckdb.connect(config={"memory_limit": MEMORY})
    for table, path in files.items():
        connection.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{_quoted(path)}')")
    return connection


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
