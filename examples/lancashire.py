"""Lancashire's feedback of six years, made from its report on social care complaints for 2018/19.

The two years that the report compares are made from its tables and sentences; of the four years before, the report
gives the numbers of complaints and of the Ombudsman's enquiries, and the rest is in the proportions of 2017/18. All
are records, so that a line over six years opens to its cases like any other number. Where the report contradicts
itself, the rows follow the number that its other tables bear out, and the published one is an erratum. What it does
not print at all, such as the comments of 2017/18 on adult social care, is chosen so that its sentences hold.
"""

from __future__ import annotations

from datetime import date

from examples import lancashire_ombudsman as ombudsman
from examples.building import Row, allot, between, csv_text, later, number, rows_of, scaled, spread, year, years_label
from examples.lancashire_complaints import (
    ADULTS,
    CHILDREN,
    EARLY,
    INCLUSION,
    OUTSIDE,
    REPORT,
    adults,
    outside,
    statutory,
)

YEARS = (2013, 2014, 2015, 2016, 2017, 2018)
FIRST_OF_ADULTS = 2014
METHODS = {"E-mail": 5, "Telephone": 3, "Online form": 2, "Letter": 1}
PRAISED_BY = {"Leaflet": 5, "E-mail": 3, "Letter": 2}
FROM = {
    ADULTS: {"Relative of a service user": 6, "Service user": 3, "Somebody for a service user": 1},
    CHILDREN: {"Parent or guardian": 9, "Foster carer or adopter": 1},
    INCLUSION: {"Parent or guardian": 9, "Other relative or friend": 1},
}
# What the sentences say of compliments in 2017/18; the others are in the proportions of 2018/19.
PRAISED_BEFORE = {
    "Assessment": 152,
    "Carers assessments": 15,
    "Equipment/Adaptations": 160,
    "Home Care / Domiciliary Care Services": 21,
    "Reablement & Rehabilitation": 108,
    "Review": 5,
}
INCLUSION_PRAISED_BEFORE = 123
COMMENTS_ON_ADULTS_BEFORE = 190

FEEDBACK = {
    "FeedbackID": "id", "Received": "received", "FeedbackType": "type", "Procedure": "procedure", "Service": "service",
    "ServiceType": "about", "ReceivedFrom": "from", "ReceivedBy": "by", "Acknowledged": "acknowledged",
    "S1Started": "s1_started", "S1Answered": "s1_answered", "S2Requested": "s2_requested", "S2Started": "s2_started",
    "S2Answered": "s2_answered", "S3Requested": "s3_requested", "S3Started": "s3_started", "S3Answered": "s3_answered",
    "Outcome": "outcome", "Status": "status", "Closed": "closed", "Handler": "handler", "Note": "note",
}  # fmt: skip


def files() -> dict[str, str]:
    """The three files of the export by name."""
    rows = [row for begins in YEARS for group in _of_the_year(begins) for row in group]
    number(rows, "id", "CFS-{n:05}", by=lambda row: row["received"])
    rows.sort(key=lambda row: str(row["id"]))
    return {
        "lancashire-feedback.csv": csv_text(rows, FEEDBACK),
        "lancashire-lgsco.csv": csv_text(ombudsman.enquiries(rows), ombudsman.ENQUIRY),
        "lancashire-costs.csv": csv_text(ombudsman.costs(rows), ombudsman.COST),
    }


def _of_the_year(begins: int) -> list[list[Row]]:
    """All feedback received in the year that begins in April of `begins`, in groups of a kind."""
    groups = [outside(begins), statutory(begins)] + ([adults(begins)] if begins >= FIRST_OF_ADULTS else [])
    if begins >= ombudsman.COMPARED[0]:
        groups += [_compliments(begins, ADULTS), _compliments(begins, CHILDREN), _comments(begins)]
    for place, rows in enumerate(groups):
        _complete(rows, f"{begins} {place}")
    return groups


def _compliments(begins: int, side: str) -> list[Row]:
    total = REPORT.column("graph-2", years_label(begins))["Adults" if side == ADULTS else "CYP"]
    rows = rows_of(total, type="Compliment", procedure=OUTSIDE)
    if side == ADULTS:
        of_2018 = REPORT.column("graph-8", "2018/19")
        others = {about: count for about, count in of_2018.items() if about not in PRAISED_BEFORE}
        before = PRAISED_BEFORE | scaled(others, total - sum(PRAISED_BEFORE.values()))
        allot(rows, "service", {ADULTS: total})
        allot(rows, "about", of_2018 if begins == ombudsman.COMPARED[1] else before)
    else:
        of_inclusion = INCLUSION_PRAISED_BEFORE
        if begins == ombudsman.COMPARED[1]:
            of_inclusion = total - int(REPORT.figure("s126"))
        allot(rows, "service", {INCLUSION: of_inclusion}, rest=CHILDREN)
        for row in rows:
            row["about"] = "Inclusion Service" if row["service"] == INCLUSION else "Social Work Practice"
    allot(rows, "by", scaled(PRAISED_BY, total))
    spread(rows, "received", *year(begins))
    return rows


def _comments(begins: int) -> list[Row]:
    of_2018 = begins == ombudsman.COMPARED[1]
    of_adults = REPORT.column("graph-4", "2018/19")["Comment"] if of_2018 else COMMENTS_ON_ADULTS_BEFORE
    of_children = REPORT.column("graph-10", years_label(begins))["Comment"]
    rows = rows_of(of_adults + of_children, type="Comment", procedure=OUTSIDE)
    allot(rows, "service", {ADULTS: of_adults, CHILDREN: of_children})
    spread(rows, "received", *year(begins))
    return rows


def _complete(rows: list[Row], name: str) -> None:
    """Give rows what no table of the report is about: from whom, by what, who handled it, and a few made-up words."""
    for service, weights in FROM.items():
        of_it = [row for row in rows if row.get("service") == service]
        free = [row for row in of_it if "from" not in row]
        allot(free, "from", scaled(weights, len(free)))
    free = [row for row in rows if "by" not in row]
    allot(free, "by", scaled(METHODS, len(free)))
    for place, row in enumerate(rows):
        received = row["received"]
        if not isinstance(received, date):
            raise TypeError(f"{row} was not received")
        row["handler"] = f"Complaints officer {between(1, 4, f'handler {name}', place)}"
        if row["type"] in ("Complaint", EARLY):
            due = later(received, between(0, 3, f"acknowledged {name}", place))
            closed = row.get("closed")
            row["acknowledged"] = min(due, closed) if isinstance(closed, date) else due
            row["status"] = "Closed" if closed else "Open"
        else:
            row["status"], row["closed"] = "Closed", received
        row["note"] = _note(row, between(0, 25, f"letter {name}", place), between(0, 3, f"note {name}", place))
        if row.get("about") == "(blank)":
            row["about"] = None


def _note(row: Row, letter: int, which: int) -> str:
    """A sentence about somebody who does not exist."""
    who, worker = f"{str(row['from']).split()[0]} {chr(65 + letter)}", f"Worker {chr(90 - letter)}"
    said = {
        "Compliment": ("thanked {worker}.", "says the visit made a real difference.", "sent a card to the team.",
                       "says {worker} went out of their way."),
        "Comment": ("suggests longer opening hours.", "asks for a shorter form.", "would like letters in larger print.",
                    "suggests a map on the website."),
    }.get(str(row["type"]), ("says calls were not returned for weeks.", "was not told that a meeting had been moved.",
                             "disagrees with what {worker} wrote.", "waited for an answer and had none."))  # fmt: skip
    return f"{who} {said[which].format(worker=worker)}"
