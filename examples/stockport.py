"""Stockport's example, rebuilt from its review of complaint handling of December 2020.

The review gives few numbers: 45 formal corporate complaints of which 67% were upheld, and less than 2% of four years'
representations about children's services that led to an independent investigation. 30 of 45 is 67%, and 9 of 564 is
1.6%. All the rest is made up: adults' and schools' complaints, stages, days, and what was agreed at closure.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from examples.building import Row, allot, between, csv_text, later, mixed, rows_of, spread, those, year
from examples.published import Published

CORPORATE, ADULTS, CHILDREN, SCHOOLS = (
    "Corporate Complaints",
    "Adults Complaints",
    "Children's Social Care Complaints",
    "School Complaints",
)
FAMILY = "Stockport Family"
UPHELD, NOT = "Upheld", "Not upheld"
PREFIX = {CORPORATE: "COR", ADULTS: "ASC", CHILDREN: "CSC", SCHOOLS: "SCH"}
FROM = {CORPORATE: "Resident", ADULTS: "Service user", CHILDREN: "Parent or carer", SCHOOLS: "Parent or carer"}
DIRECTORATES = {
    CORPORATE: ("Services to Place", "Citizen Focus", "Corporate Support Services", "Services to Place"),
    ADULTS: ("Adult services",),
    CHILDREN: (FAMILY,),
    SCHOOLS: ("Schools",),
}
NATURES = ("Delay", "Quality of service", "Communication", "Decision")
METHODS = ("Online form", "E-mail", "Telephone", "Online form", "Letter")
REPORT = Published("stockport", "resourcing-review-2019-20")
FORMAL = int(REPORT.figure("s3"))
FORMAL_UPHELD = round(FORMAL * REPORT.figure("s2") / 100)
# How many complaints of a year: all, upheld at Stage 1, at Stage 2, of these upheld at Stage 1, at Stage 3.
COMPLAINTS = {
    2016: {CHILDREN: (34, 11, 2, 0, 0)},
    2017: {CHILDREN: (31, 9, 3, 1, 0)},
    2018: {
        CHILDREN: (29, 10, 2, 0, 1),
        CORPORATE: (38, 19, 7, 2, 0),
        ADULTS: (71, 26, 0, 0, 0),
        SCHOOLS: (11, 4, 3, 1, 0),
    },
    2019: {
        CHILDREN: (30, 10, 2, 1, 0),
        CORPORATE: (FORMAL, FORMAL_UPHELD, 12, 5, 0),
        ADULTS: (62, 24, 0, 0, 0),
        SCHOOLS: (14, 5, 5, 1, 1),
    },
}
EARLY = {2016: 104, 2017: 108, 2018: 113, 2019: 115}
OTHERS = {
    2018: {"Service request": 41, "Comment": 17, "Compliment": 58},
    2019: {"Service request": 66, "Comment": 21, "Compliment": 64},
}
# Working days that answers take: at each stage the least and the most.
DAYS = {
    CORPORATE: ((6, 24), (10, 34), (0, 0)),
    ADULTS: ((8, 30), (0, 0), (0, 0)),
    CHILDREN: ((4, 13), (22, 60), (28, 30)),
    SCHOOLS: ((3, 12), (8, 20), (12, 20)),
}
POSTS = ("Service manager", "Team manager", "Head of service")
SOURCES = {
    "Independent investigation": "Train the team in keeping families up to date.",
    "Adjudication": "Write down who agreed what at each meeting.",
    "Service improvement": "Say on the web page what the service can do.",
}


def files() -> dict[str, str]:
    """The texts of the example's files by name."""
    complaints = [row for begins, each in COMPLAINTS.items() for kind in each for row in _complaints(begins, kind)]
    contacts = [row for begins in EARLY for row in _contacts(begins)]
    return {
        "stockport-complaints.csv": _csv(complaints, _COMPLAINTS),
        "stockport-contacts.csv": _csv(contacts, _CONTACTS),
        "stockport-monitoring.csv": _csv(_monitoring(complaints), _MONITORING),
    }


