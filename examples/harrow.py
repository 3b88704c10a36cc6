"""Harrow's example, rebuilt from its annual report on adult social care for 2019/20.

The report has three years of complaints, four of the Ombudsman's decisions, and the equality of two. What it does not
say is made up, evenly or at random: months, channels, what Stage 1 was about, how long answers took. Where it
contradicts itself the builder goes by the number that the others bear out: five second stages in 2018/19, thirty first
stages of that year by ethnic origin (one fewer British than printed), 21 of 23 answers in time in 2019/20. Table 2.1
is taken to count the Ombudsman's cases by when they were taken up, section 8 by when they were decided.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from examples.building import (
    Row,
    allot,
    between,
    csv_text,
    later,
    mixed,
    number,
    rows_of,
    spread,
    those,
    year,
    years_label,
)
from examples.published import Published

CARE, COMMISSIONING, SAFEGUARDING = (
    "Adult Social Care",
    "Commissioning & Partnerships",
    "Safeguarding & Quality Assurance",
)
NOT, PARTLY, UPHELD = "Not Upheld", "Partially Upheld", "Upheld"
FINDINGS = {NOT: "Not upheld", PARTLY: "Partially upheld", UPHELD: "Upheld"}
RELATIVE = "Relative/Partner (often informal carer)"
ADVOCATE = "Advocate – (instigated by either carer or service user)"
FINANCE, SUPPORT, ASSESSMENT = "Financial Decision", "Level of support", "Unhappy with assessment/report"
NATURES = (FINANCE, SUPPORT, "Communication", ASSESSMENT, "Unhappy with placement", "Unhappy with LA decision", "Bias")
METHODS = ("E-mail", "Telephone", "Web form", "E-mail", "Letter")
IN_BRIEF = {
    "Bias": "Family of Ms {x} feel that one side was heard more than the other.",
    "Communication": "Daughter of Mr {x} was not told of a change of worker.",
    FINANCE: "Son of Mrs {x} asks how the contribution to her care was worked out.",
    SUPPORT: "Partner of Mr {x} asks for more hours of support at home.",
    ASSESSMENT: "Ms {x} says the assessment leaves out what she told the worker.",
    "Unhappy with placement": "Family of Mrs {x} do not think the home suits her.",
    "Unhappy with LA decision": "Mr {x} does not agree with the change to his care package.",
}
MEDIATED = 6


REPORT = Published("harrow", "adults-annual-2019-20")
YEARS = (2017, 2018, 2019)
REPORTED, WITH_EQUALITY = 2019, (2018, 2019)
STAGE_1_LATE = {2017: 3, 2018: 3, 2019: 2}
"""Of Adult Social Care: 19 of 21 answers in time are the 90% of the report. Those of the years before are made up."""

# Labels that the report prints in one table, for what another calls otherwise.
_SAME = {"British White": "British", "Service User": "Self", "Unhappy with assessment/support": ASSESSMENT}


def _row(table: str, begins: int, *columns: str) -> dict[str, int]:
    printed = REPORT.row(table, years_label(begins))
    return {column: printed[column] for column in columns}


def _column(table: str, column: str, total: int | None = None) -> dict[str, int]:
    """A column of a table. Where it adds up to more than the `total`, the largest number gives way."""
    counts = {_SAME.get(label, label): count for label, count in REPORT.column(table, column).items()}
    if total is not None and (over := sum(counts.values()) - total) > 0:
        counts[max(counts, key=lambda label: counts[label])] -= over
    return counts


# The Ombudsman's cases: taken up, decided, whether there was a finding, service area, whether with an NHS body.
OMBUDSMAN = (
    (date(2016, 5, 9), date(2016, 9, 20), False, CARE, False),
    (date(2016, 7, 14), date(2016, 11, 3), False, CARE, False),
    (date(2016, 10, 4), date(2017, 2, 7), False, SAFEGUARDING, False),
    (date(2017, 6, 6), date(2017, 10, 24), False, CARE, False),
    (date(2018, 1, 16), date(2018, 6, 12), False, CARE, False),
    (date(2018, 4, 17), date(2018, 9, 4), False, COMMISSIONING, False),
    (date(2018, 5, 22), date(2018, 10, 16), True, CARE, False),
    (date(2018, 7, 10), date(2018, 12, 11), False, CARE, False),
    (date(2018, 9, 25), date(2019, 2, 19), True, CARE, False),
    (date(2018, 12, 4), date(2019, 5, 14), True, CARE, True),
    (date(2019, 2, 12), date(2019, 7, 23), True, COMMISSIONING, False),
    (date(2019, 4, 30), date(2019, 10, 8), True, CARE, False),
    (date(2019, 7, 2), date(2020, 1, 21), True, COMMISSIONING, True),
    (date(2019, 11, 19), None, False, CARE, False),
    (date(2020, 2, 11), None, False, COMMISSIONING, False),
)


def files() -> dict[str, str]:
    """The texts of the example's files by name."""
    complaints = [row for one in YEARS for row in _complaints(one)]
    number(complaints, "reference", "ASC-2020-{n:03}", by=lambda row: row["received"])
    for row in complaints:
        row["in_brief"] = IN_BRIEF[str(row["nature"])].format(x=_initial(row))
        row["reference"] = f"ASC-{_day(row, 'received').year}-{str(row['reference'])[-3:]}"
    contacts = [row for begins in YEARS for row in _contacts(begins)]
    return {
        "harrow-complaints.csv": _csv(complaints, _COMPLAINTS),
        "harrow-concerns.csv": _csv([row | {"number": 1, "found": _found(row)} for row in complaints], _CONCERNS),
        "harrow-contacts.csv": _csv(contacts, _CONTACTS),
        "harrow-ombudsman.csv": _csv(_cases(), _OMBUDSMAN),
        "harrow-payments.csv": _csv(_payments(complaints), _PAYMENTS),
    }


