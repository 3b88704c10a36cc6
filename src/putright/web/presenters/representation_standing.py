"""Where a representation stands, in a sentence."""

from __future__ import annotations

from typing import Any

from putright.record.clocks import OMBUDSMAN, awaited_by_ombudsman
from putright.web.forms.steps.seen import Seen
from putright.web.presenters.representation_summary import BLANK
from putright.web.presenters.terms import stage_label
from putright.web.presenters.words import long_date


def standing(row: Any, seen: Seen) -> str:
    """Where it stands; one sentence more where the Ombudsman waits. `row` is the stored fact row."""
    awaited = awaited_by_ombudsman(seen.state, seen.book) if seen.state.is_open else None
    if awaited is None:
        return _at_the_council(row, seen)
    title = seen.book.procedure(OMBUDSMAN).stage(awaited.name).title
    waits = f"The Ombudsman waits for the council: {title[:1].lower()}{title[1:]}."
    return f"{_at_the_council(row, seen)} {waits}" if seen.state.stages else waits


def _at_the_council(row: Any, seen: Seen) -> str:
    state = seen.state
    if state.refused_on:
        return f"Refused on {long_date(state.refused_on)}: {_label(row, seen, 'refusal_reason')}."
    if state.withdrawn_on:
        return f"Withdrawn by the complainant on {long_date(state.withdrawn_on)}."
    if state.closed_on:
        outcome = "" if row.outcome in BLANK else f" Outcome: {_label(row, seen, 'outcome')}."
        return f"Closed on {long_date(state.closed_on)}.{outcome}"
    if state.running_stage:
        paused = " Its clock stands still." if state.running_stage.is_paused else ""
        return f"{_stage(row, seen, state.running_stage.name)} is waiting for its answer.{paused}"
    if state.last_stage:
        return f"{_stage(row, seen, state.last_stage.name)} was answered on {long_date(state.last_stage.responded_on)}."
    if not state.is_triaged:
        return "Nobody has decided yet under which procedure it is handled."
    return "No stage has started." if seen.procedure else "It is handled under no procedure."


def _label(row: Any, seen: Seen, name: str) -> str:
    return seen.council.vocabulary(name).label(getattr(row, name))


def _stage(row: Any, seen: Seen, name: str) -> str:
    return stage_label(seen.council, row.procedure, name) or name.replace("_", " ").capitalize()
