"""Import rows a second, against a bare bulk insert, in one run; and the peak memory of the import.

Run it by itself: PYTHONPATH=src .venv/bin/python bench/import_rows.py [ROWS]

The rows are those of the Hampshire example over and over, each with a reference of its own. A bare insert is sqlite3's
executemany in one transaction: once of the rows' cells, once of the rows that the import stores for them.
"""

from __future__ import annotations

import csv
import os
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import django
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from putright.authorities import load_authority
from putright.record.actor import Actor

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "councils" / "hampshire" / "example" / "hampshire-cases.csv"
AS_OF = date(2018, 6, 30)


def write_rows(path: Path, count: int) -> None:
    """Write `count` rows of the example to `path`."""
    with EXAMPLE.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(header)
        for number in range(count):
            row = rows[number % len(rows)]
            out.writerow([f"CSC{10 + number // 100_000:02}-{number % 100_000:05}", *row[1:]])


def run(count: int = 100_000) -> list[dict[str, Any]]:
    """One row a measurement: what was measured, the figure, its unit and the target."""
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "export.csv"
        write_rows(export, count)
        os.environ["PUTRIGHT_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "putright.config.settings"
        django.setup()
        call_command("migrate", verbosity=0)
        seconds = _imports(export, count)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        bare = _bare_insert(export, Path(folder) / "bare.sqlite3")
        stored, same = _insert_of_what_is_stored(Path(folder) / "stored.sqlite3")
    of = f"{count:,} rows"
    return [
        *(_row(f"{of} {what}", count / taken, "rows/s", "") for what, taken in seconds.items()),
        _row(f"{of} in a bare insert", count / bare, "rows/s", ""),
        _row(f"bare insert of the {stored:,} rows that the import stores", count / same, "rows/s", ""),
        _row("import to bare insert of the rows", seconds["imported"] / bare, "ratio", ""),
        _row("import to bare insert of what it stores", seconds["imported"] / same, "ratio", ""),
        _row("peak memory of the import", peak, "MiB", "under 1024"),
    ]


def _imports(export: Path, count: int) -> dict[str, float]:
    """Seconds to judge the file, to import it, and to import it again."""
    authority = load_authority("hampshire")
    importing = import_module("putright.intake.importing")
    post = Actor("Import", "hampshire", frozenset({"import_records"}))
    seconds = {}
    for what, dry_run in (("judged", True), ("imported", False), ("imported again", False)):
        commission = importing.Commission(
            authority, authority.mapping("csc_respond"), AS_OF, post, timezone.now(), dry_run
        )
        start = time.perf_counter()
        summary = importing.import_files([export], commission)
        seconds[what] = time.perf_counter() - start
        if summary.accepted != count:
            raise AssertionError(f"{count - summary.accepted} of {count} rows were not accepted.")
    return seconds


def _bare_insert(export: Path, database: Path) -> float:
    """Seconds to read the file and insert its cells as text, in one executemany."""
    start = time.perf_counter()
    with export.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        _insert(database, "cases", len(next(rows)), rows)
    return time.perf_counter() - start


def _insert_of_what_is_stored(database: Path) -> tuple[int, float]:
    """Rows in the tables that the import filled, and seconds to insert them bare into tables without an index."""
    tables = connection.introspection.table_names()
    count, seconds = 0, 0.0
    for table in (name for name in tables if name.startswith(("casework_", "facts_", "intake_"))):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            width, rows = len(cursor.description), cursor.fetchall()
        start = time.perf_counter()
        _insert(database, table, width, rows)
        seconds += time.perf_counter() - start
        count += len(rows)
    return count, seconds


def _insert(database: Path, table: str, width: int, rows: Iterable[Sequence[object]]) -> None:
    bare = sqlite3.connect(database)
    bare.execute(f"CREATE TABLE {table} ({', '.join(f'c{number}' for number in range(width))})")
    bare.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", rows)
    bare.commit()
    bare.close()


def _row(measured: str, figure: float, unit: str, target: str) -> dict[str, Any]:
    return {"measured": measured, "figure": figure, "unit": unit, "target": target}


def main(count: int) -> None:
    """Print the rows as a small table."""
    print(f"{'measured':<70}{'figure':>12}  {'unit':<9}target")
    for row in run(count):
        print(f"{row['measured']:<70}{row['figure']:>12,.1f}  {row['unit']:<9}{row['target']}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
