"""Reading and appending to the log. Nothing else in the product writes an entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from putright.casework import person_keys
from putright.casework.chain import BEGINNING, entry_hash, new_salt, words_digest
from putright.casework.inserting import insert
from putright.casework.models import ChainHead, LogEntry, Register, Words
from putright.record.events import Entry, Event
from putright.record.writing import read, write


@dataclass(frozen=True)
class Dated:
    """An event about to be recorded: the day it happened, and personal words that go beside it."""

    event: Event
    happened_on: date
    words: str = ""


@dataclass
class LogWriter:
    """Appends entries of one council within the transaction it is opened in; `finish` stores them all at once.

    Opening it locks the council's chain head, so whoever opens one next waits until this transaction ends.
    """

    authority: str
    by: str
    recorded_at: datetime
    _head: ChainHead = field(init=False)
    _rows: list[dict[str, Any]] = field(init=False, default_factory=list)
    _words: list[dict[str, Any]] = field(init=False, default_factory=list)
    _people_changed: set[int] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        ChainHead.objects.get_or_create(authority=self.authority, defaults={"hash": BEGINNING})
        self._head = ChainHead.objects.select_for_update().get(authority=self.authority)

    def append(self, register: Register, after: int, events: Iterable[Dated]) -> list[Entry]:
        """Add `events` behind position `after` of a representation; returns them as entries."""
        return [self._append(register, position, dated) for position, dated in enumerate(events, after + 1)]

    def finish(self) -> None:
        """Store what was appended, move the chain's head, and make anew the keys of people who were named."""
        insert("casework_words", self._words)
        insert("casework_log", self._rows)
        self._head.save()
        person_keys.remember(self._people_changed)

    def _append(self, register: Register, position: int, dated: Dated) -> Entry:
        kind, text = type(dated.event).__name__, write(dated.event)
        words = self._keep(register, dated.words) if dated.words else ""
        previous, sequence = self._head.hash, self._head.sequence + 1
        content = {
            "authority": self.authority,
            "sequence": sequence,
            "position": position,
            "kind": kind,
            "happened_on": dated.happened_on,
            "recorded_at": self.recorded_at,
            "by": self.by,
            "event": text,
            "words": words,
        }
        link = entry_hash(previous, reference=register.reference, **content)
        self._rows.append({**content, "representation_id": register.id, "previous_hash": previous, "hash": link})
        self._head.sequence, self._head.hash = sequence, link
        if kind in person_keys.KINDS_OF_ENTRY:
            self._people_changed.add(register.id)
        return Entry(position, dated.happened_on, self.recorded_at, self.by, dated.event, words)

    def _keep(self, register: Register, text: str) -> str:
        salt = new_salt()
        digest = words_digest(text, salt)
        self._words.append({"digest": digest, "representation_id": register.id, "salt": salt, "text": text})
        return digest


def entry_of(row: LogEntry) -> Entry:
    """The stored row as the record knows it."""
    return Entry(row.position, row.happened_on, row.recorded_at, row.by, read(row.kind, row.event), row.words)


def entries_of(representation_id: int) -> list[Entry]:
    """The log of one representation, in order of position."""
    return [entry_of(row) for row in LogEntry.objects.filter(representation_id=representation_id).order_by("position")]


def entries_by_representation(representation_ids: Sequence[int]) -> dict[int, list[Entry]]:
    """The logs of several representations, in one query."""
    logs: dict[int, list[Entry]] = {}
    rows = LogEntry.objects.filter(representation_id__in=representation_ids).order_by("representation_id", "position")
    for row in rows:
        logs.setdefault(row.representation_id, []).append(entry_of(row))
    return logs


def words_beside(entries: Iterable[Entry]) -> dict[str, str]:
    """The personal words of these entries by digest; words that were erased are missing."""
    digests = [entry.words for entry in entries if entry.words]
    return dict(Words.objects.filter(digest__in=digests).values_list("digest", "text"))
