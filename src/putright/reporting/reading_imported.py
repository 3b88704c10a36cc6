"""The files of a council's folder `activity`, read into numbers from elsewhere, every fault of them noted."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from putright.authorities.authority import Authority
from putright.authorities.entries import Entries, read_toml
from putright.authorities.faults import AuthorityFault
from putright.reporting.imported import Activity, Comparator, Imported
from putright.reporting.period import Period

FOLDER = "activity"


def read_imported(authority: Authority, faults: list[AuthorityFault]) -> Imported:
    """The numbers of every file of the folder, in the order of their names; nothing where there is no folder."""
    activity: list[Activity] = []
    comparators: list[Comparator] = []
    titles: dict[str, str] = {}
    for path in sorted((authority.folder / FOLDER).glob("*.toml")):
        file = read_toml(path, faults, named=f"{FOLDER}/{path.name}")
        if file is None:
            continue
        titles |= file.words("titles")
        for entries in file.parts("activity", named_by="measure"):
            activity.append(_activity(entries, authority, activity))
        for entries in file.parts("comparator", named_by="council"):
            comparators.append(_comparator(entries, comparators))
        file.finish()
    return Imported(tuple(activity), tuple(comparators), titles)


def _activity(entries: Entries, authority: Authority, before: list[Activity]) -> Activity:
    entry = Activity(
        measure=entries.text("measure"),
        months=_months(entries),
        terms=_terms(entries, authority),
        count=entries.whole("count"),
        source=entries.text("source"),
    )
    for other in before:
        if other.measure != entry.measure:
            continue
        if set(other.terms) != set(entry.terms):
            entries.fault(
                f"says {_listed(entry)} of what, another entry of {entry.measure} says {_listed(other)}",
                "name the same columns in every entry of a measure",
                "of",
            )
            break
        if (other.months, other.terms) == (entry.months, entry.terms):
            entries.fault("is entered twice for the same months", "keep one of the two")
    entries.finish()
    return entry


def _comparator(entries: Entries, before: list[Comparator]) -> Comparator:
    entry = Comparator(
        measure=entries.text("measure"),
        council=entries.text("council"),
        months=_months(entries),
        value=_value(entries),
        note=entries.text("note"),
    )
    if any((o.measure, o.council, o.months) == (entry.measure, entry.council, entry.months) for o in before):
        entries.fault("is entered twice for the same months", "keep one of the two")
    entries.finish()
    return entry


def _months(entries: Entries) -> Period:
    """The whole months from `from` to `to`."""
    first, last = entries.day("from"), entries.day("to")
    if first is None or last is None or first > last or first.day != 1 or (last + timedelta(days=1)).day != 1:
        entries.fault("is not a number of whole months", "write from = 2017-04-01 and to = 2018-03-31", "from")
        return Period(0, 0)
    return Period(_month(first), _month(last))


def _month(day: date) -> int:
    return day.year * 100 + day.month


def _terms(entries: Entries, authority: Authority) -> dict[str, str]:
    """What part of the council a number is of: a code of a vocabulary for each column it names."""
    terms = entries.words("of")
    for column, code in terms.items():
        vocabulary = authority.vocabularies.get(column)
        if vocabulary is None:
            known = ", ".join(authority.vocabularies)
            entries.fault(f"{column} is not a column with a vocabulary", f"write one of: {known}", "of")
        elif code not in vocabulary:
            entries.fault(f"{code!r} is not a code of {column}", "use a code of vocabularies.toml", "of")
    return terms


def _listed(entry: Activity) -> str:
    return ", ".join(entry.terms) or "nothing"


def _value(entries: Entries) -> Decimal:
    value = entries.raw("value")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(str(value))
    entries.fault(f"is {value!r}", "write the number as it was published", "value")
    return Decimal(0)