def _complaints(begins: int) -> list[Row]:
    """The complaints of a year. The first part of them may escalate, so that their second stage begins in the year."""
    services = _row("stage-1-by-service", begins, COMMISSIONING, CARE, SAFEGUARDING)
    findings = _row("stage-2-outcomes", begins, NOT, PARTLY, UPHELD)
    rows = rows_of(sum(services.values()))
    spread(rows, "received", *year(begins))
    allot(rows[: len(rows) * 3 // 5], f"escalated {begins}", {True: sum(findings.values())}, rest=False)
    second = those(rows, **{f"escalated {begins}": True})
    allot(second, "found", findings)
    allot(second, "late", {True: _row("stage-2-times", begins, "Over timescale")["Over timescale"]}, rest=False)
    if begins == REPORTED:
        allot(second, "service", _column("transactions", "Stage 2"))
        allot(second, "nature", _column("stage-2-nature", years_label(begins)))
    if begins in WITH_EQUALITY:
        for name, column in (("gender", "gender"), ("ethnicity", "ethnicity"), ("made-by", "made_by")):
            allot(second, column, _column(f"stage-2-{name}", years_label(begins)))
            allot(rows, column, _column(f"stage-1-{name}", years_label(begins), len(rows)), rest="")
    allot(rows, "service", services)
    if begins == REPORTED:
        for service in services:
            printed = REPORT.row("stage-1-outcomes", service)
            allot(those(rows, service=service), "outcome", {found: printed[found] for found in FINDINGS})
    else:
        allot(rows, "outcome", _row("stage-1-outcomes", begins, *FINDINGS))
    allot(those(rows, service=CARE), "stage_1_late", {True: STAGE_1_LATE[begins]}, rest=False)
    _fill(rows, begins)
    _stage_1(rows, begins)
    _mediation([row for row in rows if row not in second], begins)
    _stage_2(second, begins)
    for row in rows:
        ended = row.get("answered_2") or row.get("mediation_ended") or row["answered_1"]
        row |= {"closed": ended, "state": "Closed"}
    return rows


def _fill(rows: list[Row], begins: int) -> None:
    """What the report does not say."""
    natures = mixed([NATURES[place % len(NATURES)] for place in range(len(rows))], f"natures {begins}")
    for place, row in enumerate(rows):
        row.setdefault("nature", natures[place])
        row["method"] = METHODS[place % len(METHODS)]
        row["acknowledged"] = later(_day(row, "received"), between(1, 3, f"acknowledged {begins}", place))


def _stage_1(rows: list[Row], begins: int) -> None:
    """Answers within 15 working days, or within 20 where that was agreed; the late ones a few days after."""
    for place, row in enumerate(rows):
        received = _day(row, "received")
        row["due_1"] = later(received, 15)
        days = between(6, 20, f"stage 1 {begins}", place)
        if row.get("stage_1_late"):
            days += 16
        elif days > 15:
            row["extended_1"] = later(received, 20)
        row["answered_1"] = later(received, days)


def _mediation(rows: list[Row], begins: int) -> None:
    """Only of 2019/20 the report tells of meetings."""
    for place, row in enumerate(rows[:MEDIATED] if begins == REPORTED else ()):
        row["mediation"] = later(_day(row, "answered_1"), 5)
        row["mediation_ended"] = later(_day(row, "mediation"), between(5, 15, "mediation", place))


def _stage_2(rows: list[Row], begins: int) -> None:
    """Answers within 20 working days, one in two within 65 after an independent investigation."""
    for place, row in enumerate(rows):
        asked = later(_day(row, "answered_1"), between(3, 12, f"asked {begins}", place))
        row |= {"asked_2": asked, "started_2": asked, "due_2": later(asked, 20)}
        days = between(12, 20, f"stage 2 {begins}", place)
        if row["late"]:
            days += 14
        elif place % 2:
            row["extended_2"] = later(asked, 65)
            days += 30
        row["answered_2"] = later(asked, days)


def _contacts(begins: int) -> list[Row]:
    """Representations, enquiries by members and compliments, the last two of the years that the report tells of."""
    count = REPORT.row("three-years", years_label(begins))["Representations"]
    representations = rows_of(count, kind="Representation", prefix="REP")
    settled = {"Resolved midway through the process": int(REPORT.figure("s21"))}
    if begins == REPORTED:
        allot(representations, "service", _column("transactions", "Representations"))
    allot(representations, "settled", settled, rest="Resolved at initial contact")
    enquiries = {REPORTED: REPORT.figure("s27"), REPORTED - 1: REPORT.figure("s28")}.get(begins, 0)
    members = rows_of(
        int(enquiries), kind="MP or councillor enquiry", prefix="ENQ", made_by="Councillor or Member of Parliament"
    )
    thanks = rows_of(int(REPORT.figure("s60")) if begins == REPORTED else 0, kind="Compliment", prefix="CMP")
    for rows in filter(None, (representations, members, thanks)):
        spread(rows, "received", *year(begins))
        for place, row in enumerate(rows):
            row["method"] = METHODS[place % len(METHODS)]
            row.setdefault("service", CARE)
            row.setdefault("made_by", RELATIVE if place % 4 else "Self")
            kept = row["kind"] == "Compliment"
            row["closed"] = later(_day(row, "received"), 0 if kept else between(1, 9, f"contact {begins}", place))
            row["reference"] = f"{row['prefix']}-{begins}-{place + 1:03}"
            row["in_brief"] = _CONTACT_WORDS[str(row["kind"])].format(x=chr(65 + place % 26))
    return [*representations, *members, *thanks]


def _cases() -> list[Row]:
    return [
        {
            "reference": f"{taken_up:%y} {place:03} {100 + place * 7:03}",
            "taken_up": taken_up,
            "decided": decided,
            "decision": (f"{'Finding' if finding else 'No finding'} against the council") if decided else "",
            "service": service,
            "investigated": "With NHS" if joint else "Alone",
        }
        for place, (taken_up, decided, finding, service, joint) in enumerate(OMBUDSMAN, start=1)
    ]


def _payments(complaints: list[Row]) -> list[Row]:
    """The two payments of 2019/20, after complaints of the year before that went to Stage 2."""
    first, second = [row for row in complaints if row.get("escalated 2018")][:2]
    return [
        {
            "reference": first["reference"],
            "payment": "PAY-1",
            "paid": date(2019, 11, 5),
            "what": "Remedy payment by the council",
            "pounds": "400.00",
        },
        {
            "reference": second["reference"],
            "payment": "PAY-2",
            "paid": date(2020, 2, 18),
            "what": "Remedy payment by an NHS trust",
            "pounds": "1400.00",
        },
    ]


def _found(row: Row) -> str:
    return FINDINGS[str(row.get("found") or row["outcome"])]


def _day(row: Row, column: str) -> date:
    day = row[column]
    assert isinstance(day, date)
    return day


def _initial(row: Row) -> str:
    return chr(65 + _day(row, "received").toordinal() % 26)


def _csv(rows: list[Row], columns: Mapping[str, str]) -> str:
    """With days as the log prints them."""
    printed = [
        {column: f"{value:%d/%m/%Y}" if isinstance(value, date) else value for column, value in row.items()}
        for row in rows
    ]
    return csv_text(printed, columns)


_CONTACT_WORDS = {
    "Representation": "Family of Mr {x} were worried about a change of carer; the team rang them.",
    "MP or councillor enquiry": "On behalf of resident {x}, who asks when an assessment will take place.",
    "Compliment": "Mrs {x} thanks the worker who arranged her equipment.",
}
_COMPLAINTS = {
    "Complaint": "reference",
    "Received": "received",
    "Acknowledged": "acknowledged",
    "How": "method",
    "Service area": "service",
    "Nature": "nature",
    "Made by": "made_by",
    "Gender of service user": "gender",
    "Ethnic origin of service user": "ethnicity",
    "Stage 1 outcome": "outcome",
    "State": "state",
    "Closed": "closed",
    "In brief": "in_brief",
    "Stage 1 due": "due_1",
    "Stage 1 extended to": "extended_1",
    "Stage 1 answered": "answered_1",
    "Mediation": "mediation",
    "Mediation ended": "mediation_ended",
    "Stage 2 asked for": "asked_2",
    "Stage 2 started": "started_2",
    "Stage 2 due": "due_2",
    "Stage 2 extended to": "extended_2",
    "Stage 2 answered": "answered_2",
}
_CONCERNS = {"Complaint": "reference", "Concern": "number", "About": "nature", "Last finding": "found"}
_CONTACTS = {
    "Contact": "reference",
    "Received": "received",
    "Kind": "kind",
    "How": "method",
    "Service area": "service",
    "From": "made_by",
    "Settled": "settled",
    "Dealt with": "closed",
    "In brief": "in_brief",
}
_OMBUDSMAN = {
    "Ombudsman's reference": "reference",
    "Taken up": "taken_up",
    "Investigated": "investigated",
    "Service area": "service",
    "Decided": "decided",
    "Decision": "decision",
}
_PAYMENTS = {"Complaint": "reference", "Payment": "payment", "Paid": "paid", "What": "what", "Pounds": "pounds"}
