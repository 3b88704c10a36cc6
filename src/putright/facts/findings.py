"""The finding on a stage, and on a representation as a whole, from those on its concerns."""

from __future__ import annotations

from collections.abc import Iterable

from putright.facts.columns import NOT_RECORDED
from putright.record.parts import StageState
from putright.record.state import State

MIXED = "mixed"


def finding_of(stage: StageState) -> str:
    """The finding of a stage: the same on every concern, mixed, or not recorded."""
    return _one_of(finding.finding for finding in stage.findings)


def overall_finding(state: State) -> str:
    """The last finding on each concern still pursued; where there is none, what was last found at a stage."""
    on_concerns = [concern.finding for concern in state.concerns if not concern.dropped]
    at_stages = [finding_of(stage) for stage in state.stages if stage.findings]
    found = _one_of(finding for finding in on_concerns if finding != NOT_RECORDED)
    return at_stages[-1] if found == NOT_RECORDED and at_stages else found


def _one_of(findings: Iterable[str]) -> str:
    distinct = list(dict.fromkeys(findings))
    return MIXED if len(distinct) > 1 else distinct[0] if distinct else NOT_RECORDED
