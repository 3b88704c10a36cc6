"""Which entries came from the import of an older system, so that a changed row can take their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from putright.record.events import Entry, Imported
from putright.record.replay import standing_entries


@dataclass(frozen=True)
class ImportedPart:
    """What the last import left in a log: the digest of its row, its positions, and the entries made since."""

    row_digest: str
    positions: tuple[int, ...]
    by_hand: tuple[Entry, ...]


def imported_part(entries: Sequence[Entry]) -> ImportedPart | None:
    """The imported part of a log, None if nothing in it that still counts was imported."""
    standing = standing_entries(entries)
    for index, entry in enumerate(standing):
        if isinstance(entry.event, Imported):
            last = entry.position + entry.event.entries
            inside = tuple(s.position for s in standing if entry.position <= s.position <= last)
            outside = tuple(s for s in standing[index:] if s.position > last)
            return ImportedPart(entry.event.row_digest, inside, outside)
    return None
