"""Every example of docs/reference/tables.md on stored facts in the real database: SQLite, or PostgreSQL if named."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection
from tests.fact_tables import complete
from tests.spec.building_tables import built, facts_of, imported_of, printed
from tests.spec.tables_examples import EXAMPLES, Example

from putright.casework.inserting import insert
from putright.facts.schema import TABLES
from putright.reporting.engines import DatabaseEngine

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.title)
def test_it_prints_what_it_says(example: Example, tmp_path: Path) -> None:
    for table in TABLES:
        insert(table.name, [complete(table, row) for row in facts_of(example).get(table.name, [])])
    *_, printed_table = built(example, DatabaseEngine(connection), imported_of(example, tmp_path)).values()
    assert printed(printed_table) == example.rows
