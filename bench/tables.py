"""The 25 tables of the Hampshire report, against hand-written DuckDB SQL and against pandas crosstabs, in one run.

Run it by itself: PYTHONPATH=src:. .venv/bin/python bench/tables.py [REPRESENTATIONS …]

The facts are those of the example, multiplied. Each contender reads the same DuckDB file. pandas has its data frames
ready in memory before the clock starts, with terms as text (as it reads them) and as categories (its quickest); the
others read from the file. Peak memory is of a process of its own.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import duckdb

from bench.hand_written import CROSSTABS, SQL, frames
from putright.authorities import load_authority
from putright.facts.schema import OMBUDSMAN, REPRESENTATION, STAGE
from putright.reporting.engines import DatabaseEngine, Engine
from putright.reporting.period import read_period
from putright.reporting.reading import load_tables
from putright.reporting.snapshot import open_snapshot
from putright.reporting.tables import build_table

ROOT = Path(__file__).resolve().parents[1]
SIZES = (1_000, 100_000, 1_000_000)
ROUNDS = 7
CONTENDERS = ("tables", "hand-written SQL", "pandas", "pandas, categories")


def multiplied(source: Path, target: Path, size: int) -> None:
    """A DuckDB file of `size` representations: those of the snapshot `source`, over and over with new numbers."""
    with duckdb.connect(str(target)) as connection:
        connection.execute(f"ATTACH '{source}' AS source (READ_ONLY)")
        (own,) = connection.execute("SELECT COUNT(*) FROM source.facts_representation").fetchall()[0]
        (step,) = connection.execute("SELECT MAX(id) + 1 FROM source.facts_representation").fetchall()[0]
        times = -(-size // own)
        for table in (REPRESENTATION, STAGE, OMBUDSMAN):
            columns = [name for name, *_ in connection.execute(f"DESCRIBE source.{table.name}").fetchall()]
            shifted = ", ".join(_shifted(name, step, own_id=table is not REPRESENTATION) for name in columns)
            kept = (
                f"WHERE number * {own} + row_number() OVER (ORDER BY id) <= {size}" if table is REPRESENTATION else ""
            )
            connection.execute(
                f"CREATE TABLE {table.name} AS SELECT {shifted} FROM source.{table.name}, range({times}) n(number) "
                f"{kept.replace('WHERE', 'QUALIFY')} ORDER BY authority, received_month, category, type"
            )
        connection.execute("CHECKPOINT")


def _shifted(column: str, step: int, *, own_id: bool) -> str:
    by = {"id": step * 100 if own_id else step, "representation_id": step}.get(column)
    return f"{column} + number * {by} AS {column}" if by else column


def contender(name: str, path: Path) -> Callable[[], Any]:
    """What is timed: all 25 tables by one of `CONTENDERS`."""
    connection = open_snapshot(path)
    if name == "tables":
        tables = load_tables(
            ROOT / "councils/hampshire/reports/childrens_annual/tables.toml", load_authority("hampshire")
        )
        engine, period = DatabaseEngine(connection), read_period("2017-18")
        return lambda: build_all(tables, period, engine)
    if name == "hand-written SQL":
        return lambda: [connection.execute(sql).fetchall() for sql in SQL.values()]
    data = frames(connection, as_categories="categories" in name)
    return lambda: [crosstab(data) for crosstab in CROSSTABS.values()]


def build_all(tables: Any, period: Any, engine: Engine, authority: str = "hampshire") -> dict[str, Any]:
    """All the tables, worked out."""
    built: dict[str, Any] = {}
    for table in tables:
        built[table.id] = build_table(table, period, engine, authority, built)
    return built


def measure(name: str, path: Path) -> dict[str, float]:
    """Median seconds of one contender, and its peak memory in MiB, measured in this process."""
    work = contender(name, path)
    work()
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return {"seconds": median(seconds), "mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def run(sizes: tuple[int, ...] = SIZES) -> list[dict[str, Any]]:
    """One row a size: seconds and peak memory of each contender, and the ratios."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        source = example_snapshot(Path(folder))
        for size in sizes:
            path = Path(folder) / f"{size}.duckdb"
            multiplied(source, path, size)
            found = {name: _apart(name, path) for name in CONTENDERS}
            ours, hand, pandas, categories = (found[name] for name in CONTENDERS)
            rows.append(
                {
                    "representations": size,
                    "tables_s": ours["seconds"],
                    "hand_s": hand["seconds"],
                    "pandas_s": pandas["seconds"],
                    "to_hand": ours["seconds"] / hand["seconds"],
                    "categories_s": categories["seconds"],
                    "faster_than_pandas": pandas["seconds"] / ours["seconds"],
                    "faster_than_categories": categories["seconds"] / ours["seconds"],
                    "peak_mib": ours["mib"],
                    "pandas_mib": pandas["mib"],
                }
            )
    return rows


def example_snapshot(folder: Path) -> Path:
    """A snapshot of the example's facts, made by the project's own commands."""
    run_it = [sys.executable, "-c", _MAKE_SNAPSHOT, str(folder)]
    return Path(subprocess.run(run_it, check=True, capture_output=True, text=True).stdout.strip().splitlines()[-1])


_MAKE_SNAPSHOT = """
import os, sys
from pathlib import Path
folder = Path(sys.argv[1])
os.environ.update(PUTRIGHT_DATA=str(folder / "data"), DJANGO_SETTINGS_MODULE="putright.config.settings")
import django
django.setup()
from django.core.management import call_command
from django.conf import settings
call_command("migrate", verbosity=0)
from putright.commands.example import example_if_empty
from putright.reporting.snapshot import Source, current
example_if_empty()
print(current(Source("sqlite", str(settings.DATABASES["default"]["NAME"])), folder / "snapshots"))
"""


def _apart(name: str, path: Path) -> dict[str, float]:
    """The measurement of one contender in a process of its own, so that the memory is its own."""
    command = [sys.executable, __file__, "--measure", name, str(path)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: dict[str, float] = json.loads(printed.splitlines()[-1])
    return found


def main(words: list[str]) -> None:
    """Print the comparison, or one measurement for `_apart`."""
    if words[:1] == ["--measure"]:
        print(json.dumps(measure(words[1], Path(words[2]))))
        return
    print("representations | tables | by hand | pandas, text | pandas, categories | tables / by hand | pandas / tables")
    for row in run(tuple(int(word) for word in words) or SIZES):
        print(
            f"{row['representations']:,} | {row['tables_s']:.3f} s | {row['hand_s']:.3f} s | {row['pandas_s']:.3f} s | "
            f"{row['categories_s']:.3f} s | {row['to_hand']:.2f} | "
            f"{row['faster_than_pandas']:.1f}, {row['faster_than_categories']:.1f} | "
            f"peak {row['peak_mib']:.0f} MiB, pandas {row['pandas_mib']:.0f} MiB"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
