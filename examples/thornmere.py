"""The example of Thornmere, a council that does not exist: its annual report for 2024/25, and two years before.

The report was written from what such reports usually hold, and the files are made to give it. Of the two years before
it has the totals alone; the rest of these is spread evenly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from examples.building import (
    Row,
    allot,
    between,
    csv_text,
    later,
    mixed,
    parts,
    rows_of,
    spread,
    those,
    year,
    years_label,
)
from examples.published import Published

YEAR = 2024
SERVICES = {
    "Place": ("Waste and streets", "Planning"),
    "Housing": ("Repairs", "Tenancies", "Homelessness"),
    "People": ("Leisure and libraries", "Early help"),
    "Resources": ("Council tax and benefits", "Customer services"),
}
REPORT = Published("thornmere", "annual-2024-25")
LABEL = years_label(YEAR)
QUARTERS = {name: [REPORT.column("quarters", f"{LABEL} Q{n}")[name] for n in (1, 2, 3, 4)] for name in SERVICES}
LATE = {"Place": 15, "Housing": 20, "People": 16, "Resources": 15}
"""Working days of a late answer, on average."""
OTHER_THEMES = {"Decision": 58, "Charges": 44}
BEFORE = (YEAR - 2, YEAR - 1)


def files() -> dict[str, str]:
    """The texts of the example's files by name."""
    cases = [row for begins in BEFORE for row in _earlier(begins)]
    cases += _reported()
    cases.sort(key=lambda row: _day(row, "received"))
    for place, row in enumerate(cases, start=1):
        row |= {"case": f"TB-{100_000 + place}", "status": "closed"}
        row["summary"] = (
            f"Resident {chr(65 + place % 26)} about {str(row['service']).lower()}: {str(row['theme']).lower()}."
        )
    return {
        "thornmere-cases.csv": csv_text(cases, _CASES),
        "thornmere-payments.csv": csv_text(_payments(cases), _PAYMENTS),
        "thornmere-compliments.csv": csv_text(_compliments(), _COMPLIMENTS),
        "thornmere-ombudsman.csv": csv_text(_ombudsman(), _OMBUDSMAN),
    }


def _reported() -> list[Row]:
    """The complaints of the report's own year, by every table of it."""
    rows = [row for directorate, counts in QUARTERS.items() for row in _of_quarters(directorate, counts)]
    allot(rows, "outcome", REPORT.column("outcomes-1", LABEL))
    themes = REPORT.column("themes", LABEL)
    others = themes.pop("All others")
    allot(rows, "theme", themes | OTHER_THEMES | {"Website": others - sum(OTHER_THEMES.values())})
    allot(rows, "channel", REPORT.column("channels", LABEL))
    allot(rows, "acknowledged_in_time", {True: _share("acknowledged", len(rows))}, rest=False)
    for directorate in SERVICES:
        answers = REPORT.row("times", directorate)
        in_time, average = answers[f"{LABEL} In time {{above}}"], answers[f"{LABEL} Average working days"]
        _answers(those(rows, directorate=directorate), in_time, average, LATE[directorate], directorate)
    early = [row for row in rows if row["quarter"] != 4]
    findings = REPORT.column("outcomes-2", LABEL)
    allot(early, "second", {True: sum(findings.values())}, rest=False)
    second = those(early, second=True)
    _second(second, findings, _share("in-time-2", len(second)), str(YEAR))
    return rows


def _share(figure: str, of: int) -> int:
    """The whole number nearest to a share that the report prints in per cent."""
    return round(REPORT.figure(figure) * of / 100)


