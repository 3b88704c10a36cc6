"""The weekly report in plain text, for an e-mail and for the command line; it names no person."""

from __future__ import annotations

from putright.facts.clock_titles import clock_title
from putright.oversight.rag import Rag
from putright.oversight.rag_report import Pressing, RagReport, ServiceReport
from putright.rules import Book, in_words

MOST_LINES = 40


def subject(report: RagReport) -> str:
    """The subject of the e-mail: the council, and how much is red and amber."""
    red, amber = (sum(each.counts[colour] for each in report.services) for colour in (Rag.RED, Rag.AMBER))
    return f"{report.authority.name}: weekly report, {red} red and {amber} amber"


def text(report: RagReport, book: Book, address: str) -> str:
    """The whole report; `address` is where the pages are."""
    rules = report.authority.work
    parts = [
        f"Open representations on {in_words(report.day.today)}, by the nearest of their clocks",
        f"Red: the last day has passed. Amber: {rules.amber_days} working days or fewer left, or {rules.amber_share}% "
        "of the time gone. Green: in time.",
        *(_service(each, report, book) for each in report.services),
    ]
    if not report.services:
        parts.append("There is no open representation.")
    parts.append(f"The same as a page, with every case: {address}/queues/report/")
    return "\n\n".join(parts) + "\n"


def _service(service: ServiceReport, report: RagReport, book: Book) -> str:
    label = report.authority.vocabulary("service").label(service.service)
    counts = ", ".join(f"{service.counts[colour]} {words}" for colour, words in _COLOURS if service.counts[colour])
    lines = [_line(each, report, book) for each in service.pressing[:MOST_LINES]]
    if len(service.pressing) > MOST_LINES:
        lines.append(f"* and {len(service.pressing) - MOST_LINES:,} more, on the page")
    return "\n".join([f"{label.upper()}: {service.total} open, {counts}", *lines])


_COLOURS = ((Rag.RED, "red"), (Rag.AMBER, "amber"), (Rag.GREEN, "green"), (Rag.NONE, "without a date"))


def _line(pressing: Pressing, report: RagReport, book: Book) -> str:
    one = pressing.thing
    colour = report.day.rule(one.started_on, one.due_on).colour
    title = clock_title(book, one.procedure, one.stage, one.what)
    due = in_words(one.due_on) if one.due_on else ""
    return f"* {colour.value}  {pressing.reference}: {title}, {due}, {one.post or 'nobody named'}"
