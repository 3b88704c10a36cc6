"""What the Ombudsman asked Lancashire and decided, and what the council's own investigations cost."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from examples.building import (
    Row,
    allot,
    between,
    later,
    mixed,
    parts,
    rows_of,
    scaled,
    spread,
    those,
    year,
    years_label,
)
from examples.lancashire_complaints import ADULTS, CHILDREN, INCLUSION, NOT_UPHELD, PARTLY, REPORT, STATUTORY, UPHELD

YEARS = (2015, 2016, 2017, 2018)
COMPARED = (2017, 2018)
PUBLIC = "Upheld with a public report"
JUSTIFIED = (UPHELD, PARTLY, PUBLIC)
DECISIONS = {
    "Not Upheld": NOT_UPHELD,
    "Ongoing/Early resolution": "Early resolution",
    "Not Investigated": "Not investigated",
}
ENQUIRY = {
    "FeedbackID": "id",
    "LGSCORef": "lgsco",
    "LGSCOAsked": "asked",
    "EnquiryReceived": "referred",
    "FinalDecision": "decision",
    "DecisionReceived": "decided",
    "Paid": "paid",
}
COST = {"FeedbackID": "id", "SpentOn": "on", "InvoiceDate": "day", "Amount": "pounds"}


@dataclass(frozen=True)
class Side:
    """Adult social care or all children's services: which tables tell of its enquiries and decisions.

    By year, `same_year` is how many enquiries of a year were decided in it, and `next_year` how many in the next; the
    report says it of children's in 2018/19 only. `public` are the public reports, `upheld_before` how many of the
    complaints upheld in 2018/19 the council had upheld itself, `of_inclusion` how many were the Inclusion Service's.
    `paid` is in pence, with the number of payments.
    """

    name: str
    services: tuple[str, ...]
    asked: str
    decided: str
    same_year: tuple[int, ...]
    next_year: tuple[int, ...]
    public: dict[int, int]
    upheld_before: int
    of_inclusion: int
    paid: dict[int, tuple[int, int]]


SIDES = (
    Side("adults", (ADULTS,), "table-1", "graph-9", (24, 24, 31, 25), (6, 6, 6, 0), {2017: 2}, 7, 0,
         {2018: (2_448_483, 15)}),
    Side("children", (CHILDREN, INCLUSION), "table-2", "graph-15", (40, 31, 30, 22), (8, 8, 11, 0), {2018: 1}, 3, 3,
         {2017: (710_000, 7), 2018: (210_000 - 122_500, 3)}),
)  # fmt: skip
PUBLIC_REPORT_PAID = "1225.00"

# The two sums are published; how they are made up is not.
COSTS = {
    2017: ((("Investigating officer", "2210.00"), ("Independent person", "840.00")),
           (("Investigating officer", "2195.15"), ("Independent person", "845.00"))),
    2018: ((("Investigating officer", "1000.00"), ("Independent person", "300.00"), ("Review panel", "900.00")),
           (("Investigating officer", "960.00"), ("Independent person", "301.50")),
           (("Investigating officer", "948.17"), ("Independent person", "305.00"))),
}  # fmt: skip


def enquiries(cases: list[Row]) -> list[Row]:
    """The enquiries of all years, each about one of the cases, in the order in which they came."""
    made = [row for side in SIDES for row in _about_cases(side, _of_side(side), cases)]
    made.sort(key=lambda row: (str(row["referred"]), str(row["id"])))
    for place, row in enumerate(made):
        row["lgsco"] = f"{str(row['referred'])[2:4]} {place // 1000 + 1:03} {place % 1000:03}"
    return made


def costs(cases: list[Row]) -> Iterator[Row]:
    """The invoices for investigations and panels, each dated when its stage was answered."""
    for begins, invoices in COSTS.items():
        first, last = year(begins)
        investigated = [row for row in those(cases, procedure=STATUTORY) if "s2_answered" in row]
        of_the_year = [row for row in investigated if first <= row["received"] <= last]  # type: ignore[operator]
        for row, spent in zip(of_the_year, invoices, strict=True):
            for on, pounds in spent:
                day = row["s3_answered" if on == "Review panel" else "s2_answered"]
                yield {"id": row["id"], "on": on, "day": day, "pounds": pounds}


def _of_side(side: Side) -> list[Row]:
    """The enquiries of one side with their days and decisions, and no case yet."""
    made: list[Row] = []
    for begins, same_year, next_year in zip(YEARS, side.same_year, side.next_year, strict=True):
        asked = REPORT.column(side.asked, years_label(begins))["Total Received"]
        rows = rows_of(asked, asked="Enquiry", side=side.name)
        spread(rows, "referred", *year(begins))
        _decide(rows[:same_year], begins, side.name)
        _decide(rows[asked - next_year :], begins + 1, side.name)
        made += rows
    for begins in YEARS:
        _give_decisions(side, begins, [row for row in made if row.get("year") == begins])
    return made


def _decide(rows: list[Row], begins: int, name: str) -> None:
    """Give enquiries a day of decision, within the year that begins in April of `begins`."""
    first, last = year(begins)
    for place, row in enumerate(rows):
        referred = row["referred"]
        if isinstance(referred, date):
            working_days = between(25, 80, f"{name} {begins}", place)
            row["decided"] = min(max(later(referred, working_days), later(first, 5 + place)), last)
            row["year"] = begins


def _give_decisions(side: Side, begins: int, rows: list[Row]) -> None:
    printed = REPORT.column(side.decided, years_label(max(begins, COMPARED[0])))
    public = side.public.get(begins, 0)
    upheld = printed["Upheld/Partly Upheld"] - public
    counts = {PUBLIC: public, UPHELD: upheld - upheld // 2, PARTLY: upheld // 2}
    counts |= {DECISIONS[label]: count for label, count in printed.items() if label in DECISIONS}
    allot(rows, "decision", counts if begins in COMPARED else scaled(counts, len(rows)))
    justified = [row for row in rows if row["decision"] in JUSTIFIED]
    if begins in side.paid:
        pence, number = side.paid[begins]
        unpaid = [row for row in justified if row["decision"] != PUBLIC or not side.of_inclusion]
        for row, amount in zip(mixed(unpaid, "paid"), parts(pence, number, f"{side.name} {begins}"), strict=False):
            row["paid"] = f"{amount // 100}.{amount % 100:02}"
    if begins == COMPARED[1]:
        for row in those(justified, decision=PUBLIC):
            row["paid"] = PUBLIC_REPORT_PAID
        for place, row in enumerate(mixed(justified, "upheld before")):
            row["needs"] = (UPHELD, PARTLY) if place < side.upheld_before else (NOT_UPHELD,)
            row["of"] = (side.services[0],)
        for row in [row for row in justified if row["decision"] != PUBLIC and row["needs"] == (NOT_UPHELD,)][
            : side.of_inclusion
        ]:
            row["of"] = (INCLUSION,)


def _about_cases(side: Side, rows: list[Row], cases: list[Row]) -> list[Row]:
    """Give each enquiry the case it is about: the last of those closed before it that it fits."""
    closed = sorted((row for row in cases if row["type"] in ("Complaint", "Early resolution") and row.get("closed")),
                    key=lambda row: (str(row["closed"]), str(row["id"])), reverse=True)  # fmt: skip
    taken: set[str] = set()
    for row in sorted(rows, key=lambda row: ("needs" not in row, str(row["referred"]))):
        outcomes, services = row.get("needs", (UPHELD, PARTLY, NOT_UPHELD)), row.get("of", side.services)
        case = _last_before(str(row["referred"]), closed, taken, outcomes, services)  # type: ignore[arg-type]
        row["id"] = case["id"]
        taken.add(str(case["id"]))
    return rows


def _last_before(
    day: str, closed: list[Row], taken: set[str], outcomes: Collection[str], services: Collection[str]
) -> Row:
    for case in closed:
        fits = case["outcome"] in outcomes and case["service"] in services and str(case["id"]) not in taken
        if fits and str(case["closed"]) < day:
            return case
    raise LookupError(f"no case of {services} with {outcomes} was closed before {day}")
