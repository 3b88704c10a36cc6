"""The example of Thornmere, a council that does not exist: its annual report for 2024/25, and two years before.

The report was written from what such reports usually hold, and the files are made to give it. Of the two years before
it has the totals alone; the rest of these is spread evenly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from examples.building import Row, allot, between, csv_text, later, mixed, parts, rows_of, spread, those, year

YEAR = 2024
SERVICES = {
    "Place": ("Waste and streets", "Planning"),
    "Housing": ("Repairs", "Tenancies", "Homelessness"),
    "People": ("Leisure and libraries", "Early help"),
    "Resources": ("Council tax and benefits", "Customer services"),
}
QUARTERS = {
    "Place": (61, 58, 49, 66),
    "Housing": (88, 93, 97, 104),
    "People": (22, 19, 25, 20),
    "Resources": (31, 34, 28, 37),
}
# Of each directorate: how many Stage 1 answers were in time, the working days of all of them, the average of the late.
ANSWERS = {"Place": (187, 2200, 15), "Housing": (260, 4584, 20), "People": (71, 817, 16), "Resources": (121, 910, 15)}
OUTCOMES: Mapping[object, int] = {"Upheld": 318, "Partially upheld": 203, "Not upheld": 311}
THEMES: Mapping[object, int] = {
    "Delay": 214,
    "Quality of work": 171,
    "Communication": 156,
    "Missed collection": 97,
    "Staff conduct": 61,
    "Decision": 58,
    "Charges": 44,
    "Website": 31,
}
CHANNELS: Mapping[object, int] = {"Online form": 512, "E-mail": 187, "Telephone": 101, "Letter": 32}
SECOND: Mapping[object, int] = {"Upheld": 29, "Partially upheld": 34, "Not upheld": 58}
SECOND_IN_TIME = 96
ACKNOWLEDGED_IN_TIME = 799
BEFORE = {2022: (705, 85), 2023: (771, 98)}
COMPLIMENTS = {
    2023: {"Residents": 128, "Businesses": 22, "Councillors": 17, "Partner organisations": 9},
    2024: {"Residents": 143, "Businesses": 27, "Councillors": 19, "Partner organisations": 12},
}
DECISIONS = {
    2023: (5, 4, 12, 11, 4, 6),
    2024: (6, 3, 14, 9, 5, 8),
}
DECIDED = (
    "Invalid or incomplete",
    "Advice given",
    "Referred back",
    "Closed after initial enquiries",
    "Not upheld",
    "Upheld",
)
PAYMENTS = {"Housing": (14, 385_000), "Place": (3, 45_000)}


def files() -> dict[str, str]:
    """The texts of the example's files by name."""
    cases = [row for begins, (count, second) in BEFORE.items() for row in _earlier(begins, count, second)]
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
    allot(rows, "outcome", OUTCOMES)
    allot(rows, "theme", THEMES)
    allot(rows, "channel", CHANNELS)
    allot(rows, "acknowledged_in_time", {True: ACKNOWLEDGED_IN_TIME}, rest=False)
    for directorate, (in_time, days, late) in ANSWERS.items():
        _answers(those(rows, directorate=directorate), in_time, days, late, directorate)
    early = [row for row in rows if row["quarter"] != len(QUARTERS)]
    allot(early, "second", {True: sum(SECOND.values())}, rest=False)
    _second(those(early, second=True), SECOND, SECOND_IN_TIME, str(YEAR))
    return rows


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


def _answers(rows: list[Row], in_time: int, days: int, late: int, name: str) -> None:
    """Acknowledgement and answer: so many in time, and so many working days in all."""
    order = mixed(rows, f"answers {name}")
    numbers = _about(days - late * (len(rows) - in_time), in_time, 2) + _about(
        late * (len(rows) - in_time), len(rows) - in_time, 3
    )
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


def _earlier(begins: int, count: int, second: int) -> list[Row]:
    """A year of which only the numbers of Stage 1 and Stage 2 are known."""
    rows = rows_of(count)
    spread(rows, "received", *year(begins))
    names = {"outcome": tuple(OUTCOMES), "theme": tuple(THEMES), "channel": tuple(CHANNELS)}
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
    for directorate, (count, pence) in PAYMENTS.items():
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
    for begins, sources in COMPLIMENTS.items():
        rows = rows_of(sum(sources.values()))
        allot(rows, "source", dict(sources))
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
    for begins, counts in DECISIONS.items():
        rows = rows_of(sum(counts))
        allot(rows, "decision", dict(zip(DECIDED, counts, strict=True)))
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
