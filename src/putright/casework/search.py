"""Words to find a representation by: SQLite's FTS5, or PostgreSQL's full-text search, in one small table.

It holds personal words, so erasing words erases them here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.db import connection

MOST_MATCHES = 1000

CREATE = {
    "sqlite": "CREATE VIRTUAL TABLE casework_search USING fts5(text, tokenize='porter unicode61 remove_diacritics 2')",
    "postgresql": """
        CREATE TABLE casework_search (
            rowid bigint PRIMARY KEY,
            text text NOT NULL,
            lexemes tsvector GENERATED ALWAYS AS (to_tsvector('english', text)) STORED
        );
        CREATE INDEX casework_search_lexemes ON casework_search USING gin (lexemes)
    """,
}
DROP = "DROP TABLE casework_search"

_MATCH = {
    "sqlite": "SELECT s.rowid FROM casework_search s JOIN casework_register r ON r.id = s.rowid "
    "WHERE casework_search MATCH %s AND r.authority = %s ORDER BY s.rowid DESC LIMIT %s",
    "postgresql": "SELECT s.rowid FROM casework_search s JOIN casework_register r ON r.id = s.rowid "
    "WHERE s.lexemes @@ websearch_to_tsquery('english', %s) AND r.authority = %s LIMIT %s",
}


def remember(rows: Iterable[tuple[int, str]]) -> None:
    """Make each representation (its number, its words) findable; words put in before are replaced."""
    rows = [(number, _words_of(text)) for number, text in rows]
    with connection.cursor() as cursor:
        cursor.executemany("DELETE FROM casework_search WHERE rowid = %s", [(number,) for number, _ in rows])
        cursor.executemany("INSERT INTO casework_search (rowid, text) VALUES (%s, %s)", rows)


def find(authority: str, words: str) -> list[int]:
    """Numbers of at most `MOST_MATCHES` of a council's representations that have all of these words."""
    asked = _words_of(words)
    if not asked:
        return []
    if connection.vendor == "sqlite":
        asked = " ".join(f'"{word}"' for word in asked.split())
    with connection.cursor() as cursor:
        cursor.execute(_MATCH[connection.vendor], [asked, authority, MOST_MATCHES])
        return [number for (number,) in cursor.fetchall()]


def _words_of(text: str) -> str:
    """The words alone, so that both databases take a reference such as CSC17-00182 apart in the same way."""
    return " ".join(re.findall(r"\w+", text))
