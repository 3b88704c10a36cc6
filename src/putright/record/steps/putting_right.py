"""Putting right: remedies, costs, learning, actions."""

from __future__ import annotations

from putright.record.steps.asked import Asked, Step, judges


@judges("agree_remedy", "incur_cost", "record_learning", "find_nothing_to_learn", "agree_action")
def _always(_asked: Asked, verb: str) -> Step:
    return Step(verb, True, "It may be recorded at any time, and after closing.")


@judges("complete_remedy")
def _complete_remedy(asked: Asked, verb: str) -> Step:
    if not any(remedy.done_on is None for remedy in asked.state.remedies):
        return Step(verb, False, "No remedy is owed.")
    return Step(verb, True, "A remedy is owed.")


@judges("complete_action")
def _complete_action(asked: Asked, verb: str) -> Step:
    if not any(action.completed_on is None for action in asked.state.actions):
        return Step(verb, False, "No action is open.")
    return Step(verb, True, "An action is open.")


@judges("check_action")
def _check_action(asked: Asked, verb: str) -> Step:
    if not any(action.completed_on and action.checked_on is None for action in asked.state.actions):
        return Step(verb, False, "No completed action waits to be looked at again.")
    return Step(verb, True, "A completed action waits to be looked at again.")
