"""How the export of an older system is read: which column is what, which files belong together, what is forgiven."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from putright.authorities.vocabulary import NAMES, SAME_TERMS

Kind = Literal[
    "reference", "term", "terms", "date", "expected_date", "money", "number", "text", "words", "choice", "ignored"
]
Treatment = Literal["normalise", "flag", "refuse"]
Gives = Literal["representations", "ombudsman", "concerns", "payments", "costs", "actions"]

TREATMENTS: tuple[Treatment, ...] = ("normalise", "flag", "refuse")
DATE_FORMS = ("iso_date", "month_name_date", "midnight_time", "two_digit_year", "excel_serial_date")
ORDER_FAULTS = (
    "acknowledged_before_receipt",
    "response_before_receipt",
    "response_before_start",
    "request_before_receipt",
    "start_before_receipt",
    "start_before_request",
    "closed_before_receipt",
    "decision_before_referral",
)
"""What two dates in the wrong order can be called."""
ENCODINGS = ("utf-8", "windows-1252")

KINDS: Mapping[str, Kind] = {
    "reference": "reference",
    **dict.fromkeys(NAMES, "term"),
    "received_on": "date",
    "acknowledged_on": "date",
    "closed_on": "date",
    "referred_on": "date",
    "decided_on": "date",
    "paid_on": "date",
    "incurred_on": "date",
    "agreed_on": "date",
    "due_on": "expected_date",
    "completed_on": "date",
    "checked_on": "date",
    "remedy_pounds": "money",
    "paid_pounds": "money",
    "cost_pounds": "money",
    "ombudsman_reference": "text",
    "payment_reference": "text",
    "concern_number": "number",
    "action_number": "number",
    "post": "text",
    "evidence": "text",
    "concern": "term",
    "concerns": "terms",
    "concern_service": "term",
    "remedy": "term",
    "cost": "term",
    "handler": "text",
    "summary": "words",
    "status": "choice",
    "advocate": "choice",
    "finding": "choice",
    "source": "choice",
    "worked": "choice",
    "ignored": "ignored",
}
"""What a column may hold, and of which kind that is. Dates of stages are named by the stage instead."""

CHOICES: Mapping[str, tuple[str, ...]] = {
    "status": ("open", "closed"),
    "advocate": ("yes", "no"),
    "finding": ("upheld", "partially_upheld", "not_upheld", "no_finding"),
    "source": ("response", "investigation", "adjudication", "panel", "ombudsman", "learning"),
    "worked": ("yes", "partly", "no"),
}
"""What the printed values of a choice may mean."""

NEEDED: Mapping[Gives, tuple[str, ...]] = {
    "representations": ("reference", "received_on", "category", "type"),
    "ombudsman": ("reference", "ombudsman_reference", "referred_on", "referral_type", "decision"),
    "concerns": ("reference", "concern_number", "concern"),
    "payments": ("reference", "payment_reference", "remedy", "paid_on", "paid_pounds"),
    "costs": ("reference", "cost", "incurred_on", "cost_pounds"),
    "actions": ("reference", "action_number", "post", "agreed_on", "due_on"),
}
"""What a sheet can give, and what it must hold for that, just once."""

_VOCABULARIES = {**SAME_TERMS, "concerns": SAME_TERMS["concern"]}
_DATED_BY: Mapping[Gives, str] = {
    "representations": "received_on",
    "ombudsman": "referred_on",
    "concerns": "",
    "payments": "paid_on",
    "costs": "incurred_on",
    "actions": "agreed_on",
}


@dataclass(frozen=True)
class Column:
    """A column by its `heading`: what it `holds`, of which kind, whether it may be blank.

    `says` gives the term code for printed values that are neither a label nor a synonym; for a choice, what each
    printed value means. `also` is what the column holds besides. `between` stands between several terms of one cell.
    """

    heading: str
    holds: str
    kind: Kind
    is_required: bool = False
    says: Mapping[str, str] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    between: str = ""

    @property
    def vocabulary(self) -> str:
        """Name of the vocabulary whose terms it holds."""
        return _VOCABULARIES.get(self.holds, self.holds)


@dataclass(frozen=True)
class StageColumns:
    """The headings of one stage's dates; empty where the export has no such column.

    `said` is what the council calls it. `under` gives the stage's name in the rule book for each procedure.
    `follows` gives, for each procedure that insists on it, the stage that must have been answered before.
    `limit` names the time limit of the rule book that the due date is the last day of.
    Where `starts_on_receipt`, the clock starts on the day of receipt and the stage has no start column of its own.
    `found` is the heading of what was found at the stage as a whole; `finds` says what each printed finding means.
    """

    said: str
    number: int
    under: Mapping[str, str]
    follows: Mapping[str, str]
    started: str
    starts_on_receipt: bool = False
    limit: str = "response"
    requested: str = ""
    due: str = ""
    extended_to: str = ""
    responded: str = ""
    found: str = ""
    finds: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class OrderRule:
    """The date under heading `later` may not be before the date under heading `earlier`; `fault` is its code."""

    earlier: str
    later: str
    fault: str


@dataclass(frozen=True)
class Sheet:
    """One file, or one worksheet, of the export; known by its headings.

    A row is one representation, or what the sheet `gives` otherwise: then it `belongs_to` the row of the sheet named
    there that has the same reference. `always` are term codes that hold for every row, by what a column would hold.
    """

    name: str
    gives: Gives
    belongs_to: str
    columns: tuple[Column, ...]
    always: Mapping[str, str] = field(default_factory=dict)
    stages: tuple[StageColumns, ...] = ()
    order: tuple[OrderRule, ...] = ()

    @cached_property
    def by_heading(self) -> Mapping[str, Column]:
        """Its columns by heading."""
        return {column.heading: column for column in self.columns}

    def heading_of(self, holds: str) -> str:
        """The heading of the column that holds something, empty if there is none."""
        return next((c.heading for c in self.columns if holds == c.holds or holds in c.also), "")

    @property
    def dated_by(self) -> str:
        """The heading of the day by which its terms must be in use, empty if its rows have none."""
        return self.heading_of(_DATED_BY[self.gives])


@dataclass(frozen=True)
class DateForms:
    """How dates are written: `written` always, the forms in `others` as treated there, none before `earliest`."""

    written: str
    others: Mapping[str, Treatment]
    earliest: date


@dataclass(frozen=True)
class ImportMapping:
    """One layout of export. `footers` are first cells of lines that sum up instead of holding a record.

    `longest_cell` is in characters. `refused_types` are the codes of the types that need a reason for the refusal.
    """

    layout: str
    title: str
    encodings: tuple[str, ...]
    dates: DateForms
    reference_pattern: re.Pattern[str]
    longest_cell: int
    footers: tuple[str, ...]
    refused_types: tuple[str, ...]
    sheets: tuple[Sheet, ...]

    def beside(self, sheet: Sheet) -> frozenset[Gives]:
        """What other sheets give to the rows of a sheet."""
        return frozenset(other.gives for other in self.sheets if other.belongs_to == sheet.name)
