"""Which stage may come next: the first, one that was asked for, one that another leads to, or one beyond these.

A stage that the rule book calls optional is left out as whoever runs the procedure decides; one whose escalation is
`by_agreement` is left out if the complainant agrees, and that agreement is written down.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from putright.record.state import State
from putright.rules import Procedure, Stage


@dataclass(frozen=True)
class Way:
    """A stage that may come next. `leaves_out` names the stages that are left out by agreement to reach it, and `rule`
    says where that agreement is provided for; both empty where nothing is left out."""

    stage: str
    leaves_out: tuple[str, ...] = ()
    rule: str = ""


def first_ways(procedure: Procedure) -> tuple[Way, ...]:
    """The stages with which a procedure may begin, its first before the others."""
    return _each_once(_from(procedure, procedure.stages[0], Way("")))


def asked_ways(procedure: Procedure, after: str) -> tuple[Way, ...]:
    """The stages the complainant may ask for after the stage `after`; empty where it is the last."""
    following = procedure.next_stage(after)
    return _each_once(_from(procedure, following, Way(""))) if following else ()


def led_ways(procedure: Procedure, state: State, after: str) -> tuple[Way, ...]:
    """The stages that may follow `after` without the complainant asking, and have not come up."""
    return tuple(Way(name) for name in procedure.stage(after).leads_to if state.stage(name) is None)


def _from(procedure: Procedure, stage: Stage, so_far: Way) -> Iterator[Way]:
    """The way to `stage`, and to what lies beyond it where it may be left out."""
    yield Way(stage.name, so_far.leaves_out, so_far.rule)
    escalation = stage.escalation
    if escalation is None or not (stage.optional or escalation.by_agreement):
        return
    beyond = so_far
    if not stage.optional:
        beyond = Way("", (*so_far.leaves_out, stage.name), so_far.rule or str(escalation.citation))
    for name in (*stage.leads_to, escalation.to):
        yield from _from(procedure, procedure.stage(name), beyond)


def _each_once(ways: Iterator[Way]) -> tuple[Way, ...]:
    found: dict[str, Way] = {}
    for way in ways:
        found.setdefault(way.stage, way)
    return tuple(found.values())
