"""The Ombudsman's records of a representation, each with what was asked, decided and done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from putright.record.clocks import OMBUDSMAN
from putright.record.events import OmbudsmanStageStarted
from putright.record.parts import OmbudsmanState
from putright.record.replay import standing_entries
from putright.record.steps import Step
from putright.web.forms.steps.lists import DUTIES, word
from putright.web.forms.steps.seen import Seen
from putright.web.presenters.representation_part import Way
from putright.web.presenters.steps import step_href
from putright.web.presenters.words import long_date, pounds

STEPS = (
    ("start_ombudsman_stage", "Record what the Ombudsman asks for"),
    ("record_ombudsman_decision", "Record the decision"),
    ("record_ombudsman_duty", "Record a duty"),
)


@dataclass(frozen=True)
class OmbudsmanRecord:
    """One record as a summary list with its title, and the steps that lead on from it."""

    title: str
    rows: list[dict[str, Any]]
    ways: list[Way]


def ombudsman_records(seen: Seen, steps: Mapping[str, Step]) -> list[OmbudsmanRecord]:
    """The records in the order in which they came."""
    return [
        OmbudsmanRecord(each.reference, _rows(each, seen), _ways(each, seen, steps)) for each in seen.state.ombudsman
    ]


def _stages(record: OmbudsmanState, seen: Seen) -> list[tuple[str, str]]:
    """The stages that came up under this record, in order, with when each came and was answered."""
    started = [each.event for each in standing_entries(seen.entries) if isinstance(each.event, OmbudsmanStageStarted)]
    told = []
    for event, stage in zip(started, seen.state.ombudsman_stages, strict=True):
        if event.ombudsman_reference == record.reference:
            answered = f", answered on {long_date(stage.responded_on)}" if stage.responded_on else ""
            title = seen.book.procedure(OMBUDSMAN).stage(stage.name).title
            told.append((title, f"Came on {long_date(stage.started_on)}{answered}"))
    return told


def _rows(record: OmbudsmanState, seen: Seen) -> list[dict[str, Any]]:
    rows = [
        ("Referred", long_date(record.referred_on)),
        ("What was asked", seen.council.vocabulary("referral_type").label(record.referral_type)),
        *_stages(record, seen),
        ("Decision", seen.council.vocabulary("decision").label(record.decision)),
        ("Decided", long_date(record.decided_on, "No date recorded")),
    ]
    if record.remedy_pence >= 0:
        rows.append(("Payment", pounds(record.remedy_pence)))
    if record.duties:
        done = (f"{word(DUTIES, duty)}, {long_date(record.duties[duty])}" for duty in DUTIES if duty in record.duties)
        rows.append(("Done since", "; ".join(done)))
    return [{"key": {"text": key}, "value": {"text": value}} for key, value in rows]


def _ways(record: OmbudsmanState, seen: Seen, steps: Mapping[str, Step]) -> list[Way]:
    ways = []
    for verb, text in STEPS:
        is_over = (verb == "record_ombudsman_duty") != (record.decided_on is not None)
        step = steps.get(verb)
        href = step_href(step, seen.actor, seen.number, ombudsman_reference=record.reference) if step else ""
        if href and not is_over:
            ways.append(Way(text, href, record.reference))
    return ways
