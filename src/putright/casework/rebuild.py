"""Making every projection anew from the log, and the facts as they were known on a past day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from django.db import transaction

from putright.casework import person_keys, setting
from putright.casework.log import entry_of
from putright.casework.models import LogEntry
from putright.casework.projections import store
from putright.facts.derive import FactRows
from putright.record.replay import replay

BATCH = 500


def facts_known_at(slug: str, known_at: datetime | None = None) -> Iterator[FactRows]:
    """The fact rows of a council's representations, replayed from what was recorded up to `known_at` (or until now)."""
    rows = LogEntry.objects.filter(authority=slug).order_by("representation_id", "position")
    for number, own in groupby(rows.iterator(chunk_size=5000), key=lambda row: row.representation_id):
        state = replay((entry_of(row) for row in own), known_at=known_at)
        if state:
            yield setting.facts_of(number, state, slug)


def rebuild(slug: str) -> int:
    """Make the stored projections and people's keys of a council anew; returns how many representations there are."""
    count = 0
    with transaction.atomic():
        batch: list[FactRows] = []
        for facts in facts_known_at(slug):
            batch.append(facts)
            if len(batch) == BATCH:
                store(batch)
                count += len(batch)
                batch = []
        store(batch)
        person_keys.remember_all(slug)
    return count + len(batch)
