"""From the tables of a procedure file to its time limits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from putright.rules.citations import RULE_KINDS
from putright.rules.reading import Table
from putright.rules.reading_calendars import check_calendar
from putright.rules.reading_citations import citation_from
from putright.rules.time_limits import (
    COUNTING_RULES,
    START_EVENTS,
    UNITS,
    Discretion,
    Duty,
    Extension,
    LimitValue,
    LongerIfAgreed,
    TimeLimit,
)


def limits_from(
    table: Table, instruments: Mapping[str, str], calendar: str, calendars: Mapping[str, object]
) -> dict[str, TimeLimit]:
    """The limits under the key `limits` of a stage or of a whole procedure, by name."""
    limits: dict[str, TimeLimit] = {}
    for name, entry in table.named_tables("limits"):
        values = [_value_from(value, instruments, calendar, calendars) for value in entry.listed_tables("values")]
        limits[name] = TimeLimit(
            name,
            entry.text("title"),
            entry.choice("kind", RULE_KINDS, "Law, guidance, a code and a council's own policy are different things."),
            tuple(sorted(values, key=lambda value: value.in_force_from)),
            entry.texts("parts"),
        )
        _check_values(entry, values)
        entry.no_other_keys()
    for name, limit in limits.items():
        _check_parts(table, name, limit, limits)
    return limits


def _value_from(
    table: Table, instruments: Mapping[str, str], calendar: str, calendars: Mapping[str, object]
) -> LimitValue:
    in_force_from = table.day("in_force_from", "A rule applies from a day on.")
    count = table.whole_number("count", "A time limit has a length.")
    unit = table.choice("unit", UNITS, "Ten days could be working days or calendar days.")
    counting = table.choice("counting", COUNTING_RULES, "It decides whether the start is counted.")
    starts_from = table.text("starts_from", "A clock starts at an event.", f"Write one of: {', '.join(START_EVENTS)}.")
    if starts_from and starts_from not in START_EVENTS:
        table.fault(
            f"starts_from is {starts_from!r}, which is not an event that is known.",
            "A clock that starts at nothing never ends.",
            f"Write one of: {', '.join(START_EVENTS)}.",
            "starts_from",
        )
    if table.has("calendar"):
        calendar = table.text("calendar")
        check_calendar(table, calendar, calendars)
    if unit == "working_day" and counting == "commencing_on":
        table.fault(
            "working days cannot be counted commencing on the start.",
            "The start may be a day that does not count.",
            'Write counting = "day_after_start".',
            "counting",
        )
    citation, checked = citation_from(table, instruments)
    value = LimitValue(
        in_force_from, count, unit, counting, starts_from, calendar, citation, checked,
        _extension_from(table, count, instruments), _discretion_from(table, instruments), table.texts("notes"),
        _longer_from(table, instruments), _when_missed_from(table, instruments), _shortest_from(table, count),
    )  # fmt: skip
    if value.extended and value.longer_if_agreed:
        table.fault(
            "extended and longer_if_agreed are both there.",
            "Either the rule says how long at most, or it leaves that to agreement.",
            "Take one of them out.",
            "longer_if_agreed",
        )
    table.no_other_keys()
    return value


def _shortest_from(table: Table, count: int) -> int | None:
    if not table.has("shortest"):
        return None
    shortest = table.whole_number("shortest", "Whoever asks gives at least so much.")
    if shortest and shortest >= count:
        table.fault(
            f"the shortest time of {shortest} is not shorter than the longest of {count}.",
            "Whoever asks names a day between the two.",
            "Write the least that is given, or leave it out.",
            "shortest",
        )
    return shortest or None


def _extension_from(table: Table, count: int, instruments: Mapping[str, str]) -> Extension | None:
    if not table.has("extended"):
        return None
    entry = table.table("extended", "It is the longest the limit may become.", "Write [….extended].")
    if entry is None:
        return None
    longest = entry.whole_number("count", "An extension has a length.")
    if longest and longest <= count:
        entry.fault(
            f"the extended limit of {longest} is not longer than the standard limit of {count}.",
            "count is the whole length, not what is added.",
            f"Write a count greater than {count}, or take the extension out.",
            "count",
        )
    citation, checked = citation_from(entry, instruments)
    extension = Extension(
        longest,
        entry.text("authorised_by", "Somebody answers for an extension."),
        entry.flag("complainant_told", "It decides whether an extension stands."),
        entry.flag("complainant_agrees", "It decides whether an extension stands."),
        entry.texts("reasons", "An extension is for a reason."),
        citation,
        checked,
        entry.texts("notes"),
    )
    entry.no_other_keys()
    return extension


def _discretion_from(table: Table, instruments: Mapping[str, str]) -> Discretion | None:
    if not table.has("discretion"):
        return None
    entry = table.table("discretion", "It says when the limit may be set aside.", "Write [….discretion].")
    if entry is None:
        return None
    citation, checked = citation_from(entry, instruments)
    discretion = Discretion(entry.texts("limbs", "Without them any case would pass."), citation, checked)
    entry.no_other_keys()
    return discretion


def _longer_from(table: Table, instruments: Mapping[str, str]) -> LongerIfAgreed | None:
    if not table.has("longer_if_agreed"):
        return None
    entry = table.table("longer_if_agreed", "It says whose agreement counts.", "Write [….longer_if_agreed].")
    if entry is None:
        return None
    agreed_by = entry.text("agreed_by", "Somebody has to agree.")
    before_expiry = entry.flag("before_expiry", "It decides whether a late agreement counts.")
    longer = LongerIfAgreed(agreed_by, before_expiry, *citation_from(entry, instruments))
    entry.no_other_keys()
    return longer


def _when_missed_from(table: Table, instruments: Mapping[str, str]) -> Duty | None:
    if not table.has("when_missed"):
        return None
    entry = table.table("when_missed", "It is what must be done then.", "Write [….when_missed].")
    if entry is None:
        return None
    duty = Duty(entry.text("must", "It is what must be done then."), *citation_from(entry, instruments))
    entry.no_other_keys()
    return duty


def _check_values(table: Table, values: list[LimitValue]) -> None:
    if not values:
        table.fault(
            "values is missing.",
            "A limit without a value limits nothing.",
            f"Write [[{table.place}.values]].",
            "values",
        )
    days: set[date] = set()
    for value in values:
        if value.in_force_from in days and value.in_force_from != date.min:
            table.fault(
                f"two values are in force from {value.in_force_from.isoformat()}.",
                "Only one of them could be the rule.",
                "Take one out, or give it its own date.",
                "values",
            )
        days.add(value.in_force_from)


def _check_parts(table: Table, name: str, limit: TimeLimit, limits: Mapping[str, TimeLimit]) -> None:
    unknown = [part for part in limit.parts if part not in limits]
    for part in unknown:
        table.fault(
            f"the part {part!r} is not a limit of this stage.",
            "A whole is the sum of its parts.",
            f"Write parts from: {', '.join(limits)}.",
            f"limits.{name}.parts",
        )
    if unknown or not limit.parts or not limit.values:
        return
    parts = [limits[part].values[-1].count for part in limit.parts if limits[part].values]
    if sum(parts) != limit.values[-1].count:
        table.fault(
            f"the parts come to {' + '.join(map(str, parts))} = {sum(parts)}, not {limit.values[-1].count}.",
            "A whole is the sum of its parts.",
            "Correct the count of the whole or of a part.",
            f"limits.{name}.parts",
        )
