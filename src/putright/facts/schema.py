"""The fact tables: the one vocabulary that casework stores and reporting counts. ``columns`` has the conventions."""

from __future__ import annotations

from putright.facts.columns import NO_DAYS, NO_MONTH, NOT_APPLICABLE, NOT_RECORDED, Column, FactTable, Kind

__all__ = [
    "ACTION", "APPOINTMENT", "CLOCK", "CONCERN", "COST", "LEARNING", "NOT_APPLICABLE", "NOT_RECORDED", "NO_DAYS",
    "NO_MONTH", "OMBUDSMAN", "REMEDY", "REPRESENTATION", "STAGE", "TABLES", "Column", "FactTable", "Kind",
]  # fmt: skip

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

_BELONGING = (
    Column("id", "key", "number of the row"),
    Column("representation_id", "key", "the representation it belongs to"),
    Column("authority", "term", "council whose representation it is"),
)


def _of(name: str, counts: str, *columns: Column) -> FactTable:
    """A table of what belongs to a representation: its key, the representation's dimensions, its own `columns`."""
    return FactTable(name, counts, (*_BELONGING, *_OF_THE_REPRESENTATION, *columns))


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
        Column("access", "term", "open, restricted: seen by few, counted all the same"),
        Column("advocate", "term", "yes, no: whether an advocate takes part"),
        Column("received_on", "date", "day the council received it"),
        Column("triaged_on", "date", "day somebody decided under which procedure it is handled; NULL until then"),
        Column("closed_on", "date", "day it was closed"),
        Column("closed_month", "month", "month in which it was closed"),
        Column("finding", "term", "the last finding on what is pursued; mixed where concerns differ"),
        Column("due_on", "date", "the nearest date by which something is due; NULL when nothing is"),
        Column("due_clock", "term", "the clock that is due then, not_applicable when nothing is"),
        Column("entries", "count", "pieces of correspondence on its record"),
        Column("days_to_acknowledge", "count", "working days from receipt to acknowledgement, -1 if not known"),
    ),
)

STAGE = _of(
    "facts_stage",
    "stage of a representation",
    Column("procedure", "term", "procedure of the stage"),
    Column("stage", "term", "name of the stage in the rule book"),
    Column("furthest", "term", "yes, no: whether it is the last stage that started"),
    Column("requested_month", "month", "month in which the stage was asked for"),
    Column("started_month", "month", "month in which its clock started"),
    Column("responded_month", "month", "month in which it was answered"),
    Column("closed_month", "month", "month in which the representation was closed"),
    Column("requested_on", "date", "day the stage was asked for"),
    Column("started_on", "date", "day its clock started; NULL if asked for and not started"),
    Column("due_on", "date", "last day of its time limit, with any extension"),
    Column("responded_on", "date", "day it was answered"),
    Column("working_days", "count", "working days from its start to its answer, -1 if not answered"),
    Column("calendar_days", "count", "calendar days from its start to its answer, -1 if not answered"),
    Column("extended", "term", "yes, no: whether its time limit was extended"),
    Column("finding", "term", "the finding, the same on every concern; mixed when findings differ"),
    Column("timeliness", "term", "met, missed, running, not_applicable, not_known"),
)

OMBUDSMAN = _of(
    "facts_ombudsman",
    "record of the Ombudsman",
    Column("ombudsman_reference", "text", "the Ombudsman's reference"),
    Column("referral_type", "term", "what the Ombudsman asked of the council"),
    Column("decision", "term", "what the Ombudsman decided"),
    Column("referred_month", "month", "month in which the referral was received"),
    Column("decided_month", "month", "month of the decision"),
    Column("referred_on", "date", "day the referral was received"),
    Column("decided_on", "date", "day of the decision"),
    Column("remedy_pence", "count", "financial remedy in pence, -1 if none is recorded"),
    Column("own_finding", "term", "what the council itself had found, by its findings or else by its outcome"),
    Column("remedied_before", "term", "yes, no: whether the council had agreed a remedy before the referral"),
)


