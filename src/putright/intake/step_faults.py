"""Steps that the rules forbid, as faults of the rows that tell of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from putright.casework.actions.take_in import Forbidden
from putright.intake.cells import in_figures
from putright.intake.faults import Fault, fault
from putright.intake.judging import Judged
from putright.record.steps.history import Unlawful

_HOLDS = {"close": "closed_on", "refuse": "refusal_reason", "acknowledge": "acknowledged_on"}
_OF_A_STAGE = {
    "request_escalation": "requested",
    "start_stage": "started",
    "extend": "extended_to",
    "respond": "responded",
}


def with_forbidden_steps(rows: Sequence[Judged], forbidden: Forbidden) -> Iterator[Judged]:
    """The rows of one record with what the rules forbid of it: the row of its case refused, or flagged, by each step,
    and what belongs to a case that is kept out refused with it."""
    for row in rows:
        if forbidden.kept_out:
            first, *others = (_fault(one, row) for one in forbidden.kept_out)
            yield replace(row.refused(first), faults=(first, *others, *row.faults))
        elif forbidden.let_in and row.source.sheet.gives == "representations":
            found = tuple(_fault(one, row) for one in forbidden.let_in)
            yield replace(row, faults=(*row.faults, *found))
        else:
            yield row


def _fault(unlawful: Unlawful, row: Judged) -> Fault:
    asked, on = unlawful.step, in_figures(unlawful.entry.happened_on)
    why = asked.why.removesuffix(".") + (f" ({asked.rule})" if asked.rule and asked.rule not in asked.why else "")
    code = "closed_too_early" if asked.verb == "close" else "step_not_permitted"
    return fault(code, _heading(unlawful, row), on, step=asked.verb.replace("_", " "), on=on, why=why)


def _heading(unlawful: Unlawful, row: Judged) -> str | None:
    """The column that tells of the step, None where no column of the row does."""
    sheet, verb = row.source.sheet, unlawful.step.verb
    if verb in _HOLDS:
        return sheet.heading_of(_HOLDS[verb]) or None
    named = getattr(unlawful.entry.event, "stage", "")
    columns = next((stage for stage in sheet.stages if named in stage.under.values()), None)
    return (getattr(columns, _OF_A_STAGE[verb], "") if columns and verb in _OF_A_STAGE else "") or None
