"""Handling: assigning, meeting, settling early, linking, ending and beginning again."""

from __future__ import annotations

from putright.record.steps.asked import Asked, Step, ended, judges, safeguarding_first, while_open


@judges("assign", "offer_meeting", "hold_meeting", "split", "withdraw")
def _while_open(asked: Asked, verb: str) -> Step:
    return while_open(asked, verb)


@judges("chase", "remind")
def _while_something_is_owed(asked: Asked, verb: str) -> Step:
    state = asked.state
    if any(action.completed_on is None for action in state.actions):
        return Step(verb, True, "An action that was agreed is not done.")
    if any(remedy.done_on is None for remedy in state.remedies):
        return Step(verb, True, "A remedy that was agreed is not done.")
    return while_open(asked, verb)


@judges("decline_meeting")
def _decline_meeting(asked: Asked, verb: str) -> Step:
    if asked.state.meeting_offered_on is None:
        return Step(verb, False, "No meeting was offered.")
    return while_open(asked, verb)


@judges("resolve_early")
def _resolve_early(asked: Asked, verb: str) -> Step:
    if any(stage.responded_on for stage in asked.state.stages):
        return Step(verb, False, "A stage has been answered: record what came of it, and close it.")
    return while_open(asked, verb)


@judges("record_outcome", "link")
def _always(_asked: Asked, verb: str) -> Step:
    return Step(verb, True, "It may be recorded at any time.")


@judges("restrict_access")
def _restrict_access(asked: Asked, verb: str) -> Step:
    if asked.state.restricted:
        return Step(verb, False, "It is restricted already.")
    return Step(verb, True, "It may be restricted at any time, also after it is closed.")


@judges("open_access")
def _open_access(asked: Asked, verb: str) -> Step:
    if not asked.state.restricted:
        return Step(verb, False, "It is not restricted.")
    return Step(verb, True, "It is restricted.")


@judges("merge")
def _merge(asked: Asked, verb: str) -> Step:
    if asked.running:
        return Step(verb, False, f"{asked.spoken(asked.running.name)} is not answered: merge the other one into this.")
    return while_open(asked, verb)


@judges("close")
def _close(asked: Asked, verb: str) -> Step:
    if asked.state.is_open and asked.state.waits_for_safeguarding:
        return safeguarding_first(asked, verb)
    if asked.state.is_open and asked.running and not asked.state.resolved_early_on:
        return Step(verb, False, f"{asked.spoken(asked.running.name)} is not answered yet.")
    return while_open(asked, verb)


@judges("reopen")
def _reopen(asked: Asked, verb: str) -> Step:
    if asked.state.is_open:
        return Step(verb, False, "It is open.")
    return Step(verb, True, ended(asked.state))
