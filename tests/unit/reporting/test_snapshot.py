"""A snapshot gives the same cells as the database it was made from, and is made again when that has changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.fact_tables import create
from tests.hampshire_facts import hampshire_facts
from tests.unit.reporting import hampshire

from putright.authorities import load_authority
from putright.reporting import snapshot
from putright.reporting.engines import DatabaseEngine
from putright.reporting.period import read_period
from putright.reporting.report import BuiltReport, build
from putright.reporting.snapshot import Source, current, open_snapshot
from putright.rules import load_book


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "facts.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        create(connection, hampshire_facts())
        connection.commit()
    return path


def change(database: Path, sql: str) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(sql)
        connection.commit()


def report_of(snapshot_file: Path) -> BuiltReport:
    with closing(open_snapshot(snapshot_file)) as connection:
        engine, authority = DatabaseEngine(connection), load_authority("hampshire")
        return build(hampshire.definition(), read_period("2017-18"), engine, authority, load_book())


def from_database(database: Path) -> BuiltReport:
    with closing(sqlite3.connect(database)) as connection:
        engine, authority = DatabaseEngine(connection), load_authority("hampshire")
        return build(hampshire.definition(), read_period("2017-18"), engine, authority, load_book())


def test_the_cells_are_the_same(database: Path, tmp_path: Path) -> None:
    assert report_of(current(Source("sqlite", str(database)), tmp_path / "snapshots")) == hampshire.report()


def test_a_snapshot_is_kept_while_nothing_changes(database: Path, tmp_path: Path) -> None:
    source, folder = Source("sqlite", str(database)), tmp_path / "snapshots"
    first = current(source, folder)
    made = first.stat().st_mtime_ns
    assert current(source, folder) == first
    assert first.stat().st_mtime_ns == made


CHANGED = (
    "UPDATE facts_representation SET method = 'in_person', position = position + 1 WHERE reference = 'CSC17-00374'"
)


@pytest.mark.parametrize(
    "sql",
    [
        CHANGED,
        CHANGED.replace("'in_person'", "'by_pigeon'"),
        "DELETE FROM facts_representation WHERE reference = 'CSC17-00374'",
        "INSERT INTO facts_representation SELECT id + 90000, authority || '', reference || 'x', position, "
        + ", ".join(
            column.name
            for column in snapshot.TABLES[0].columns
            if column.name not in ("id", "authority", "reference", "position")
        )
        + " FROM facts_representation WHERE id <= 20",
    ],
    ids=["a change", "a term that was not there", "one fewer", "some more"],
)
def test_it_is_brought_up_to_date(database: Path, tmp_path: Path, sql: str) -> None:
    source, folder = Source("sqlite", str(database)), tmp_path / "snapshots"
    first = current(source, folder)
    change(database, sql)
    second = current(source, folder)
    assert second != first
    assert list(folder.iterdir()) == [second], "older snapshots and half-made ones are gone"
    assert report_of(second) == from_database(database)
    assert report_of(second) != hampshire.report()


def test_a_change_renews_only_what_changed(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, folder = Source("sqlite", str(database)), tmp_path / "snapshots"
    current(source, folder)
    change(database, CHANGED)
    monkeypatch.setattr(snapshot, "_make", lambda *_: pytest.fail("it was made anew"))
    assert report_of(current(source, folder)) == from_database(database)


def test_a_snapshot_that_misses_a_change_is_not_used(database: Path, tmp_path: Path) -> None:
    """A fact row changed without a log entry: no position tells which, so the sums differ and all is made anew."""
    source, folder = Source("sqlite", str(database)), tmp_path / "snapshots"
    current(source, folder)
    change(database, "UPDATE facts_stage SET working_days = working_days + 1 WHERE responded_month = 201706")
    assert report_of(current(source, folder)) == from_database(database)


def test_a_reader_of_an_older_snapshot_is_not_disturbed(database: Path, tmp_path: Path) -> None:
    source, folder = Source("sqlite", str(database)), tmp_path / "snapshots"
    with closing(open_snapshot(current(source, folder))) as older:
        change(database, "DELETE FROM facts_representation")
        with closing(open_snapshot(current(source, folder))) as newer:
            counts = [
                connection.execute("SELECT COUNT(*) FROM facts_representation").fetchall()
                for connection in (older, newer)
            ]
    assert counts == [[(2299,)], [(0,)]]