def _complaints(begins: int, kind: str) -> list[Row]:
    """The complaints of a year under one procedure; the first part of them may escalate within the year."""
    count, upheld, second, again, third = COMPLAINTS[begins][kind]
    name = f"{kind} {begins}"
    rows = rows_of(count, procedure=kind, source=FROM[kind], state="Closed")
    spread(rows, "received", *year(begins))
    allot(rows[: count // 2], f"second {name}", {True: second}, rest=False)
    asking = those(rows, **{f"second {name}": True})
    allot(asking, "outcome", {UPHELD: again, NOT: second - again})
    allot(rows, "outcome", {UPHELD: upheld, NOT: count - upheld})
    for place, row in enumerate(rows):
        received = _day(row, "received")
        row |= {
            "reference": f"{PREFIX[kind]}{begins}-{place + 1:03}",
            "directorate": DIRECTORATES[kind][place % len(DIRECTORATES[kind])],
            "how": METHODS[place % len(METHODS)],
            "about": "Hospital discharge" if kind == ADULTS and place % 5 == 0 else NATURES[place % len(NATURES)],
            "acknowledged": later(received, between(1, 3, f"acknowledged {name}", place)),
            "answered_1": later(received, between(*DAYS[kind][0], f"stage 1 {name}", place)),
            "brief": f"{FROM[kind]} {chr(65 + place % 26)} is not content with how the service dealt with a request.",
        }
        row["closed"] = row["answered_1"]
    for place, row in enumerate(mixed(asking, f"further {name}")):
        _further(row, 2, f"{name} {place}")
        if place < third:
            _further(row, 3, f"{name} {place}")
    return rows


def _further(row: Row, stage: int, name: str) -> None:
    """A second or third stage, asked for soon after the answer before."""
    asked = later(_day(row, f"answered_{stage - 1}"), between(3, 9, f"asked {stage} {name}", 0))
    answered = later(asked, between(*DAYS[str(row["procedure"])][stage - 1], f"stage {stage} {name}", 0))
    row |= {f"asked_{stage}": asked, f"started_{stage}": asked, f"answered_{stage}": answered, "closed": answered}


def _contacts(begins: int) -> list[Row]:
    kinds = {"Concern resolved early": EARLY[begins], **OTHERS.get(begins, {})}
    contacts = []
    for kind, count in kinds.items():
        rows = rows_of(count, kind=kind, source="Parent or carer" if kind == "Concern resolved early" else "Resident")
        spread(rows, "received", *year(begins))
        for place, row in enumerate(rows):
            early = kind == "Concern resolved early"
            row["directorate"] = FAMILY if early else DIRECTORATES[CORPORATE][place % 4]
            row["how"] = METHODS[place % len(METHODS)]
            row["closed"] = later(_day(row, "received"), between(0, 6, f"{kind} {begins}", place))
        contacts += rows
    contacts.sort(key=lambda row: _day(row, "received"))
    for place, row in enumerate(contacts):
        row["reference"] = f"REP{begins}-{place + 1:03}"
    return contacts


def _monitoring(complaints: list[Row]) -> list[Row]:
    """What was agreed after investigations of children's complaints, and after one in three that were upheld."""
    records = []
    upheld = [row for row in complaints if row["outcome"] == UPHELD and _day(row, "received").year >= 2018]
    for place, row in enumerate(upheld[::3]):
        records.append(_record(row, 1, "Service improvement", place))
    for place, row in enumerate(row for row in complaints if row["procedure"] == CHILDREN and "answered_2" in row):
        records.append(_record(row, 2, "Independent investigation", place))
        records.append(_record(row, 3, "Adjudication", place + 1))
    return records


def _record(row: Row, number: int, source: str, place: int) -> Row:
    agreed = later(_day(row, "closed"), 2)
    record: Row = {
        "reference": row["reference"],
        "number": number,
        "source": source,
        "action": SOURCES[source],
        "post": POSTS[place % len(POSTS)],
        "agreed": agreed,
        "by": later(agreed, 30 + 10 * (place % 3)),
    }
    if place % 4:
        record |= {
            "done": later(agreed, between(10, 45, f"done {source}", place)),
            "shown_by": "Note of the service meeting",
        }
    if place % 4 > 1:
        record |= {"discussed": later(agreed, 70), "worked": ("Yes", "Partly", "Yes", "No")[place // 2 % 4]}
    return record


def _day(row: Row, column: str) -> date:
    day = row[column]
    assert isinstance(day, date)
    return day


def _csv(rows: list[Row], columns: Mapping[str, str]) -> str:
    """With days as the team's system prints them."""
    printed = [
        {column: f"{value:%d/%m/%Y}" if isinstance(value, date) else value for column, value in row.items()}
        for row in rows
    ]
    return csv_text(printed, columns)


_COMPLAINTS = {
    "Reference": "reference",
    "Received": "received",
    "Acknowledged": "acknowledged",
    "Procedure": "procedure",
    "Directorate": "directorate",
    "From": "source",
    "How": "how",
    "About": "about",
    "Stage 1 outcome": "outcome",
    "State": "state",
    "Closed": "closed",
    "In brief": "brief",
    "Stage 1 answered": "answered_1",
    "Stage 2 asked for": "asked_2",
    "Stage 2 started": "started_2",
    "Stage 2 answered": "answered_2",
    "Stage 3 asked for": "asked_3",
    "Stage 3 started": "started_3",
    "Stage 3 answered": "answered_3",
}
_CONTACTS = {
    "Contact": "reference",
    "Received": "received",
    "Kind": "kind",
    "Directorate": "directorate",
    "From": "source",
    "How": "how",
    "Dealt with": "closed",
}
_MONITORING = {
    "Reference": "reference",
    "No": "number",
    "From": "source",
    "Action": "action",
    "Named post": "post",
    "Agreed": "agreed",
    "By": "by",
    "Done": "done",
    "Shown by": "shown_by",
    "Discussed": "discussed",
    "Made a difference": "worked",
}
