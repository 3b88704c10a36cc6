"""The worker: does its jobs over and over, one worker at a time, and can be killed at any moment.

No job leaves anything half done that the next round would not find: what is still to be done is read from the record
each time. The right to work is a lock that the operating system (SQLite) or PostgreSQL takes back the moment the
process is gone, so a worker that was killed never keeps the next one waiting.
"""

from __future__ import annotations

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.conf import settings
from django.db import close_old_connections, connection

Job = Callable[[], None]
LOCK = 7_311_820_461
"""The number of PostgreSQL's advisory lock that the worker holds; chosen once, it means nothing."""
SECONDS_BETWEEN_TRIES = 0.2


@contextmanager
def alone(waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the right to work on this database; while another worker holds it, wait, having called `waiting` once."""
    with _postgresql() if connection.vendor == "postgresql" else _file() as try_to_lock:
        if not try_to_lock():
            waiting()
            while not try_to_lock():
                time.sleep(SECONDS_BETWEEN_TRIES)
        yield


@contextmanager
def _file() -> Iterator[Callable[[], bool]]:
    with (Path(settings.DATA) / "worker.lock").open("w") as file:

        def try_to_lock() -> bool:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            return True

        yield try_to_lock


@contextmanager
def _postgresql() -> Iterator[Callable[[], bool]]:
    """A connection of its own, outside the pool: the lock lasts as long as the connection."""
    with psycopg.connect(**connection.get_connection_params(), autocommit=True) as own:

        def try_to_lock() -> bool:
            row = own.execute("SELECT pg_try_advisory_lock(%s)", [LOCK]).fetchone()
            return bool(row and row[0])

        yield try_to_lock


def work(jobs: list[Job], seconds: float, rounds: int | None = None) -> None:
    """Do `jobs` one after another, then again after `seconds`; `rounds` times, or for ever when it is None."""
    done = 0
    while rounds is None or done < rounds:
        if done:
            time.sleep(seconds)
            close_old_connections()
        for job in jobs:
            job()
        done += 1
