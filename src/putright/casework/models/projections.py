"""The stored fact rows: what lists, pages and reports read. Their columns are those of ``putright.facts.schema``."""

from __future__ import annotations

from typing import Any

from django.db import models

from putright.facts import schema

_FIELDS: dict[schema.Kind, tuple[type[models.Field[Any, Any]], dict[str, Any]]] = {
    "key": (models.BigIntegerField, {}),
    "term": (models.CharField, {"max_length": 80}),
    "text": (models.CharField, {"max_length": 120}),
    "month": (models.IntegerField, {}),
    "date": (models.DateField, {"null": True}),
    "count": (models.IntegerField, {}),
}


def _columns(table: schema.FactTable) -> dict[str, models.Field[Any, Any]]:
    """A Django field for each column of `table`; the first is the primary key."""
    columns: dict[str, models.Field[Any, Any]] = {}
    for index, column in enumerate(table.columns):
        field, options = _FIELDS[column.kind]
        columns[column.name] = field(**options, **({"primary_key": True} if index == 0 else {}))
    return columns


def _projection(name: str, table: schema.FactTable, indexes: list[models.Index]) -> type[models.Model]:
    """The Django model of a fact table."""
    meta = type("Meta", (), {"db_table": table.name, "indexes": indexes})
    body = {"__module__": __name__, "__doc__": f"One {table.counts}, as its log leaves it.", "Meta": meta}
    return type(name, (models.Model,), {**body, **_columns(table)})


def _listed_by(name: str, *fields: str) -> models.Index:
    return models.Index(fields=["authority", *fields, "-received_on", "-id"], name=f"rep_{name}")


def _belongs(name: str) -> list[models.Index]:
    return [models.Index(fields=["representation_id"], name=f"{name}_representation")]


RepresentationRow: Any = _projection(
    "RepresentationRow",
    schema.REPRESENTATION,
    [
        models.Index(fields=["authority", "-received_on", "-id"], name="rep_received"),
        models.Index(fields=["authority", "status", "due_on", "id"], name="rep_due"),
        models.Index(fields=["authority", "reference"], name="rep_reference"),
        models.Index(fields=["authority", "status", "triaged_on", "received_on", "id"], name="rep_to_triage"),
        models.Index(fields=["authority"], condition=models.Q(access="restricted"), name="rep_restricted"),
        *(_listed_by(name, name) for name in ("category", "type", "status", "service", "received_from")),
    ],
)
StageRow: Any = _projection("StageRow", schema.STAGE, _belongs("stage"))
OmbudsmanRow: Any = _projection("OmbudsmanRow", schema.OMBUDSMAN, _belongs("ombudsman"))
ConcernRow: Any = _projection("ConcernRow", schema.CONCERN, _belongs("concern"))
ClockRow: Any = _projection(
    "ClockRow",
    schema.CLOCK,
    [
        *_belongs("clock"),
        models.Index(fields=["authority", "timeliness", "due_on", "id"], name="clock_due"),
        models.Index(fields=["authority", "handler", "timeliness", "due_on"], name="clock_handler"),
    ],
)
RemedyRow: Any = _projection("RemedyRow", schema.REMEDY, _belongs("remedy"))
CostRow: Any = _projection("CostRow", schema.COST, _belongs("cost"))
LearningRow: Any = _projection("LearningRow", schema.LEARNING, _belongs("learning"))
ActionRow: Any = _projection(
    "ActionRow", schema.ACTION, [*_belongs("action"), models.Index(fields=["authority", "due_on"], name="action_due")]
)
AppointmentRow: Any = _projection(
    "AppointmentRow",
    schema.APPOINTMENT,
    [*_belongs("appointment"), models.Index(fields=["authority", "account"], name="appointment_account")],
)

_ROWS = (
    RepresentationRow, StageRow, OmbudsmanRow, ConcernRow, ClockRow, RemedyRow, CostRow, LearningRow, ActionRow,
    AppointmentRow,
)  # fmt: skip
PROJECTIONS: dict[str, Any] = {table.name: row for table, row in zip(schema.TABLES, _ROWS, strict=True)}
"""The model that stores each fact table, by the table's name."""
