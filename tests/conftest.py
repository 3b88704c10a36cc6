"""Shared fixtures: databases that can be thrown away, and a data folder of the test's own.

The database is SQLite, in a file as in real use, unless DATABASE_URL names a PostgreSQL (tests/with_postgresql.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections
from django.test import TransactionTestCase

from putright.casework import triggers
from putright.correspondence.models.letters import APPEND_ONLY as LETTER_VERSIONS
from putright.issuing.models import APPEND_ONLY as ISSUED
from putright.oversight.models import APPEND_ONLY as ADDED_TABLES

APPEND_ONLY = (*triggers.APPEND_ONLY, *LETTER_VERSIONS, *ISSUED, *ADDED_TABLES)


@pytest.fixture(autouse=True)
def data_folder(settings: Any, tmp_path: Path) -> Path:
    """The test's own data folder: nothing it writes reaches the checkout's."""
    settings.DATA = tmp_path / "data"
    settings.DATA.mkdir()
    settings.MEDIA_ROOT = settings.DATA / "documents"
    settings.CLAMD = ""
    return settings.DATA


@pytest.fixture(autouse=True)
def passwords_are_kept_quickly(settings: Any) -> None:
    """What makes passwords hard to guess makes them slow to keep, a quarter of a second for each account of a test."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite in a file, so that two connections are two writers as they are in real use."""
    if connection.vendor == "sqlite":
        file = tmp_path_factory.mktemp("database") / "test.sqlite3"
        connections["default"].settings_dict["TEST"]["NAME"] = str(file)


@pytest.fixture(scope="session", autouse=True)
def emptying_between_tests() -> Iterator[None]:
    """Let a transactional test empty the append-only tables after it: its triggers come off for just that moment."""
    empty = TransactionTestCase._fixture_teardown

    def empty_all(case: TransactionTestCase) -> None:
        triggers.remove(connection, APPEND_ONLY)
        empty(case)
        triggers.install(connection, APPEND_ONLY)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", empty_all)
        yield
