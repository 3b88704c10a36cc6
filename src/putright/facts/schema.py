"""The fact tables and their columns: the one vocabulary that casework stores and reporting counts.

Conventions, so that one plain SQL text runs on SQLite, PostgreSQL and DuckDB alike:

* a *term* is the code of a value in a council's vocabulary; a blank is the term ``not_recorded``, a column that
  cannot apply holds ``not_applicable``; terms are never NULL;
* a *month* is an integer ``yyyymm``, 0 when there is no date, so that a period is a range of months;
* a *date* is for showing and listing, and is the only kind that may be NULL;
* a *count* is a whole number (days, pence, or -1 where a number of days cannot be given).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["key", "term", "text", "month", "date", "count"]

NOT_RECORDED = "not_recorded"
NOT_APPLICABLE = "not_applicable"
NO_MONTH = 0
NO_DAYS = -1


@dataclass(frozen=True)
class Column:
    """One column of a fact table: its name, its kind (see the module's conventions) and what it means."""

    name: str
    kind: Kind
    meaning: str


@dataclass(frozen=True)
class FactTable:
    """A fact table: `counts` is what one row is; `name` is its name in the database."""

    name: str
    counts: str
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        """The column called `name`; KeyError with the table's name if there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name}")

    @property
    def terms(self) -> tuple[str, ...]:
        """Names of the columns that hold vocabulary terms."""
        return tuple(c.name for c in self.columns if c.kind == "term")


_OF_THE_REPRESENTATION = (
    Column("category", "term", "what it reports under: the category its council gives to its procedure"),
    Column("type", "term", "type of representation; a complaint that was refused is of type refused"),
    Column("received_from", "term", "relation of the complainant to the person concerned"),
    Column("method", "term", "how it was received"),
    Column("nature", "term", "what it is about"),
    Column("service", "term", "service or team concerned"),
    Column("district", "term", "part of the council's area"),
    Column("outcome_sought", "term", "what the complainant asked for"),
    Column("outcome", "term", "what came of it"),
    Column("refusal_reason", "term", "why it was refused; not_applicable unless refused"),
    Column("gender", "term", "gender stated by the complainant"),
    Column("age_band", "term", "age band stated by the complainant"),
    Column("ethnicity", "term", "ethnicity stated by the complainant"),
    Column("disability", "term", "disability stated by the complainant"),
    Column("received_month", "month", "month in which the council received it"),
)

REPRESENTATION = FactTable(
    "facts_representation",
    "representation",
    (
        Column("id", "key", "number of the representation"),
        Column("authority", "term", "council whose representation it is"),
        Column("reference", "text", "the council's reference"),
        Column("position", "count", "position of its last log entry, from 1"),
        *_OF_THE_REPRESENTATION,
        Column("procedure", "term", "procedure it is handled under, not_applicable for none"),
        Column("status", "term", "open, closed"),
        Column("stage", "term", "stage it has reached, not_applicable for none"),
        Column("handler", "text", "post that handles it"),
        Column("received_on", "date", "day the council received it"),
        Column("closed_on", "date", "day it was closed"),
        Column("closed_month", "month", "month in which it was closed"),
        Column("due_on", "date", "the nearest date by which something is due; NULL when nothing is"),
        Column("days_to_acknowledge", "count", "working days from receipt to acknowledgement, -1 if not known"),
    ),
)

STAGE = FactTable(
    "facts_stage",
    "stage of a representation",
    (
        Column("id", "key", "number of the stage row"),
        Column("representation_id", "key", "the representation"),
        Column("authority", "term", "council whose representation it is"),
        *_OF_THE_REPRESENTATION,
        Column("procedure", "term", "procedure of the stage"),
        Column("stage", "term", "name of the stage in the rule book"),
        Column("requested_month", "month", "month in which the stage was asked for"),
        Column("started_month", "month", "month in which its clock started"),
        Column("responded_month", "month", "month in which it was answered"),
        Column("requested_on", "date", "day the stage was asked for"),
        Column("started_on", "date", "day its clock started; NULL if asked for and not started"),
        Column("due_on", "date", "last day of its time limit, with any extension"),
        Column("responded_on", "date", "day it was answered"),
        Column("working_days", "count", "working days from its start to its answer, -1 if not answered"),
        Column("extended", "term", "yes, no: whether its time limit was extended"),
        Column("timeliness", "term", "met, missed, running, not_applicable, not_known"),
    ),
)

OMBUDSMAN = FactTable(
    "facts_ombudsman",
    "record of the Ombudsman",
    (
        Column("id", "key", "number of the row"),
        Column("representation_id", "key", "the representation it belongs to"),
        Column("authority", "term", "council whose representation it is"),
        *_OF_THE_REPRESENTATION,
        Column("ombudsman_reference", "text", "the Ombudsman's reference"),
        Column("referral_type", "term", "what the Ombudsman asked of the council"),
        Column("decision", "term", "what the Ombudsman decided"),
        Column("referred_month", "month", "month in which the referral was received"),
        Column("decided_month", "month", "month of the decision"),
        Column("referred_on", "date", "day the referral was received"),
        Column("decided_on", "date", "day of the decision"),
        Column("remedy_pence", "count", "financial remedy in pence, -1 if none is recorded"),
    ),
)

TABLES = (REPRESENTATION, STAGE, OMBUDSMAN)
