"""What an earlier import left here of a case, for a row that comes without the rows it belongs with."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from putright.casework.log import Dated, entries_by_representation, words_beside
from putright.casework.models import OmbudsmanRow, Register
from putright.intake.legacy_events import OMBUDSMAN_EVENTS
from putright.record.events import Imported
from putright.record.imported import imported_part


@dataclass(frozen=True)
class Earlier:
    """The imported events of one case as they stand here: those of the case, and those of the Ombudsman."""

    case: tuple[Dated, ...]
    ombudsman: tuple[Dated, ...]

    def ombudsman_without(self, references: Collection[str]) -> list[Dated]:
        """The Ombudsman's events of other records than these."""
        return [dated for dated in self.ombudsman if ombudsman_reference(dated) not in references]


def ombudsman_reference(dated: Dated) -> str:
    """The Ombudsman's reference of an event of the Ombudsman, empty for another event."""
    return getattr(dated.event, "ombudsman_reference", "")


def are_here(authority: str, references: Collection[str]) -> set[str]:
    """Those of the references that the council has here already."""
    return set(
        Register.objects.filter(authority=authority, reference__in=references).values_list("reference", flat=True)
    )


def earlier_imports(
    authority: str, references: Collection[str], *, with_ombudsman: bool = False
) -> Mapping[str, Earlier]:
    """The imported events by reference; `with_ombudsman` leaves out the cases that have none of the Ombudsman's."""
    if not references:
        return {}
    here = dict(Register.objects.filter(authority=authority, reference__in=references).values_list("id", "reference"))
    if with_ombudsman:
        kept = set(
            OmbudsmanRow.objects.filter(representation_id__in=list(here)).values_list("representation_id", flat=True)
        )
        here = {number: reference for number, reference in here.items() if number in kept}
    found = {}
    for number, entries in entries_by_representation(list(here)).items():
        part = imported_part(entries)
        if part is None:
            continue
        inside = [entry for entry in entries if entry.position in part.positions]
        words = words_beside(inside)
        events = tuple(
            Dated(entry.event, entry.happened_on, words.get(entry.words, ""))
            for entry in inside
            if not isinstance(entry.event, Imported)
        )
        found[here[number]] = Earlier(
            case=tuple(dated for dated in events if not isinstance(dated.event, OMBUDSMAN_EVENTS)),
            ombudsman=tuple(dated for dated in events if isinstance(dated.event, OMBUDSMAN_EVENTS)),
        )
    return found
