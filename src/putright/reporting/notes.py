"""The notes below a table: its author's, and those that its own numbers call for."""

from __future__ import annotations

from collections.abc import Iterator

from putright.reporting.definition import Table
from putright.reporting.imported import Imported
from putright.reporting.measures import Measure
from putright.reporting.numbers import Place, above, months_of, places, window_of
from putright.reporting.period import Period
from putright.reporting.printed import NOT_AVAILABLE

DAYS = {"working_days": "working days", "calendar_days": "calendar days"}


def notes_of(table: Table, period: Period, imported: Imported) -> tuple[str, ...]:
    """The notes of `table` in a report on `period`, each once: it is said which days an average is in, where a
    definition changed within the years shown, and where numbers that are not in the record come from."""
    found = [*table.notes, *_days(table), *_breaks(table, period), *_from_elsewhere(table, period, imported)]
    return tuple(dict.fromkeys(found))


def _days(table: Table) -> Iterator[str]:
    units = dict.fromkeys(
        measure.unit
        for measure in _measures(table)
        if measure.numerator.kind == "sum" and measure.divides and measure.numerator.column in DAYS
    )
    if units:
        yield f"Averages are in {' and '.join(units)}."


def _breaks(table: Table, period: Period) -> Iterator[str]:
    lasts = {months_of(place, period).last for place in places(table)} if table.changed else set()
    for changed in table.changed:
        if lasts and min(lasts) < changed.month <= max(lasts):
            day = Period(changed.month, changed.month).start
            yield f"The definition changed on 1 {day:%B %Y}. {changed.says}"


def _from_elsewhere(table: Table, period: Period, imported: Imported) -> Iterator[str]:
    missing, told = False, dict[str, list[str]]()
    for place in places(table):
        measure = table.measure(place.row, place.head)
        for quantity in (measure.numerator, measure.denominator):
            if quantity and quantity.kind == "imported":
                months = months_of(place, period)
                where = table.where + above(table, place, window_of(table, place, period)).where
                entries = imported.matching(quantity.column, months, where)
                missing = missing or imported.count(quantity.column, months, where) is None
                for entry in entries:
                    yield f"{imported.title(entry.measure)}: {entry.source}".rstrip(".") + "."
    for row in table.rows:
        for column in table.columns:
            if not row.entered or column.head.name not in dict(row.entered):
                continue
            months = months_of(Place(row, column.year, column.head), period)
            found = imported.comparator(dict(row.entered)[column.head.name], row.label, months)
            missing = missing or found is None
            if found and row.label not in told.setdefault(found.note, []):
                told[found.note].append(row.label)
    for note, councils in told.items():
        yield f"{', '.join(councils)}: {note}".rstrip(".") + "."
    if missing:
        yield f"{NOT_AVAILABLE} where the number is not known."


def _measures(table: Table) -> list[Measure]:
    return [table.measure(place.row, place.head) for place in places(table)]
