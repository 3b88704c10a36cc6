"""National tables: the 25 tables of the Hampshire report over all councils at once, on one machine and on Spark.

Run by itself, on an idle machine: PYTHONPATH=src:. python bench/national.py [COUNCILS …]
Spark is tried where Java and pyspark are (requirements/spark.txt): a master and two workers on loopback.

The facts are those of one year of the example, repeated for so many councils and ten years. Each engine reads the same
Parquet files; DuckDB also a file of its own, as the product's snapshots are. The tables are asked for all councils
(no council named), and for one council among them.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any

import duckdb
from tests.spark_cluster import spark_cluster, what_is_missing

from bench.tables import ROOT, build_all, example_snapshot
from putright.authorities import load_authority
from putright.facts.schema import OMBUDSMAN, REPRESENTATION, STAGE
from putright.reporting.engines import DatabaseEngine, Engine
from putright.reporting.parquet import open_parquet
from putright.reporting.period import read_period
from putright.reporting.reading import load_tables
from putright.reporting.spark import spark_engine

COUNCILS = (15, 150, 1_500)
YEARS = 10
A_YEAR = 667
"""Representations of one council in one year: 150 councils in 10 years have a million."""
ROUNDS = 3
ONE = "council_0007"


def facts_of(source: Path, folder: Path, councils: int) -> None:
    """Parquet files of so many councils' ten years, from one year of the snapshot `source`, sorted as `facts` sorts."""
    folder.mkdir()
    with closing(duckdb.connect()) as connection:
        connection.execute(f"ATTACH '{source}' AS source (READ_ONLY)")
        connection.execute(
            "CREATE TABLE chosen AS SELECT id FROM source.facts_representation"
            f" WHERE received_month BETWEEN 201704 AND 201803 ORDER BY id LIMIT {A_YEAR}"
        )
        for table in (REPRESENTATION, STAGE, OMBUDSMAN):
            columns = connection.execute(f"DESCRIBE source.{table.name}").fetchall()
            key = "id" if table is REPRESENTATION else "representation_id"
            shown = ", ".join(_shown(name, kind) for name, kind, *_ in columns)
            connection.execute(
                f"COPY (SELECT {shown} FROM source.{table.name}, range({councils}) c(council), range({YEARS}) y(year)"
                f" WHERE {key} IN (FROM chosen) ORDER BY authority, received_month, category, type, id)"
                f" TO '{folder / table.name}.parquet' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 100000)"
            )


def _shown(name: str, kind: str) -> str:
    if name == "authority":
        return "format('council_{:04d}', council) AS authority"
    if name in ("id", "representation_id"):
        return f"{name} + (council * {YEARS} + year) * 10000000 AS {name}"
    if name.endswith("_month"):
        return f"CASE WHEN {name} > 0 THEN {name} - 100 * year ELSE 0 END AS {name}"
    return f"CAST({name} AS VARCHAR) AS {name}" if kind.startswith("ENUM") else name


def snapshot_of(folder: Path) -> Path:
    """The same in a DuckDB file with terms as ENUMs, as the product's snapshots are."""
    path = folder / "facts.duckdb"
    with closing(duckdb.connect(str(path))) as connection:
        for file in sorted(folder.glob("*.parquet")):
            columns = connection.execute(f"DESCRIBE SELECT * FROM '{file}'").fetchall()
            for name, kind, *_ in columns:
                if kind == "VARCHAR":
                    connection.execute(
                        f"CREATE TYPE {file.stem}_{name} AS ENUM (SELECT DISTINCT {name} FROM '{file}' ORDER BY 1)"
                    )
            typed = ", ".join(
                f"CAST({name} AS {file.stem}_{name}) AS {name}" if kind == "VARCHAR" else name
                for name, kind, *_ in columns
            )
            connection.execute(f"CREATE TABLE {file.stem} AS SELECT {typed} FROM '{file}'")
    return path


def tables_by(engine: Engine, authority: str) -> Callable[[], dict[str, Any]]:
    """What is timed: all 25 tables for a council, or for all of them where none is named."""
    tables = load_tables(ROOT / "councils/hampshire/reports/childrens_annual/tables.toml", load_authority("hampshire"))
    period = read_period("2017-18")
    return lambda: build_all(tables, period, engine, authority)


def seconds(engine: Engine, authority: str = "") -> float:
    """Median seconds of all 25 tables, after one round that is not counted."""
    work = tables_by(engine, authority)
    work()
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return median(taken)


def measure(folder: Path, master: str) -> dict[str, float]:
    """Seconds of each engine over the facts of a folder; of Spark where there is a master."""
    with closing(duckdb.connect(str(snapshot_of(folder)), read_only=True)) as connection:
        found = {"file": seconds(DatabaseEngine(connection))}
    with closing(open_parquet(folder)) as connection:
        engine = DatabaseEngine(connection)
        found |= {"parquet": seconds(engine), "one": seconds(engine, ONE)}
        cells = tables_by(engine, "")()
    if master:
        with spark_engine(master, folder) as engine:
            found["spark"] = seconds(engine)
            assert tables_by(engine, "")() == cells
    return found


def main(words: list[str]) -> None:
    """Print a line for each size."""
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    missing = what_is_missing()
    print(
        "councils | representations | DuckDB file | DuckDB, Parquet | one council | Spark, 2 workers | Spark / DuckDB"
    )
    with tempfile.TemporaryDirectory() as name:
        source = example_snapshot(Path(name))
        if missing:
            print(f"Spark was not tried: {missing}")
            _each(source, Path(name), words, "")
            return
        with spark_cluster(Path(name) / "spark") as master:
            _each(source, Path(name), words, master)


def _each(source: Path, folder: Path, words: list[str], master: str) -> None:
    for councils in tuple(int(word) for word in words) or COUNCILS:
        facts_of(source, folder / str(councils), councils)
        found = measure(folder / str(councils), master)
        spark = f"{found['spark']:.2f} s | {found['spark'] / found['parquet']:.1f}" if master else "– | –"
        print(
            f"{councils:,} | {councils * YEARS * A_YEAR:,} | {found['file']:.3f} s | {found['parquet']:.3f} s | "
            f"{found['one']:.3f} s | {spark}",
            flush=True,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
