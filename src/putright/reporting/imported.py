"""What a council counts elsewhere, and what other councils say of themselves: numbers that no log gives.

They are entered by hand, each with where it comes from, and are offered to tables as plain values.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from putright.reporting.conditions import Condition
from putright.reporting.period import Period


@dataclass(frozen=True)
class Activity:
    """A number of something in exactly these months: active cases, contacts, people who live there.

    `terms` says of what part of the council, by column of the facts: {"service": "adults"}; empty for all of it.
    """

    measure: str
    months: Period
    terms: Mapping[str, str]
    count: int
    source: str


@dataclass(frozen=True)
class Comparator:
    """What another council's figure for exactly these months is said to be, and by whom."""

    measure: str
    council: str
    months: Period
    value: Decimal
    note: str


@dataclass(frozen=True)
class Imported:
    """All the numbers of a council that come from elsewhere; `titles` says what is printed for a measure."""

    activity: tuple[Activity, ...] = ()
    comparators: tuple[Comparator, ...] = ()
    titles: Mapping[str, str] | None = None

    def title(self, measure: str) -> str:
        """What is printed for a measure."""
        return (self.titles or {}).get(measure, measure.replace("_", " "))

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures of which there is some activity."""
        return tuple(dict.fromkeys(entry.measure for entry in self.activity))

    @property
    def compared(self) -> tuple[str, ...]:
        """The measures in which councils are compared."""
        return tuple(dict.fromkeys(entry.measure for entry in self.comparators))

    def councils(self, *measures: str) -> tuple[str, ...]:
        """The other councils that some of these measures are known of, in the order in which they are written."""
        return tuple(dict.fromkeys(entry.council for entry in self.comparators if entry.measure in measures))

    def matching(self, measure: str, months: Period, where: Condition) -> tuple[Activity, ...]:
        """The entries for exactly these months that meet what `where` asks of the columns they name."""
        return tuple(entry for entry in self._of(measure, where) if entry.months == months)

    def count(self, measure: str, months: Period, where: Condition) -> int | None:
        """The entries that match, added up; None where one is missing that there is for other months.

        What is not known is not 0: of a part that is no more, 0 is entered.
        """
        found = self.matching(measure, months, where)
        parts = {tuple(sorted(entry.terms.items())) for entry in self._of(measure, where)}
        return sum(entry.count for entry in found) if found and len(found) == len(parts) else None

    def _of(self, measure: str, where: Condition) -> tuple[Activity, ...]:
        return tuple(
            entry
            for entry in self.activity
            if entry.measure == measure
            and all(test.matches(entry.terms[test.column]) for test in where if test.column in entry.terms)
        )

    def comparator(self, measure: str, council: str, months: Period) -> Comparator | None:
        """What is entered for another council, None if nothing is."""
        return next(
            (
                entry
                for entry in self.comparators
                if entry.measure == measure and entry.council == council and entry.months == months
            ),
            None,
        )


NOTHING_IMPORTED = Imported()
