"""Storing the fact rows of representations: taken out and put in anew from their replayed state."""

from __future__ import annotations

from collections.abc import Iterable

from putright.casework.inserting import insert
from putright.casework.models import OmbudsmanRow, RepresentationRow, StageRow
from putright.facts import schema
from putright.facts.derive import FactRows


def store(projected: Iterable[FactRows], *, new: bool = False) -> None:
    """Put these fact rows in place of those stored for the same representations; `new` says there are none yet."""
    projected = list(projected)
    if not new:
        numbers = [rows.representation["id"] for rows in projected]
        StageRow.objects.filter(representation_id__in=numbers).delete()
        OmbudsmanRow.objects.filter(representation_id__in=numbers).delete()
        RepresentationRow.objects.filter(id__in=numbers).delete()
    insert(schema.REPRESENTATION.name, [rows.representation for rows in projected])
    insert(schema.STAGE.name, [row for rows in projected for row in rows.stages])
    insert(schema.OMBUDSMAN.name, [row for rows in projected for row in rows.ombudsman])
