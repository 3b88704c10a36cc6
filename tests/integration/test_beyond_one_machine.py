"""The same SQL texts over Parquet: DuckDB, and a Spark cluster on loopback, give the database's cells, every one.

Run as all of this folder on SQLite and on PostgreSQL, so that the cells of four engines are held against each other.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner
from django.db import connection
from tests import spark_cluster
from tests.integration.test_import_coventry import COMMISSION
from tests.integration.test_import_coventry import EXAMPLE as COVENTRY
from tests.legacy_exports import CASES, OMBUDSMAN, import_

from putright.authorities import load_authority
from putright.commands.facts import facts
from putright.commands.report import report
from putright.intake.importing import import_files
from putright.oversight.reports import live_report
from putright.reporting.engines import DatabaseEngine, Engine
from putright.reporting.parquet import open_parquet
from putright.reporting.period import read_period
from putright.reporting.spark import spark_engine

pytestmark = pytest.mark.django_db(transaction=True)
COUNCILS = {"hampshire": "2017-18", "coventry": "2018-19"}
MISSING = spark_cluster.what_is_missing()


@pytest.fixture
def parquet(tmp_path: Path) -> Path:
    """The facts of both councils as files."""
    import_(CASES, OMBUDSMAN)
    import_files(COVENTRY, COMMISSION)
    written = CliRunner().invoke(facts, ["--parquet", str(tmp_path / "facts")])
    assert written.exit_code == 0, written.output
    return tmp_path / "facts"


def reports_of(council: str) -> list[str]:
    return [folder.name for folder in load_authority(council).reports]


def assert_all_cells_are_those_of_the_database(engine: Engine) -> int:
    """Every table of every report of both councils; the number of cells that were compared."""
    compared = 0
    for council, period in COUNCILS.items():
        for name in reports_of(council):
            asked = (council, name, read_period(period), connection)
            here, there = live_report(*asked), live_report(*asked, engine)
            assert there == here, (council, name)
            compared += sum(len(row.cells) for table in here.table.values() for row in table.rows)
    logging.getLogger(__name__).info("%s: %d cells compared with %s", engine, compared, connection.vendor)
    return compared


def test_duckdb_over_parquet_gives_every_cell_of_the_database(parquet: Path) -> None:
    with closing(open_parquet(parquet)) as files:
        assert assert_all_cells_are_those_of_the_database(DatabaseEngine(files)) > 4_000


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if MISSING:
        pytest.skip(f"!!!!!!!! NOTHING WAS TRIED ON SPARK: {MISSING} !!!!!!!!")
    with spark_cluster.spark_cluster(tmp_path_factory.mktemp("spark")) as master:
        yield master


def test_spark_on_two_workers_gives_every_cell_of_the_database(
    cluster: str, parquet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Few facts: the 200 parts into which Spark shares a grouping out unless it is told are all but empty.
    (tmp_path / "spark-defaults.conf").write_text("spark.sql.shuffle.partitions 2\n")
    monkeypatch.setenv("SPARK_CONF_DIR", str(tmp_path))
    monkeypatch.setenv("SPARK_LOCAL_IP", spark_cluster.HOST)
    with spark_engine(cluster, parquet) as engine:
        assert assert_all_cells_are_those_of_the_database(engine) > 4_000


def test_the_files_are_sorted_by_council_and_year_and_hold_nobody(parquet: Path) -> None:
    path = parquet / "facts_representation.parquet"
    found = duckdb.sql(f"SELECT authority, received_month FROM read_parquet('{path}')").fetchall()
    assert found == sorted(found)
    assert len(found) == 2_299 + 628
    columns = {name for name, *_ in duckdb.sql(f"DESCRIBE SELECT * FROM read_parquet('{path}')").fetchall()}
    assert columns.isdisjoint({"reference", "handler", "received_on"})


def test_the_command_counts_the_files(parquet: Path, tmp_path: Path) -> None:
    asked = ["hampshire", "childrens-annual", "--period", "2017-18"]
    from_database = CliRunner().invoke(report, asked)
    from_files = CliRunner().invoke(report, [*asked, "--parquet", str(parquet)])
    assert from_files.exit_code == 0, from_files.output
    assert from_files.stdout == from_database.stdout
    empty = CliRunner().invoke(report, [*asked, "--parquet", str(tmp_path / "nothing")])
    assert "Write them there with: ./run facts --parquet" in empty.output
    without = CliRunner().invoke(report, [*asked, "--spark", "local[1]"])
    assert "name --parquet DIR" in without.output
