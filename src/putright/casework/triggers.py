"""The triggers by which the database itself refuses to change or remove what is in the log and the register."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.backends.base.base import BaseDatabaseWrapper

APPEND_ONLY = ("casework_log", "casework_register")


def install(connection: BaseDatabaseWrapper, tables: Sequence[str] = APPEND_ONLY) -> None:
    """Make `tables` append-only in this database (SQLite or PostgreSQL)."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_REFUSE_FUNCTION)
        for statement in _statements(connection.vendor, _INSTALL, tables):
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper, tables: Sequence[str] = APPEND_ONLY) -> None:
    """Take the triggers away again: for undoing the migration, and for a test that spoils a row on purpose."""
    with connection.cursor() as cursor:
        for statement in _statements(connection.vendor, _REMOVE, tables):
            cursor.execute(statement)


def _statements(vendor: str, templates: dict[str, tuple[str, ...]], tables: Sequence[str]) -> list[str]:
    return [template.format(table=table) for table in tables for template in templates[vendor]]


_REFUSE_FUNCTION = """
CREATE OR REPLACE FUNCTION putright_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The table % is append-only: entries are never changed or removed.', TG_TABLE_NAME;
END $$
"""
_INSTALL = {
    "sqlite": (
        "CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN "
        "SELECT RAISE(ABORT, 'The table {table} is append-only: entries are never changed or removed.'); END",
        "CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN "
        "SELECT RAISE(ABORT, 'The table {table} is append-only: entries are never changed or removed.'); END",
    ),
    "postgresql": (
        "CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION putright_append_only()",
        "CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION putright_append_only()",
    ),
}
_REMOVE = {
    "sqlite": ("DROP TRIGGER IF EXISTS {table}_no_update", "DROP TRIGGER IF EXISTS {table}_no_delete"),
    "postgresql": (
        "DROP TRIGGER IF EXISTS {table}_append_only ON {table}",
        "DROP TRIGGER IF EXISTS {table}_no_truncate ON {table}",
    ),
}
