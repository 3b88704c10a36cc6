"""Import rows a second, against a bare bulk insert of the same rows, in one run; and the peak memory of the import.

    PYTHONPATH=src .venv/bin/python bench/import_rows.py [ROWS]

The rows are those of the Hampshire example over and over, each with a reference of its own. The bare insert is
sqlite3's executemany of the same cells into one table of text columns, in one transaction.
"""

from __future__ import annotations

import csv
import os
import resource
import sqlite3
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import django
from django.core.management import call_command

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


def bare_insert(path: Path, database: Path) -> float:
    """Seconds that reading the file and one executemany take."""
    start = time.perf_counter()
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        header = next(rows)
        connection = sqlite3.connect(database)
        connection.execute(f"CREATE TABLE cases ({', '.join(f'c{number} TEXT' for number in range(len(header)))})")
        connection.executemany(f"INSERT INTO cases VALUES ({', '.join('?' * len(header))})", rows)
        connection.commit()
        connection.close()
    return time.perf_counter() - start


def main(count: int) -> None:
    """Run it and print a line for each figure."""
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "export.csv"
        write_rows(export, count)
        os.environ["PUTRIGHT_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "putright.config.settings"
        django.setup()
        call_command("migrate", verbosity=0)
        measure(export, Path(folder) / "bare.sqlite3", count)


def measure(export: Path, bare_database: Path, count: int) -> None:
    """Judge only, import, import again, and the bare insert."""
    from django.utils import timezone  # noqa: PLC0415  (Django is set up by now)

    from putright.authorities import load_authority  # noqa: PLC0415
    from putright.intake.importing import Commission, import_files  # noqa: PLC0415
    from putright.record.actor import Actor  # noqa: PLC0415

    authority = load_authority("hampshire")
    actor = Actor("Import", "hampshire", frozenset({"import_records"}))
    seconds = {}
    for what, dry_run in (("judged", True), ("imported", False), ("imported again", False)):
        commission = Commission(authority, authority.mapping("csc_respond"), AS_OF, actor, timezone.now(), dry_run)
        start = time.perf_counter()
        summary = import_files([export], commission)
        seconds[what] = time.perf_counter() - start
        if summary.accepted != count:
            raise SystemExit(f"{count - summary.accepted} of {count} rows were not accepted")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    bare = bare_insert(export, bare_database)
    print(f"rows                {count:>12,}")
    for what, taken in seconds.items():
        print(f"{what:<16} {count / taken:>12,.0f} rows/s, {taken / bare:.0f} times as long as the bare insert")
    print(f"{'bare insert':<16} {count / bare:>12,.0f} rows/s")
    print(f"peak memory      {peak:>12,.0f} MiB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