CONCERN = _of(
    "facts_concern",
    "concern of a representation",
    Column("concern", "term", "what the concern is about"),
    Column("concern_service", "term", "service or team the concern is about"),
    Column("finding", "term", "the last finding on it"),
    Column("pursued", "term", "yes, no: whether it is still pursued"),
    Column("closed_month", "month", "month in which the representation was closed"),
)

CLOCK = FactTable(
    "facts_clock",
    "clock of a representation",
    (
        *_BELONGING,
        Column("category", "term", "what the representation reports under"),
        Column("service", "term", "service or team concerned"),
        Column("received_month", "month", "month in which the council received the representation"),
        Column("procedure", "term", "procedure it runs under"),
        Column("stage", "term", "stage it belongs to, not_applicable for the procedure as a whole"),
        Column("clock", "term", "what is to be done: the name of the limit in the rule book"),
        Column("kind", "term", "statutory_limit, guidance, code, local_policy, local_target or agreed_date"),
        Column("handler", "text", "post that handles the representation"),
        Column("started_on", "date", "day it started"),
        Column("due_on", "date", "last day; NULL when it cannot be told"),
        Column("met_on", "date", "day it was done"),
        Column("timeliness", "term", "met, missed, running, not_applicable, not_known"),
    ),
)

REMEDY = _of(
    "facts_remedy",
    "remedy",
    Column("remedy", "term", "apology, explanation, service, payment or another kind"),
    Column("payer", "text", "who pays it"),
    Column("approved_by", "text", "post that approved it"),
    Column("pence", "count", "amount in pence, -1 where it is no payment"),
    Column("agreed_on", "date", "day it was agreed"),
    Column("due_on", "date", "day by which it is to be delivered"),
    Column("done_on", "date", "day it was delivered"),
    Column("agreed_month", "month", "month in which it was agreed"),
    Column("done_month", "month", "month in which it was delivered"),
)

COST = _of(
    "facts_cost",
    "cost",
    Column("cost", "term", "what it was for"),
    Column("stage", "term", "stage it was incurred for"),
    Column("pence", "count", "amount in pence"),
    Column("incurred_on", "date", "day it was incurred"),
    Column("incurred_month", "month", "month in which it was incurred"),
)

LEARNING = _of(
    "facts_learning",
    "learning point",
    Column("theme", "term", "theme of what was learnt"),
    Column("learning_service", "term", "service or team that learnt it"),
    Column("recorded_on", "date", "day it was recorded"),
    Column("recorded_month", "month", "month in which it was recorded"),
)

ACTION = _of(
    "facts_action",
    "action",
    Column("theme", "term", "theme of the learning it follows from"),
    Column("source", "term", "what it comes from: investigation, adjudication, panel, Ombudsman, service"),
    Column("post", "text", "post that does it"),
    Column("due_on", "date", "day by which it is to be done"),
    Column("completed_on", "date", "day it was done"),
    Column("checked_on", "date", "day somebody looked whether it worked"),
    Column("worked", "term", "yes, partly, no; not_recorded until somebody looked"),
    Column("due_month", "month", "month in which it is due"),
    Column("completed_month", "month", "month in which it was done"),
)

APPOINTMENT = FactTable(
    "facts_appointment",
    "appointment",
    (
        *_BELONGING,
        Column("stage", "term", "stage it is for"),
        Column("post", "term", "investigating officer, independent person, panel chair, panel member"),
        Column("account", "text", "address the person signs in with, empty if they do not"),
        Column("member", "count", "number in the council's pool, 0 for somebody who is not in it"),
        Column("appointed_on", "date", "day of the appointment"),
        Column("until_on", "date", "last day on which the account is let in"),
        Column("ended_on", "date", "day the appointment ended"),
    ),
)

TABLES = (REPRESENTATION, STAGE, OMBUDSMAN, CONCERN, CLOCK, REMEDY, COST, LEARNING, ACTION, APPOINTMENT)
