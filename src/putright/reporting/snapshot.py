"""A DuckDB copy of the fact tables, for councils too large for their own database to count quickly.

A snapshot holds what tables count by (terms as ENUMs, months, numbers; no text and no dates) and is a file that is
never changed: a new one is written beside it and takes its name when it is whole, so that nobody reads half of one.
Its name is made of sums over the fact tables (each change of a representation adds to its position): a snapshot is
current when the same sums come from the database, and one brought up to date is used only when they come from it too.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import duckdb

from putright.reporting import snapshot_making
from putright.reporting.snapshot_making import MEMORY, Source, make, named, sums_of

__all__ = ["LARGE", "SnapshotNotMade", "Source", "current", "forget", "open_snapshot"]

LARGE = 25_000
"""The number of representations above which a snapshot is quicker than the database it was made from."""


class SnapshotNotMade(RuntimeError):
    """The facts could not be copied; the message says from where, to where and why."""


def current(source: Source, folder: Path) -> Path:
    """The snapshot of the facts as they are now, made or brought up to date if there is none yet; older ones go."""
    with closing(source.connect()) as database:
        path = named(folder, sums_of(database))
    if path.exists():
        return path
    return _made_in_a_process_of_its_own(source, folder) if source.kind == "sqlite" else make(source, folder)


def _made_in_a_process_of_its_own(source: Source, folder: Path) -> Path:
    # ADBC brings an SQLite of its own, and two of them in one process undo each other's locks: the one that closes
    # first takes the write-ahead log away from under the other, and what that commits from then on is lost in a crash.
    asked = [sys.executable, "-P", "-m", snapshot_making.__name__, source.address, str(folder)]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(asked, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SnapshotNotMade(f"The facts of {source.address} could not be copied to {folder}: {done.stderr.strip()}")
    return Path(done.stdout)


def forget(folder: Path) -> None:
    """Take away the snapshots of a folder; one that is being read stays readable to who reads it."""
    for file in folder.glob("facts-*.duckdb"):
        file.unlink(missing_ok=True)


def open_snapshot(path: Path) -> duckdb.DuckDBPyConnection:
    """A connection that reads a snapshot, for :class:`DatabaseEngine`; its owner closes it."""
    return duckdb.connect(str(path), read_only=True, config={"memory_limit": MEMORY})
