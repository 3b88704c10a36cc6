"""From the cells of an accepted row to the typed values of its case, or of its record of the Ombudsman."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from putright.authorities.mapping import StageColumns
from putright.intake.cells import Value
from putright.intake.legacy import Legacy, LegacyCase, LegacyOmbudsman, LegacyStage
from putright.intake.order import DatedRow


def legacy_of(row: DatedRow, refused_types: Collection[str]) -> Legacy:
    """What an accepted row says. Raises TypeError if a date it needs is missing: such a row cannot be accepted."""
    held = {column.holds: row.cells[column.heading].value for column in row.sheet.columns}
    if row.sheet.belongs_to:
        return _ombudsman(held)
    return LegacyCase(
        reference=str(held["reference"]),
        received_on=_needed(held["received_on"]),
        procedure=row.procedure,
        terms={column.holds: str(held[column.holds]) for column in row.sheet.columns if column.kind == "term"},
        is_refused=held["type"] in refused_types,
        acknowledged_on=_day(held.get("acknowledged_on")),
        closed_on=_day(held.get("closed_on")),
        handler=str(held.get("handler") or ""),
        summary=str(held.get("summary") or ""),
        stages=tuple(_stage(stage, row) for stage in row.sheet.stages if row.has(stage)),
    )


def _ombudsman(held: Mapping[str, Value]) -> LegacyOmbudsman:
    remedy = held.get("remedy_pounds")
    return LegacyOmbudsman(
        reference=str(held["reference"]),
        ombudsman_reference=str(held["ombudsman_reference"] or ""),
        referral_type=str(held["referral_type"]),
        referred_on=_needed(held["referred_on"]),
        decision=str(held["decision"]),
        decided_on=_day(held.get("decided_on")),
        remedy_pence=remedy if isinstance(remedy, int) else -1,
    )


def _stage(stage: StageColumns, row: DatedRow) -> LegacyStage:
    return LegacyStage(
        name=stage.under[row.procedure],
        requested_on=row.day(stage.requested),
        started_on=row.day(stage.started),
        due_on=row.day(stage.due),
        extended_to=row.day(stage.extended_to),
        responded_on=row.day(stage.responded),
    )


def _day(value: Value) -> date | None:
    return value if isinstance(value, date) else None


def _needed(value: Value) -> date:
    if not isinstance(value, date):
        raise TypeError(f"an accepted row has no date where one is required, but {value!r}")
    return value
