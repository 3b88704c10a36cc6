"""From the cells of an accepted row to its typed values: of a case, or of what belongs to one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from putright.authorities.mapping import Sheet, StageColumns
from putright.authorities.vocabulary import NOT_RECORDED
from putright.intake.cells import Value
from putright.intake.legacy import (
    Beside,
    Legacy,
    LegacyAction,
    LegacyCase,
    LegacyConcern,
    LegacyCost,
    LegacyOmbudsman,
    LegacyPayment,
    LegacyStage,
)
from putright.intake.order import DatedRow

Held = Mapping[str, Value]


def legacy_of(row: DatedRow, refused_types: Collection[str]) -> Legacy:
    """What an accepted row says. Raises TypeError if a value it needs is missing: such a row cannot be accepted."""
    held = _held(row)
    if row.sheet.gives == "ombudsman":
        return _ombudsman(held)
    if row.sheet.gives == "concerns":
        return _concern(held)
    if row.sheet.gives == "payments":
        return _payment(held)
    if row.sheet.gives == "costs":
        return _cost(held)
    if row.sheet.gives == "actions":
        return _action(held)
    return LegacyCase(
        reference=str(held["reference"]),
        received_on=_day_needed(held["received_on"]),
        procedure=row.procedure,
        terms=_terms(row.sheet, held),
        is_refused=held["type"] in refused_types,
        acknowledged_on=_day(held.get("acknowledged_on")),
        closed_on=_day(held.get("closed_on")),
        handler=str(held.get("handler") or ""),
        summary=str(held.get("summary") or ""),
        stages=tuple(_stage(stage, row) for stage in row.sheet.stages if row.has(stage)),
        beside=tuple(_beside(held)),
        advocate=held.get("advocate") == "yes",
    )


def _held(row: DatedRow) -> Held:
    """The values of a row by what they are."""
    held: dict[str, Value] = dict(row.sheet.always)
    for column in row.sheet.columns:
        held |= dict.fromkeys((column.holds, *column.also), row.cells[column.heading].value)
    return held


def _terms(sheet: Sheet, held: Held) -> dict[str, str]:
    names = [column.holds for column in sheet.columns if column.kind == "term"]
    return {name: str(held[name]) for name in (*names, *sheet.always)}


def _beside(held: Held) -> list[Beside]:
    """What the row of a case says of its concerns, each a term of one cell, and of the Ombudsman."""
    reference, codes = str(held["reference"]), held.get("concerns")
    concerns: list[Beside] = [
        LegacyConcern(reference, number, code, NOT_RECORDED, "", "")
        for number, code in enumerate(codes if isinstance(codes, tuple) else (), 1)
    ]
    return [*concerns, _ombudsman(held)] if "ombudsman_reference" in held else concerns


def _ombudsman(held: Held) -> LegacyOmbudsman:
    remedy = held.get("remedy_pounds")
    return LegacyOmbudsman(
        reference=str(held["reference"]),
        ombudsman_reference=str(held["ombudsman_reference"] or ""),
        referral_type=str(held["referral_type"]),
        referred_on=_day_needed(held["referred_on"]),
        decision=str(held["decision"]),
        decided_on=_day(held.get("decided_on")),
        remedy_pence=remedy if isinstance(remedy, int) else -1,
    )


def _concern(held: Held) -> LegacyConcern:
    return LegacyConcern(
        reference=str(held["reference"]),
        number=_number_needed(held["concern_number"]),
        concern=str(held["concern"]),
        service=str(held.get("concern_service") or NOT_RECORDED),
        finding=str(held.get("finding") or ""),
        words=str(held.get("summary") or ""),
    )


def _payment(held: Held) -> LegacyPayment:
    return LegacyPayment(
        reference=str(held["reference"]),
        payment_reference=str(held["payment_reference"] or ""),
        remedy=str(held["remedy"]),
        paid_on=_day_needed(held["paid_on"]),
        pence=_number_needed(held["paid_pounds"]),
    )


def _action(held: Held) -> LegacyAction:
    completed, checked = _day(held.get("completed_on")), _day(held.get("checked_on"))
    return LegacyAction(
        reference=str(held["reference"]),
        number=_number_needed(held["action_number"]),
        post=str(held["post"] or ""),
        source=str(held.get("source") or ""),
        agreed_on=_day_needed(held["agreed_on"]),
        due_on=_day_needed(held["due_on"]),
        completed_on=completed,
        evidence=str(held.get("evidence") or "") if completed else "",
        checked_on=checked,
        worked=str(held.get("worked") or "") if checked else "",
        words=str(held.get("summary") or ""),
    )


def _cost(held: Held) -> LegacyCost:
    return LegacyCost(
        reference=str(held["reference"]),
        cost=str(held["cost"]),
        incurred_on=_day_needed(held["incurred_on"]),
        pence=_number_needed(held["cost_pounds"]),
    )


def _stage(stage: StageColumns, row: DatedRow) -> LegacyStage:
    return LegacyStage(
        name=stage.under[row.procedure],
        requested_on=row.day(stage.requested),
        started_on=row.day(stage.started),
        due_on=row.day(stage.due),
        extended_to=row.day(stage.extended_to),
        responded_on=row.day(stage.responded),
        finding=str(row.cells[stage.found].value or "") if stage.found else "",
    )


def _day(value: Value) -> date | None:
    return value if isinstance(value, date) else None


def _day_needed(value: Value) -> date:
    if not isinstance(value, date):
        raise TypeError(f"an accepted row has no date where one is required, but {value!r}")
    return value


def _number_needed(value: Value) -> int:
    if not isinstance(value, int):
        raise TypeError(f"an accepted row has no number where one is required, but {value!r}")
    return value
