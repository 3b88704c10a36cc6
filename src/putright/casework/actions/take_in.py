"""Take in records of an older system: many at once, each as the events its row tells of.

A record that is here already with the same row changes nothing. One whose row changed replaces what was imported, by
voiding it, unless people have worked on it here since: then it is refused, and a person settles it.

Each step a record tells of is asked of the same rules as a step that is taken here. One they did not permit on its day
keeps the record out; a closing too early does not, for what is over in the older system cannot be taken up again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from putright.casework import search, setting
from putright.casework.actions.base import NoPermission
from putright.casework.log import Dated, LogWriter, entries_by_representation
from putright.casework.models import Register
from putright.casework.projections import store
from putright.facts.derive import FactRows
from putright.record.actor import Actor
from putright.record.events import Entry, Imported, Voided
from putright.record.imported import ImportedPart, imported_part
from putright.record.replay import replay
from putright.record.steps.history import Unlawful, unlawful_steps

VERB = "import_records"
LET_IN = frozenset({"close"})
"""Verbs whose being forbidden keeps no record out."""


@dataclass(frozen=True)
class LegacyRecord:
    """One accepted record: its events in order, the first of them Received, and the row they come from."""

    reference: str
    events: tuple[Dated, ...]
    source_file: str
    source_line: int
    row_digest: str

    def as_appended(self) -> list[Dated]:
        """The events behind the note of where they come from."""
        note = Imported(self.source_file, self.source_line, self.row_digest, len(self.events))
        return [Dated(note, self.events[0].happened_on), *self.events]


@dataclass(frozen=True)
class Forbidden:
    """What the rules forbid of a record: the steps that keep it out, and those that are let in to be looked at."""

    kept_out: tuple[Unlawful, ...] = ()
    let_in: tuple[Unlawful, ...] = ()


@dataclass
class TakenIn:
    """What became of a batch: references that are new, unchanged, changed, or refused because worked on since.

    `forbidden` is by reference, for those of which the rules forbid something; one with a step that keeps it out is in
    none of the lists.
    """

    new: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    forbidden: Mapping[str, Forbidden] = field(default_factory=dict)


def forbidden_in(records: Sequence[LegacyRecord], recorded_at: datetime) -> dict[str, Forbidden]:
    """What the rules forbid of each record, by reference; those of which they forbid nothing are left out."""
    found = {record.reference: _forbidden_in(record, recorded_at) for record in records}
    return {reference: forbidden for reference, forbidden in found.items() if forbidden != Forbidden()}


def _forbidden_in(record: LegacyRecord, recorded_at: datetime) -> Forbidden:
    entries = [
        Entry(position, dated.happened_on, recorded_at, VERB, dated.event)
        for position, dated in enumerate(record.events, 1)
    ]
    unlawful = tuple(unlawful_steps(entries, setting.book()))
    return Forbidden(
        tuple(one for one in unlawful if one.step.verb not in LET_IN),
        tuple(one for one in unlawful if one.step.verb in LET_IN),
    )


def take_in(records: Sequence[LegacyRecord], *, actor: Actor, recorded_at: datetime) -> TakenIn:
    """Take in a batch, whole or not at all. References must differ within the batch."""
    if not actor.may(VERB):
        raise NoPermission(f"The post {actor.post} may not import records.")
    taken = TakenIn(forbidden=forbidden_in(records, recorded_at))
    records = [record for record in records if not taken.forbidden.get(record.reference, Forbidden()).kept_out]
    with transaction.atomic():
        writer = LogWriter(actor.authority, actor.post, recorded_at)
        references = [record.reference for record in records]
        known = {r.reference: r for r in Register.objects.filter(authority=actor.authority, reference__in=references)}
        _take_in_new([r for r in records if r.reference not in known], writer, taken)
        _take_in_known([r for r in records if r.reference in known], known, writer, taken)
        writer.finish()
    return taken


def _take_in_new(records: Sequence[LegacyRecord], writer: LogWriter, taken: TakenIn) -> None:
    registers = Register.objects.bulk_create(
        [Register(authority=writer.authority, reference=record.reference, recorded_by=writer.by) for record in records]
    )
    rows, words = [], []
    for record, register in zip(records, registers, strict=True):
        entries = writer.append(register, 0, record.as_appended())
        rows.append(_facts(register, entries))
        words.append((register.id, _searchable(record)))
        taken.new.append(record.reference)
    store(rows, new=True)
    search.remember(words)


def _take_in_known(
    records: Sequence[LegacyRecord], known: dict[str, Register], writer: LogWriter, taken: TakenIn
) -> None:
    logs = entries_by_representation([known[record.reference].id for record in records])
    rows, words = [], []
    for record in records:
        register = known[record.reference]
        entries = logs[register.id]
        part = imported_part(entries)
        if part and part.row_digest == record.row_digest:
            taken.unchanged.append(record.reference)
        elif part is None or part.by_hand:
            taken.refused.append(record.reference)
        else:
            entries = entries + writer.append(register, len(entries), _replacing(part, record))
            rows.append(_facts(register, entries))
            words.append((register.id, _searchable(record)))
            taken.changed.append(record.reference)
    store(rows)
    search.remember(words)


def _replacing(part: ImportedPart, record: LegacyRecord) -> list[Dated]:
    why = f"The row changed in the older system: {record.source_file}, line {record.source_line}."
    on = record.events[0].happened_on
    return [*(Dated(Voided(position, why), on) for position in part.positions), *record.as_appended()]


def _facts(register: Register, entries: Sequence[Entry]) -> FactRows:
    state = replay(entries)
    assert state is not None
    return setting.facts_of(register.id, state, register.authority)


def _searchable(record: LegacyRecord) -> str:
    return "\n".join([record.reference, *(dated.words for dated in record.events if dated.words)])
