"""The Hampshire example export as fact rows, made here in plain Python: an independent reading of what they mean."""

from __future__ import annotations

import csv
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import holidays
import numpy as np
from tests.fact_tables import Facts

from putright.authorities.spelling import code_of

EXAMPLE = Path(__file__).parents[1] / "councils/hampshire/example"
_BANK_HOLIDAYS = np.array(
    sorted(holidays.country_holidays("GB", subdiv="ENG", years=range(2013, 2020))), dtype="datetime64[D]"
)
_TERMS = {
    "received_from": "Received From",
    "method": "Method",
    "nature": "Nature",
    "service": "Service",
    "district": "District",
    "outcome_sought": "Outcome Sought",
    "outcome": "Actual Outcome",
    "gender": "Gender",
    "age_band": "Age Band",
    "ethnicity": "Ethnicity",
    "disability": "Disability",
}
_STAGES = {
    "statutory": ("children_act_1989", ("local_resolution", "investigation", "review_panel")),
    "non_statutory": (
        "hampshire_corporate",
        ("corporate_local_resolution", "corporate_senior_response", "corporate_compliance_review"),
    ),
    "other": ("not_applicable", ()),
}


@cache
def export(name: str) -> tuple[dict[str, str], ...]:
    with (EXAMPLE / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def hampshire_facts(cases: Any = None, ombudsman: Any = None) -> Facts:
    """The fact rows of the export, or of rows given in its place."""
    facts: Facts = {"facts_representation": [], "facts_stage": [], "facts_ombudsman": []}
    shared_by_reference = {}
    for number, row in enumerate(cases or export("hampshire-cases.csv"), start=1):
        shared = _shared(row)
        shared_by_reference[row["Ref No"]] = number, shared
        facts["facts_representation"].append(_representation(number, row, shared))
        facts["facts_stage"] += _stages(number, row, shared)
    for number, row in enumerate(ombudsman or export("hampshire-lgsco.csv"), start=1):
        representation, shared = shared_by_reference[row["Ref No"]]
        facts["facts_ombudsman"].append(_ombudsman(number, representation, row, shared))
    return facts


def _shared(row: dict[str, str]) -> dict[str, Any]:
    return {
        "category": code_of(row["Category"]),
        "type": code_of(row["Type"]),
        **{column: _term(row[header]) for column, header in _TERMS.items()},
        "refusal_reason": _term(row["Refusal Reason"]) if row["Type"] == "Refused" else "not_applicable",
        "received_month": _month(_day(row["Date Rec'd"])),
    }


def _representation(number: int, row: dict[str, str], shared: dict[str, Any]) -> dict[str, Any]:
    closed = _day(row["Date Closed"])
    return {
        "id": number,
        "authority": "hampshire",
        "reference": row["Ref No"],
        "position": 1,
        **shared,
        "procedure": _STAGES[shared["category"]][0],
        "status": "closed" if row["Status"] == "Closed" else "open",
        "stage": "not_applicable",
        "handler": row["Handler"],
        "received_on": _day(row["Date Rec'd"]),
        "closed_on": closed,
        "closed_month": _month(closed),
        "due_on": None,
        "days_to_acknowledge": _working_days(_day(row["Date Rec'd"]), _day(row["Ack Date"])),
    }


def _stages(number: int, row: dict[str, str], shared: dict[str, Any]) -> list[dict[str, Any]]:
    procedure, names = _STAGES[shared["category"]]
    clocks = (
        (_day(row["Date Rec'd"]), _day(row["Date Rec'd"]), _day(row["S1 Due"]), _day(row["S1 Resp Date"])),
        (_day(row["S2 Req'd"]), _day(row["S2 Start"]), _day(row["S2 Due"]), _day(row["S2 Resp Date"])),
        (_day(row["S3 Start"]), _day(row["S3 Start"]), _day(row["S3 Due"]), _day(row["S3 Resp Date"])),
    )
    return [
        {
            "id": number * 10 + index,
            "representation_id": number,
            "authority": "hampshire",
            **shared,
            "procedure": procedure,
            "stage": name,
            "requested_month": _month(requested),
            "started_month": _month(started),
            "responded_month": _month(responded),
            "requested_on": requested,
            "started_on": started,
            "due_on": due,
            "responded_on": responded,
            "working_days": _working_days(started, responded),
            "extended": "no",
            "timeliness": "not_known",
        }
        for index, (name, (requested, started, due, responded)) in enumerate(zip(names, clocks, strict=False))
        if requested or started or responded
    ]


def _ombudsman(number: int, representation: int, row: dict[str, str], shared: dict[str, Any]) -> dict[str, Any]:
    referred, decided = _day(row["Referral Rec'd"]), _day(row["Decision Date"])
    return {
        "id": number,
        "representation_id": representation,
        "authority": "hampshire",
        **shared,
        "ombudsman_reference": row["LGSCO Ref"],
        "referral_type": _term(row["Referral Type"]),
        "decision": _term(row["Outcome"]),
        "referred_month": _month(referred),
        "decided_month": _month(decided),
        "referred_on": referred,
        "decided_on": decided,
        "remedy_pence": round(float(row["Remedy GBP"]) * 100) if row["Remedy GBP"] else -1,
    }


def _term(label: str) -> str:
    return code_of(label) or "not_recorded"


def _day(text: str) -> date | None:
    return datetime.strptime(text, "%d/%m/%Y").date() if text else None  # noqa: DTZ007


def _month(day: date | None) -> int:
    return day.year * 100 + day.month if day else 0


def _working_days(start: date | None, end: date | None) -> int:
    """Working days after `start` up to and including `end`; -1 where one of them is missing."""
    if not start or not end:
        return -1
    one = np.timedelta64(1, "D")
    return int(np.busday_count(np.datetime64(start) + one, np.datetime64(end) + one, holidays=_BANK_HOLIDAYS))
