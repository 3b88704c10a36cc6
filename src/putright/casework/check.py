"""The check that proves the record: the chain is whole, every projection equals the replay of its log,
and every document that the log names is kept as it came.

Faults name the place. A changed entry breaks its own hash; a removed one leaves a gap in the sequence; an edited
projection differs from what replay makes of the log.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import Any

from putright.casework import person_keys, setting
from putright.casework.chain import BEGINNING, entry_hash, words_digest
from putright.casework.documents import DocumentLost, kept
from putright.casework.log import entry_of
from putright.casework.models import PROJECTIONS, ChainHead, LogEntry, Register, RepresentationRow, Words
from putright.casework.projections import key_of
from putright.facts import schema
from putright.facts.derive import FactRows
from putright.record.events import DocumentAdded, LetterSent
from putright.record.replay import NotReplayable, replay
from putright.record.writing import UnknownEvent, read

Progress = Callable[[int], None]
BATCH = 500
WITH_A_DOCUMENT = (DocumentAdded.__name__, LetterSent.__name__)


@dataclass
class Proof:
    """What was checked, and every fault found, each a sentence that names its place."""

    entries: int = 0
    representations: int = 0
    documents: int = 0
    faults: list[str] = field(default_factory=list)


def prove(slug: str, progress: Progress = lambda done: None) -> Proof:
    """Check the whole record of one council; `progress` is told how many entries were just read."""
    proof = Proof()
    _prove_chain(slug, proof, progress)
    _prove_projections(slug, proof)
    _prove_words(slug, proof)
    _prove_documents(slug, proof)
    _prove_people(slug, proof)
    return proof


def authorities_with_a_log() -> list[str]:
    """Slugs of the councils that have written anything."""
    return list(ChainHead.objects.order_by("authority").values_list("authority", flat=True))


def _prove_chain(slug: str, proof: Proof, progress: Progress) -> None:
    previous, expected = BEGINNING, 1
    rows = LogEntry.objects.filter(authority=slug).select_related("representation").order_by("sequence")
    for row in rows.iterator(chunk_size=2000):
        if row.sequence != expected:
            proof.faults.append(
                f"{slug}: log entry {_numbers(expected, row.sequence - 1)} removed. Restore the backup."
            )
            expected = row.sequence
        elif row.previous_hash != previous:
            proof.faults.append(f"{_place(row)} does not follow from the entry before it: one of the two was changed.")
        if _hash(row) != row.hash:
            proof.faults.append(f"{_place(row)} was changed after it was recorded. Restore the backup.")
        previous, expected = row.hash, expected + 1
        proof.entries += 1
        progress(1)
    head = ChainHead.objects.filter(authority=slug).first()
    if head and head.sequence >= expected:
        proof.faults.append(
            f"{slug}: log entry {_numbers(expected, head.sequence)} removed from the end. Restore the backup."
        )
    elif head and head.sequence == expected - 1 and head.hash != previous:
        proof.faults.append(f"{slug}: the head of the chain does not match its last entry.")


def _hash(row: LogEntry) -> str:
    return entry_hash(
        row.previous_hash,
        authority=row.authority,
        sequence=row.sequence,
        reference=row.representation.reference,
        position=row.position,
        kind=row.kind,
        happened_on=row.happened_on,
        recorded_at=row.recorded_at,
        by=row.by,
        event=row.event,
        words=row.words,
    )


def _place(row: LogEntry) -> str:
    return (
        f"{row.authority}: log entry {row.sequence} ({row.representation.reference}, entry {row.position}, {row.kind})"
    )


def _numbers(first: int, last: int) -> str:
    return f"{first} was" if first == last else f"{first} to {last} were"


def _prove_projections(slug: str, proof: Proof) -> None:
    registers = Register.objects.filter(authority=slug).order_by("id").iterator(chunk_size=BATCH)
    while batch := {register.id: register for register in islice(registers, BATCH)}:
        proof.representations += len(batch)
        stored = {table.name: _stored(table, batch) for table in schema.TABLES}
        logs = LogEntry.objects.filter(representation_id__in=batch).order_by("representation_id", "position")
        replayed = {
            number: _replayed(batch[number], list(rows), proof)
            for number, rows in groupby(logs.iterator(chunk_size=2000), key=lambda row: row.representation_id)
        }
        for number, register in batch.items():
            facts = replayed.get(number)
            if number not in replayed:
                proof.faults.append(f"{slug}: {register.reference} is registered and has no log.")
            if facts:
                proof.faults.extend(_differences(register, facts, stored))
    extra = RepresentationRow.objects.filter(authority=slug).exclude(id__in=Register.objects.values("id"))
    for reference in extra.values_list("reference", flat=True):
        proof.faults.append(f"{slug}: {schema.REPRESENTATION.name} holds {reference}, which no log tells of.")


def _replayed(register: Register, rows: list[LogEntry], proof: Proof) -> FactRows | None:
    try:
        state = replay(entry_of(row) for row in rows)
    except (NotReplayable, UnknownEvent) as fault:
        proof.faults.append(f"{register.authority}: {register.reference} cannot be replayed. {fault}")
        return None
    if state is None:
        return None
    if state.received.reference != register.reference:
        proof.faults.append(
            f"{register.authority}: {register.reference} is registered, but its log says {state.received.reference}."
        )
    return setting.facts_of(register.id, state, register.authority)


def _stored(table: schema.FactTable, numbers: Iterable[int]) -> dict[int, list[dict[str, Any]]]:
    key = key_of(table)
    rows: dict[int, list[dict[str, Any]]] = {}
    for row in PROJECTIONS[table.name].objects.filter(**{f"{key}__in": list(numbers)}).order_by("id").values():
        rows.setdefault(row[key], []).append(row)
    return rows


def _differences(
    register: Register, facts: FactRows, stored: dict[str, dict[int, list[dict[str, Any]]]]
) -> Iterator[str]:
    for table, rows in facts.tables.items():
        found = stored[table].get(register.id, [])
        if len(found) != len(rows):
            yield (
                f"{register.authority}: {table} holds {len(found)} rows of {register.reference}, "
                f"replay makes {len(rows)}."
            )
            continue
        for row, wanted in zip(found, rows, strict=True):
            for column, value in wanted.items():
                if row[column] != value:
                    yield (
                        f"{register.authority}: {table}.{column} of {register.reference} is {row[column]!r}, "
                        f"replay makes {value!r}. Make it anew: putright rebuild {register.authority}"
                    )


def _prove_words(slug: str, proof: Proof) -> None:
    for words in Words.objects.filter(representation__authority=slug).select_related("representation").iterator():
        if words_digest(words.text, words.salt) != words.digest:
            proof.faults.append(f"{slug}: the words kept beside {words.representation.reference} were changed.")


def _prove_documents(slug: str, proof: Proof) -> None:
    """Each document that the log names is there, byte for byte."""
    rows = LogEntry.objects.filter(authority=slug, kind__in=WITH_A_DOCUMENT).select_related("representation")
    for row in rows.order_by("sequence").iterator():
        event = read(row.kind, row.event)
        if sha256 := getattr(event, "sha256", ""):
            try:
                kept(sha256)
            except DocumentLost as lost:
                proof.faults.append(f"{_place(row)}: {lost}")
            else:
                proof.documents += 1


def _prove_people(slug: str, proof: Proof) -> None:
    for reference in person_keys.wrongly_known(slug):
        proof.faults.append(
            f"{slug}: what the people of {reference} are known again by is not what its log and words say. "
            f"Make it anew: putright rebuild {slug}"
        )
