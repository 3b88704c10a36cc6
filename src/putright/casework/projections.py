"""Storing the fact rows of representations: taken out and put in anew from their replayed state."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from putright.casework.models import OmbudsmanRow, RepresentationRow, StageRow
from putright.facts.derive import FactRows

BATCH = 100


def store(projected: Iterable[FactRows], *, new: bool = False) -> None:
    """Put these fact rows in place of those stored for the same representations; `new` says there are none yet."""
    projected = list(projected)
    if not new:
        numbers = [rows.representation["id"] for rows in projected]
        StageRow.objects.filter(representation_id__in=numbers).delete()
        OmbudsmanRow.objects.filter(representation_id__in=numbers).delete()
        RepresentationRow.objects.filter(id__in=numbers).delete()
    _put(RepresentationRow, [rows.representation for rows in projected])
    _put(StageRow, [row for rows in projected for row in rows.stages])
    _put(OmbudsmanRow, [row for rows in projected for row in rows.ombudsman])


def _put(model: Any, rows: list[dict[str, Any]]) -> None:
    model.objects.bulk_create([model(**row) for row in rows], batch_size=BATCH)
