"""What can be amiss with a fact that a table counts, each as plain SQL: blank, contradictory, unfinished, late."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from putright.facts.schema import ACTION, CONCERN, NOT_RECORDED, OMBUDSMAN, REMEDY, REPRESENTATION, STAGE, FactTable
from putright.reporting.conditions import quoted

Kind = Literal["blank", "contradictory", "unfinished", "late"]
KINDS: tuple[Kind, ...] = ("blank", "contradictory", "unfinished", "late")


@dataclass(frozen=True)
class FactCheck:
    """One thing that can be amiss: `sql` holds of the facts it is true of; `says` goes on from “It is …”."""

    id: str
    kind: Kind
    says: str
    sql: str


_BLANK_DAYS = {"days_to_acknowledge": "it is not known when it was acknowledged"}
"""Columns of days for which -1 means that nobody wrote it down, and not that it has not happened."""

_CHECKS: Mapping[FactTable, tuple[tuple[Kind, str, str, str], ...]] = {
    REPRESENTATION: (
        ("contradictory", "closed-before-received", "it was closed before it was received", "closed_on < received_on"),
        ("contradictory", "closed-without-day", "it is closed without a day",
         "status = 'closed' AND closed_on IS NULL"),
        ("contradictory", "open-with-closing-day", "it is open and has a day of closing",
         "status = 'open' AND closed_on IS NOT NULL"),
        ("contradictory", "received-in-future", "it was received on a day that has not come", "received_on > {today}"),
        ("contradictory", "reason-not-refused", "there is a reason for refusing it, and it was not refused",
         "type <> 'refused' AND refusal_reason NOT IN ('not_applicable', 'not_recorded')"),
        ("unfinished", "open", "it is open", "status = 'open'"),
        ("late", "past-due", "it is open, and its last day has passed", "status = 'open' AND due_on < {today}"),
    ),
    STAGE: (
        ("contradictory", "answered-before-start", "it was answered before it started", "responded_on < started_on"),
        ("contradictory", "started-before-request", "it started before it was asked for", "started_on < requested_on"),
        ("contradictory", "answered-not-started", "it was answered and never started",
         "responded_on IS NOT NULL AND started_on IS NULL"),
        ("unfinished", "not-answered", "it is not answered yet",
         "started_month > 0 AND responded_month = 0 AND closed_month = 0"),
        ("late", "past-due", "it is not answered, and its last day has passed",
         "started_month > 0 AND responded_month = 0 AND closed_month = 0 AND due_on < {today}"),
    ),
    OMBUDSMAN: (
        ("contradictory", "decided-before-referral", "it was decided before it was referred",
         "decided_on < referred_on"),
        ("contradictory", "decided-without-day", "there is a decision without a day",
         "decided_on IS NULL AND decision NOT IN ('not_recorded', 'not_applicable')"),
        ("unfinished", "not-decided", "it is not decided yet", "decided_month = 0"),
    ),
    CONCERN: (
        ("contradictory", "closed-without-finding", "the case is closed and the concern has no finding",
         "closed_month > 0 AND pursued = 'yes' AND finding = 'not_recorded'"),
        ("unfinished", "no-finding", "it has no finding yet",
         "closed_month = 0 AND pursued = 'yes' AND finding = 'not_recorded'"),
    ),
    REMEDY: (
        ("contradictory", "done-before-agreed", "it was delivered before it was agreed", "done_on < agreed_on"),
        ("unfinished", "not-done", "it is not delivered yet", "done_on IS NULL"),
        ("late", "past-due", "it is not delivered, and its last day has passed",
         "done_on IS NULL AND due_on < {today}"),
    ),
    ACTION: (
        ("contradictory", "checked-before-done", "it was checked before it was done", "checked_on < completed_on"),
        ("unfinished", "not-done", "it is not done yet", "completed_on IS NULL"),
        ("late", "past-due", "it is not done, and its last day has passed",
         "completed_on IS NULL AND due_on < {today}"),
    ),
}  # fmt: skip


def checks_of(facts: FactTable, asked: tuple[str, ...], today: date) -> Iterator[FactCheck]:
    """The checks of a fact table that is counted by the columns `asked`, as on a day."""
    for column in asked:
        if column in _BLANK_DAYS:
            yield FactCheck(f"blank-{column}", "blank", _BLANK_DAYS[column], f"{column} < 0")
        elif facts.column(column).kind == "term":
            says = f"there is no {column.replace('_', ' ')}"
            yield FactCheck(f"blank-{column}", "blank", says, f"{column} = {quoted(NOT_RECORDED)}")
    for kind, name, says, sql in _CHECKS.get(facts, ()):
        yield FactCheck(f"{kind}-{name}", kind, says, sql.replace("{today}", quoted(today.isoformat())))
