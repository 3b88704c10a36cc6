"""The list page and the page of one representation at 1k, 100k and 1M representations: queries and time, in one run.

Run it by itself: PYTHONPATH=src .venv/bin/python bench/pages.py [LARGEST]

A thousand rows of the Hampshire example are imported; the rest are copies of what that stored, made by one INSERT a
table: facts, register, log and search alike. Each page is asked for through the whole of Django, in one process.
"""

from __future__ import annotations

import csv
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import django
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from putright.authorities import load_authority

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "councils" / "hampshire" / "example" / "hampshire-cases.csv"
BASE = 1_000
SIZES = (BASE, 100_000, 1_000_000)
ROUNDS = 7
IN_A_TURN = 5
MOST_QUERIES = 12
PAGES = {
    "the list": "/representations/",
    "the list, filtered": "/representations/?status=closed&category=statutory&service=child_in_need",
    "the list, far down": "/representations/?after=2016-09-01~0",
    "the list, by due date": "/representations/?sort=due",
    "the list, searched by reference": "/representations/?q=CSC16-00501",
    "the list, searched by words": "/representations/?q=letter+tone",
    "one representation": "/representations/{number}/",
}


def run(largest: int = SIZES[-1]) -> list[dict[str, Any]]:
    """One row a measurement: what was measured, the figure, its unit and the target."""
    sizes = [size for size in SIZES if size <= largest]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PUTRIGHT_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "putright.config.settings"
        django.setup()
        call_command("migrate", verbosity=0)
        _import_base(Path(folder))
        databases, reached = {}, 1
        for size in sizes:
            _multiply(reached, size // BASE)
            reached = size // BASE
            databases[size] = _set_aside(Path(folder) / f"{size}.sqlite3")
        measured = _measured(databases)
    return list(_told(measured, sizes))


def _set_aside(path: Path) -> Path:
    """A copy of the database as it is now, so that the sizes can be measured turn and turn about."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    shutil.copyfile(connection.settings_dict["NAME"], path)
    return path


def _import_base(folder: Path) -> None:
    """Take in the first thousand rows of the example, as a council would."""
    export = folder / "export.csv"
    with EXAMPLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[: BASE + 1]
    with export.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    importing = import_module("putright.intake.importing")
    accounts = import_module("putright.accounts.models")
    manager = accounts.Account.objects.create_account(
        "manager@hampshire.example",
        "not asked for",
        post="Manager",
        authority="hampshire",
        roles=["complaints_manager"],
    )
    council = load_authority("hampshire")
    mapping = next(iter(council.mappings.values()))
    commission = importing.Commission(council, mapping, date(2018, 6, 30), manager.actor(), timezone.now())
    summary = importing.import_files([export], commission)
    if summary.accepted != BASE:
        raise AssertionError(f"{BASE - summary.accepted} of {BASE} rows were not accepted.")


def _multiply(reached: int, times: int) -> None:
    """Copy what the base stored until there are `times` of it, of which there are `reached` already."""
    if times == reached:
        return
    tables = [name for name in connection.introspection.table_names() if name.startswith(("facts_", "casework_log"))]
    with connection.cursor() as cursor:
        for table in ("casework_register", *tables, "casework_search"):
            cursor.execute(_copies(cursor, table, reached, times))
        cursor.execute("ANALYZE")


def _copies(cursor: Any, table: str, reached: int, times: int) -> str:
    """The INSERT that copies the base's rows of `table`, each with numbers and references of its own."""
    key = "rowid" if table == "casework_search" else "id"
    step = _span(cursor, table, key)
    register = _span(cursor, "casework_register", "id")
    if table in ("casework_register", "facts_representation", "casework_search"):
        step = register
    changed = {
        key: f"{key} + n * {step}",
        "representation_id": f"representation_id + n * {register}",
        "reference": "reference || '-' || n",
    }
    if table == "casework_log":
        changed["sequence"] = f"sequence + n * {_span(cursor, table, 'sequence')}"
    columns = [column.name for column in connection.introspection.get_table_description(cursor, table)]
    if key == "rowid":
        columns = ["rowid", *columns]
    names = ", ".join(f'"{name}"' for name in columns)
    values = ", ".join(changed.get(name, f'"{name}"') for name in columns)
    return (
        f"WITH RECURSIVE copies(n) AS (SELECT {reached} UNION ALL SELECT n + 1 FROM copies WHERE n + 1 < {times}) "
        f"INSERT INTO {table} ({names}) SELECT {values} FROM copies, {table} WHERE {key} <= {_BASE_ENDS[table]}"
    )


_BASE_ENDS: dict[str, int] = {}
"""The greatest key of each table's base rows."""


def _span(cursor: Any, table: str, column: str) -> int:
    """How far apart copies of a table's rows must be; kept from the first time, when only the base is there."""
    name = table if column in ("id", "rowid") else f"{table}.{column}"
    if name not in _BASE_ENDS:
        cursor.execute(f"SELECT COALESCE(MAX({column}), 0) FROM {table}")
        _BASE_ENDS[name] = int(cursor.fetchone()[0])
    return _BASE_ENDS[name]


def _measured(databases: dict[int, Path]) -> dict[tuple[str, int], tuple[float, int]]:
    """Of each page at each size: milliseconds, the median, and queries.

    The sizes take turns, so that whatever else the machine does falls on all of them alike.
    """
    times: dict[tuple[str, int], list[float]] = {}
    queries: dict[tuple[str, int], int] = {}
    for _ in range(ROUNDS):
        for size, path in databases.items():
            connection.close()
            connection.settings_dict["NAME"] = path
            client, addresses = _visitor()
            for name, address in addresses.items():
                with CaptureQueriesContext(connection) as asked:
                    client.get(address)
                queries[name, size] = len(asked)
                times.setdefault((name, size), []).extend(_milliseconds(client, address) for _ in range(IN_A_TURN))
    return {key: (median(taken), queries[key]) for key, taken in times.items()}


def _visitor() -> tuple[Client, dict[str, str]]:
    """Someone signed in to the database of this turn, and the addresses of the pages there."""
    client = Client(HTTP_HOST="localhost")
    client.force_login(import_module("putright.accounts.models").Account.objects.get())
    rows = import_module("putright.casework.models").RepresentationRow
    number = rows.objects.filter(category="statutory").order_by("-id").first().id
    return client, {name: path.format(number=number) for name, path in PAGES.items()}


def _milliseconds(client: Client, address: str) -> float:
    before = perf_counter()
    answer = client.get(address)
    taken = (perf_counter() - before) * 1000
    if answer.status_code != 200:
        raise AssertionError(f"{address} answered {answer.status_code}.")
    return taken


def _told(measured: dict[tuple[str, int], tuple[float, int]], sizes: list[int]) -> Iterator[dict[str, Any]]:
    for name in PAGES:
        for size in sizes:
            milliseconds, queries = measured[name, size]
            yield _row(f"{name}, {size:,} representations", milliseconds, "ms, median", "")
            yield _row(f"{name}, {size:,} representations", queries, "queries", f"at most {MOST_QUERIES}")
        ratio = measured[name, sizes[-1]][0] / measured[name, sizes[0]][0]
        # A search finds a thousand times as much at a million; the target is of the list and of the page of one.
        target = "" if "searched" in name else "at most 1.5"
        yield _row(f"{name}, {sizes[-1]:,} to {sizes[0]:,}", ratio, "ratio", target)


def _row(measured: str, figure: float, unit: str, target: str) -> dict[str, Any]:
    return {"measured": measured, "figure": figure, "unit": unit, "target": target}


def main(largest: int) -> None:
    """Print the rows as a small table."""
    print(f"{'measured':<70}{'figure':>10}  {'unit':<12}target")
    for row in run(largest):
        print(f"{row['measured']:<70}{row['figure']:>10.2f}  {row['unit']:<12}{row['target']}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SIZES[-1])
