"""Receipt and triage: acknowledging, deciding the procedure, concerns, refusing, correcting."""

from __future__ import annotations

from putright.record.steps.asked import Asked, Step, day_in_words, judges, safeguarding_first, while_open


@judges("acknowledge")
def _acknowledge(asked: Asked, verb: str) -> Step:
    if asked.state.acknowledged_on:
        return Step(verb, False, f"It was acknowledged on {day_in_words(asked.state.acknowledged_on)}.")
    return while_open(asked, verb)


@judges("triage", "convert")
def _triage(asked: Asked, verb: str) -> Step:
    if asked.state.last_stage:
        why = "A stage has started: a complaint once accepted goes on under its procedure."
        return Step(verb, False, why, _accepted(asked))
    return _once_safe(asked, verb)


@judges("refuse")
def _refuse(asked: Asked, verb: str) -> Step:
    if asked.state.last_stage:
        why = "A stage has started: a complaint once accepted goes on through the stages if the complainant wishes."
        return Step(verb, False, why, _accepted(asked))
    if asked.state.is_open and not asked.state.is_triaged:
        why = "The lawful reasons are those of its procedure, and nobody has decided which that is. Triage it first."
        return Step(verb, False, why)
    return _once_safe(asked, verb)


@judges("raise_concern")
def _raise_concern(asked: Asked, verb: str) -> Step:
    if asked.state.stages and asked.running is None:
        return Step(verb, False, "The stage was answered. A new matter is a new representation; link the two.")
    return while_open(asked, verb)


@judges("drop_concern")
def _drop_concern(asked: Asked, verb: str) -> Step:
    if not any(not concern.dropped for concern in asked.state.concerns):
        return Step(verb, False, "No concern is written down.")
    return while_open(asked, verb)


@judges("correct", "void")
def _always(_asked: Asked, verb: str) -> Step:
    return Step(verb, True, "The log keeps both what was said before and what is said now.")


def _once_safe(asked: Asked, verb: str) -> Step:
    """Permitted while it is open, once a safeguarding matter in it is settled: that comes before any decision."""
    if asked.state.is_open and asked.state.waits_for_safeguarding:
        return safeguarding_first(asked, verb)
    return while_open(asked, verb)


def _accepted(asked: Asked) -> str:
    return asked.escalation_rule or (asked.procedure.title if asked.procedure else "")
