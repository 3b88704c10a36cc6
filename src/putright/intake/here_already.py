"""What an earlier import left here of a case, for a row that comes without the rows it belongs with."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from putright.casework.log import Dated, entries_by_representation, words_beside
from putright.casework.models import ConcernRow, OmbudsmanRow, Register, RemedyRow
from putright.intake.legacy_beside import TakenApart, taken_apart
from putright.record.events import Imported
from putright.record.imported import imported_part

_BESIDE = (OmbudsmanRow, ConcernRow, RemedyRow)


def are_here(authority: str, references: Collection[str]) -> set[str]:
    """Those of the references that the council has here already."""
    return set(
        Register.objects.filter(authority=authority, reference__in=references).values_list("reference", flat=True)
    )


def earlier_imports(
    authority: str, references: Collection[str], *, with_beside: bool = False
) -> Mapping[str, TakenApart]:
    """The imported events by reference, apart; `with_beside` leaves out the cases that nothing belongs to."""
    if not references:
        return {}
    here = dict(Register.objects.filter(authority=authority, reference__in=references).values_list("id", "reference"))
    if with_beside:
        kept = {
            number
            for rows in _BESIDE
            for number in rows.objects.filter(representation_id__in=list(here)).values_list(
                "representation_id", flat=True
            )
        }
        here = {number: reference for number, reference in here.items() if number in kept}
    found = {}
    for number, entries in entries_by_representation(list(here)).items():
        part = imported_part(entries)
        if part is None:
            continue
        inside = [entry for entry in entries if entry.position in part.positions]
        words = words_beside(inside)
        found[here[number]] = taken_apart(
            here[number],
            [
                Dated(entry.event, entry.happened_on, words.get(entry.words, ""))
                for entry in inside
                if not isinstance(entry.event, Imported)
            ],
        )
    return found
