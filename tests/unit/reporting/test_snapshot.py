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
from putright.facts.schema import TABLES
from putright.reporting import snapshot_making
from putright.reporting.engines import DatabaseEngine
from putright.reporting.period import read_period
from putright.reporting.report import BuiltReport, build
from putright.reporting.snapshot import SnapshotNotMade, Source, current, open_snapshot
from putright.reporting.snapshot_making import make
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


def test_what_is_committed_beside_it_is_neither_lost_nor_missed(database: Path, tmp_path: Path) -> None:
    """A connection of this process stays open, as a server's do; its log is not taken away from under it."""
    source, folder = Source("sqlite", str(database)), tmp_path / "snapshots"
    with closing(sqlite3.connect(database, isolation_level=None)) as server:
        server.execute("PRAGMA journal_mode = WAL")
        server.execute(CHANGED)
        current(source, folder)
        assert database.with_name(f"{database.name}-wal").exists()
        server.execute("DELETE FROM facts_representation")
        with closing(open_snapshot(current(source, folder))) as newer:
            assert newer.execute("SELECT COUNT(*) FROM facts_representation").fetchall() == [(0,)]


def test_what_cannot_be_copied_is_said(database: Path, tmp_path: Path) -> None:
    in_the_way = tmp_path / "snapshots"
    in_the_way.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(SnapshotNotMade, match=r"could not be copied to .*snapshots: (.|\n)*FileExistsError"):
        current(Source("sqlite", str(database)), in_the_way)


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
            for column in TABLES[0].columns
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
    monkeypatch.setattr(snapshot_making, "_make", lambda *_: pytest.fail("it was made anew"))
    assert report_of(make(source, folder)) == from_database(database)


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
