"""The summary of a representation: what is recorded of it, what is not, and what the complainant said of themselves."""

from __future__ import annotations

from typing import Any

from putright.rules import in_words
from putright.web.forms.steps.seen import Seen
from putright.web.presenters.words import long_date

BLANK = ("not_recorded", "not_applicable")
ABOUT_IT = (
    ("Received from", "received_from"),
    ("How it came", "method"),
    ("What it is about", "nature"),
    ("Service or team", "service"),
    ("Part of the area", "district"),
    ("Outcome sought", "outcome_sought"),
    ("What came of it", "outcome"),
    ("Why it was refused", "refusal_reason"),
)
ABOUT_THEM = (("Gender", "gender"), ("Age", "age_band"), ("Ethnicity", "ethnicity"), ("Disability", "disability"))
Rows = list[dict[str, Any]]


def summary(row: Any, seen: Seen) -> Rows:
    """Rows of the summary list: what is recorded, without the blanks; `row` is the stored fact row."""
    state = seen.state
    rows = [("Received", in_words(state.received_on))]
    rows += [(head, _label(row, seen, name)) for head, name in ABOUT_IT if getattr(row, name) not in BLANK]
    decided = seen.procedure.title if seen.procedure else "No procedure"
    rows.append(("Handled under", decided if state.is_triaged else "Not decided yet"))
    if row.handler:
        rows.append(("Handled by", row.handler))
    rows.append(("Acknowledged", long_date(state.acknowledged_on, "Not yet" if state.is_open else "Not recorded")))
    if (running := state.running_stage) and running.respond_by:
        rows.append(("Agreed to be answered by", in_words(running.respond_by)))
    if row.closed_on:
        rows.append(("Closed", in_words(row.closed_on)))
    return _listed(rows)


def not_recorded(row: Any) -> str:
    """What the record lacks, in one sentence, empty when nothing."""
    lacking = [head.lower() for head, name in ABOUT_IT if getattr(row, name) == "not_recorded"]
    return f"Not recorded: {', '.join(lacking)}." if lacking else ""


def equality(row: Any, seen: Seen) -> Rows:
    """What the complainant said of themselves, blanks said as blanks."""
    return _listed([(head, _label(row, seen, name)) for head, name in ABOUT_THEM])


def _label(row: Any, seen: Seen, name: str) -> str:
    return seen.council.vocabulary(name).label(getattr(row, name))


def _listed(rows: list[tuple[str, str]]) -> Rows:
    return [{"key": {"text": key}, "value": {"text": value}} for key, value in rows]
