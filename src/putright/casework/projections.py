"""Storing the fact rows of representations: taken out and put in anew from their replayed state."""

from __future__ import annotations

from collections.abc import Iterable

from putright.casework.inserting import insert
from putright.casework.models import PROJECTIONS
from putright.facts import schema
from putright.facts.derive import FactRows


def store(projected: Iterable[FactRows], *, new: bool = False) -> None:
    """Put these fact rows in place of those stored for the same representations; `new` says there are none yet."""
    projected = list(projected)
    numbers = [rows.number for rows in projected]
    for table in schema.TABLES:
        if not new:
            PROJECTIONS[table.name].objects.filter(**{f"{key_of(table)}__in": numbers}).delete()
        insert(table.name, [row for rows in projected for row in rows.tables[table.name]])


def key_of(table: schema.FactTable) -> str:
    """The column of `table` that holds the representation's number."""
    return "id" if table is schema.REPRESENTATION else "representation_id"