def _of_quarters(directorate: str, counts: Sequence[int]) -> list[Row]:
    rows = []
    for quarter, count in enumerate(counts, start=1):
        found = rows_of(count, directorate=directorate, quarter=quarter)
        month = 3 * quarter + 1
        first = date(YEAR + month // 13, (month - 1) % 12 + 1, 1)
        following = date(YEAR + (month + 3) // 13, (month + 2) % 12 + 1, 1)
        spread(found, "received", first, following - timedelta(days=1))
        rows += found
    for place, row in enumerate(rows):
        row["service"] = SERVICES[directorate][place % len(SERVICES[directorate])]
    return rows


def _answers(rows: list[Row], in_time: int, average: float, late: int, name: str) -> None:
    """Acknowledgement and answer: so many in time, and so many working days on average."""
    order, too_late = mixed(rows, f"answers {name}"), len(rows) - in_time
    numbers = _about(round(average * len(rows)) - late * too_late, in_time, 2) + _about(late * too_late, too_late, 3)
    for place, (row, taken) in enumerate(zip(order, numbers, strict=True)):
        wait = between(1, 4, f"acknowledged {name}", place) if row["acknowledged_in_time"] else 7
        _first(row, wait, taken)


def _about(total: int, count: int, aside: int) -> list[int]:
    """`count` whole numbers that add up to `total`, in pairs a little above and below their average."""
    average, over = divmod(total, count)
    numbers = [average + (place < over) for place in range(count)]
    for place in range(0, count - 1, 2):
        step = place // 2 % (aside + 1)
        step = min(step, 10 - numbers[place]) if average < 10 else step
        numbers[place] += step
        numbers[place + 1] -= step
    return numbers


def _first(row: Row, wait: int, taken: int) -> None:
    acknowledged = later(_day(row, "received"), wait)
    answered = later(acknowledged, taken)
    row |= {"acknowledged": acknowledged, "start_1": acknowledged, "answered_1": answered, "closed": answered}
    if _day(row, "received") >= date(YEAR, 4, 1):
        row["due_1"] = later(acknowledged, 10)


def _second(rows: list[Row], findings: Mapping[object, int], in_time: int, name: str) -> None:
    allot(rows, "found", findings)
    for place, row in enumerate(mixed(rows, f"second {name}")):
        asked = later(_day(row, "answered_1"), between(2, 8, f"asked {name}", place))
        start = later(asked, between(1, 3, f"second acknowledged {name}", place))
        answered = later(start, between(9, 20, f"second {name}", place) + (0 if place < in_time else 13))
        row |= {"asked_2": asked, "start_2": start, "answered_2": answered, "closed": answered}


def _earlier(begins: int) -> list[Row]:
    """A year of which only the numbers of Stage 1 and Stage 2 are known."""
    printed = REPORT.row("three-years", years_label(begins))
    count, second = printed["Stage 1"], printed["Stage 2"]
    rows = rows_of(count)
    spread(rows, "received", *year(begins))
    names = {
        "outcome": tuple(REPORT.column("outcomes-1", LABEL)),
        "theme": (*REPORT.column("themes", LABEL), *OTHER_THEMES),
        "channel": tuple(REPORT.column("channels", LABEL)),
    }
    names["theme"] = tuple(theme for theme in names["theme"] if theme != "All others")
    services = [service for each in SERVICES.values() for service in each]
    for place, row in enumerate(rows):
        row |= {column: values[place % len(values)] for column, values in names.items()}
        row["service"] = services[place % len(services)]
        _first(row, between(1, 5, f"acknowledged {begins}", place), between(5, 18, f"first {begins}", place))
    half = rows[: count // 2]
    allot(half, f"second {begins}", {True: second}, rest=False)
    chosen = those(half, **{f"second {begins}": True})
    _second(chosen, {"Upheld": second // 4, "Not upheld": second - second // 4}, second * 3 // 4, str(begins))
    return rows


def _payments(cases: list[Row]) -> list[Row]:
    paid = []
    counts, pounds = (REPORT.column("payments", f"{LABEL} {column}") for column in ("Payments", "Paid"))
    for directorate, count in ((name, count) for name, count in counts.items() if count):
        pence = round(100 * pounds[directorate])
        upheld = [row for row in those(cases, directorate=directorate, outcome="Upheld") if row["quarter"] in (1, 2)]
        for row, amount in zip(upheld[:: len(upheld) // count][:count], parts(pence, count, directorate), strict=True):
            on = later(_day(row, "closed"), 10)
            paid.append({"case": row["case"], "paid": on, "kind": "Payment", "amount": f"{amount / 100:.2f}"})
    for place, row in enumerate(paid, start=1):
        row["number"] = f"P{place:04}"
    return paid


def _compliments() -> list[Row]:
    services = [service for each in SERVICES.values() for service in each]
    compliments = []
    for begins in (YEAR - 1, YEAR):
        sources = REPORT.column("compliments", years_label(begins))
        rows = rows_of(sum(sources.values()))
        allot(rows, "source", sources)
        spread(rows, "received", *year(begins))
        for place, row in enumerate(rows):
            row["service"] = services[place % len(services)]
        compliments += rows
    for place, row in enumerate(compliments, start=1):
        row["number"] = f"TC-{place:05}"
    return compliments


def _ombudsman() -> list[Row]:
    services = [service for each in SERVICES.values() for service in each]
    records = []
    for begins in (YEAR - 1, YEAR):
        decisions = REPORT.column("ombudsman", years_label(begins))
        rows = rows_of(sum(decisions.values()))
        allot(rows, "decision", decisions)
        spread(rows, "decided", *year(begins))
        for place, row in enumerate(rows):
            row["made"] = _day(row, "decided") - timedelta(days=between(20, 90, f"made {begins}", place))
            row["service"] = services[place % len(services)]
            row["reference"] = f"{begins % 100}-{place + 1:03}-{between(100, 999, f'reference {begins}', place)}"
        records += rows
    return records


def _day(row: Row, column: str) -> date:
    day = row[column]
    assert isinstance(day, date)
    return day


_CASES = {
    "case_no": "case",
    "received": "received",
    "acknowledged": "acknowledged",
    "service": "service",
    "channel": "channel",
    "theme": "theme",
    "s1_outcome": "outcome",
    "status": "status",
    "closed": "closed",
    "summary": "summary",
    "s1_start": "start_1",
    "s1_due": "due_1",
    "s1_extended_to": "extended_1",
    "s1_answered": "answered_1",
    "s2_asked": "asked_2",
    "s2_start": "start_2",
    "s2_due": "due_2",
    "s2_answered": "answered_2",
    "s2_outcome": "found",
}
_PAYMENTS = {"case_no": "case", "payment_no": "number", "paid": "paid", "kind": "kind", "amount": "amount"}
_COMPLIMENTS = {"compliment_no": "number", "received": "received", "service": "service", "from": "source"}
_OMBUDSMAN = {
    "lgsco_ref": "reference",
    "made": "made",
    "service": "service",
    "decided": "decided",
    "decision": "decision",
}
