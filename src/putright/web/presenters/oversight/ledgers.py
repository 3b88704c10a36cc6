"""The remedy ledger and the costs, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from django.urls import reverse

from putright.authorities import Authority
from putright.oversight.registers import Line
from putright.oversight.remedies import YearTotal, standing_of
from putright.record.parts import Cost, Remedy
from putright.web.forms.oversight import REMEDY_STANDINGS
from putright.web.forms.steps.lists import COSTS, REMEDIES, word
from putright.web.presenters.oversight.register import TAGS, Cell, Register, RegisterLine, Totals
from putright.web.presenters.terms import stage_label
from putright.web.presenters.words import number, pounds, short_date

REMEDIES_OWED = Register(
    "remedies",
    "Remedies",
    "What puts people right: what is owed, what is overdue, and what shows that it was done.",
    "No remedy has been agreed yet. Remedies are agreed on the page of a representation.",
    ("remedy", "remedies"),
    ("Remedy", "Amount", "Due", "How it stands"),
)
COSTS_INCURRED = Register(
    "costs",
    "Costs",
    "What investigators, independent people, panels and other work cost.",
    "No cost has been recorded yet. Costs are recorded on the page of a representation.",
    ("cost", "costs"),
    ("What it was for", "Service", "On", "Amount"),
)
REMEDY_FILE = (
    "Reference", "Remedy", "What exactly", "Service", "Agreed on", "Amount in pounds", "Paid by", "Approved by",
    "Due on", "Done on", "What shows it", "How it stands",
)  # fmt: skip
COST_FILE = ("Reference", "What it was for", "Stage", "Service", "On", "Amount in pounds")


def remedy_line(line: Line, council: Authority, today: date) -> RegisterLine:
    """One remedy: what, how much and who approved it, by when, and what shows that it was done."""
    remedy: Remedy = line.part
    stands = standing_of(remedy, today)
    paid = f"Paid by {remedy.payer}, approved by {remedy.approved_by}" if remedy.pence >= 0 else ""
    shown = f": {remedy.evidence}" if remedy.evidence and line.words else ""
    service = council.vocabulary("service").label(line.row.service)
    cells = [
        Cell(word(REMEDIES, remedy.kind), " · ".join(part for part in (line.said, service) if part)),
        Cell(pounds(remedy.pence) if remedy.pence >= 0 else "No payment", paid),
        Cell(short_date(remedy.due_on, "No date")),
        Cell(
            REMEDY_STANDINGS[stands],
            f"On {short_date(remedy.done_on)}{shown}"
            if remedy.done_on
            else f"Agreed on {short_date(remedy.agreed_on)}",
            TAGS[stands],
        ),
    ]
    return RegisterLine(line.reference, reverse("representation", args=[line.row.representation_id]), cells)


def remedy_file(lines: Iterable[Line], council: Authority, today: date) -> Iterator[Sequence[object]]:
    """The lines of the file of remedies."""
    for line in lines:
        remedy: Remedy = line.part
        yield (
            line.reference, word(REMEDIES, remedy.kind), line.said,
            council.vocabulary("service").label(line.row.service), remedy.agreed_on, _amount(remedy.pence),
            remedy.payer, remedy.approved_by, remedy.due_on, remedy.done_on,
            remedy.evidence if line.words else "", REMEDY_STANDINGS[standing_of(remedy, today)],
        )  # fmt: skip


def cost_line(line: Line, council: Authority) -> RegisterLine:
    """One cost."""
    cost: Cost = line.part
    cells = [
        Cell(word(COSTS, cost.kind), _stage(line, council)),
        Cell(council.vocabulary("service").label(line.row.service)),
        Cell(short_date(cost.incurred_on)),
        Cell(pounds(cost.pence)),
    ]
    return RegisterLine(line.reference, reverse("representation", args=[line.row.representation_id]), cells)


def cost_file(lines: Iterable[Line], council: Authority) -> Iterator[Sequence[object]]:
    """The lines of the file of costs."""
    for line in lines:
        cost: Cost = line.part
        yield (
            line.reference, word(COSTS, cost.kind), _stage(line, council),
            council.vocabulary("service").label(line.row.service), cost.incurred_on, _amount(cost.pence),
        )  # fmt: skip


def standings_total(counts: Mapping[str, int]) -> Totals:
    """How many remedies are owed, overdue and done."""
    rows = [[REMEDY_STANDINGS[name], number(count)] for name, count in counts.items()]
    return Totals("How they stand", ("How it stands", "Remedies"), rows)


def payments_total(totals: Sequence[YearTotal], council: Authority) -> Totals:
    """Payments by year and service."""
    rows = [
        [_year(council, each.year), council.vocabulary("service").label(each.code), *_money(each)] for each in totals
    ]
    return Totals("Payments agreed, by year and service", ("Year", "Service", "Payments", "Amount"), rows)


def costs_total(totals: Sequence[YearTotal], council: Authority) -> Totals:
    """Costs by year and what they were for."""
    rows = [[_year(council, each.year), word(COSTS, each.code), *_money(each)] for each in totals]
    return Totals("By year and what they were for", ("Year", "What it was for", "Times", "Amount"), rows)


def _money(total: YearTotal) -> tuple[str, str]:
    return number(total.count), pounds(total.pence)


def _year(council: Authority, begins: int) -> str:
    """A reporting year: 2017-18, or 2017 where it is the calendar year."""
    return str(begins) if council.year_starts_month == 1 else f"{begins}-{(begins + 1) % 100:02}"


def _amount(pence: int) -> str:
    return f"{pence / 100:.2f}" if pence >= 0 else ""


def _stage(line: Line, council: Authority) -> str:
    return stage_label(council, line.state.procedure, line.part.stage) if line.part.stage else ""
