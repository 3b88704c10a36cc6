"""The stages: starting, agreeing, extending, pausing, and what comes next."""

from __future__ import annotations

from putright.record.parts import StageState
from putright.record.steps.asked import (
    Asked,
    Step,
    day_in_words,
    ended,
    judges,
    judges_while_open,
    safeguarding_first,
)
from putright.record.steps.extending import Longer, may_become_longer
from putright.record.steps.ways import Way, first_ways, led_ways
from putright.rules import Extension, NotYetInForce, OutsideCalendar, Stage, counted, due_date


@judges_while_open("start_stage")
def _start_stage(asked: Asked, verb: str) -> Step:
    if asked.procedure is None:
        return Step(verb, False, "It is under no procedure. Triage it first.")
    if asked.state.waits_for_safeguarding:
        return safeguarding_first(asked, verb)
    if asked.requested:
        return Step(verb, True, "The complainant asked for it.", stage=asked.requested.name)
    if asked.running:
        return Step(verb, False, f"{asked.spoken(asked.running.name)} is not answered yet.")
    if asked.state.last_stage is None:
        return _to_choose_from(asked, verb, first_ways(asked.procedure), "is the first of the procedure")
    led = led_ways(asked.procedure, asked.state, asked.state.last_stage.name)
    if led:
        return _to_choose_from(asked, verb, led, "may follow without being asked for; it may be left out")
    if not asked.following:
        return Step(verb, False, f"There is no further stage. {asked.procedure.after}", asked.procedure.title)
    spoken = asked.spoken(asked.following[0].stage)
    return Step(verb, False, f"The complainant has not asked for {spoken}.", asked.escalation_rule)


@judges_while_open("finalise_statement")
def _finalise_statement(asked: Asked, verb: str) -> Step:
    stage = asked.running or asked.requested
    rules = asked.rules_of(stage) if stage else None
    if stage is None or rules is None:
        return Step(verb, False, "No stage waits for a statement.")
    if not _has_limit_from(rules, "statement_finalised"):
        return Step(verb, False, f"{rules.spoken_as} has no clock that starts from a statement.")
    return Step(verb, True, "The second clock of the stage starts from it.", stage=stage.name)


@judges_while_open("agree_plan")
def _agree_plan(asked: Asked, verb: str) -> Step:
    if asked.running is None:
        return Step(verb, False, "No stage is waiting for an answer.")
    rules = asked.rules_of(asked.running)
    period = rules.agreed_period if rules else None
    within = f" It keeps to: {rules.limits[period.within].title}." if rules and period and period.within else ""
    why = f"An agreed date is a clock beside the limit.{within}"
    return Step(verb, True, why, str(period.citation) if period else "", asked.running.name)


@judges_while_open("extend")
def _extend(asked: Asked, verb: str) -> Step:
    rules = asked.rules_of(asked.running) if asked.running else None
    if asked.running is None or rules is None or asked.procedure is None:
        return Step(verb, False, "No clock of a stage is running.")
    longer = may_become_longer(asked.state, asked.running, asked.procedure, asked.book)
    if longer:
        why = " ".join(_how_much_longer(asked, each) for each in longer)
        return Step(verb, True, why, str(longer[0].rule.citation), asked.running.name)
    limit = rules.limits.get("response")
    extension = limit.values[-1].extended if limit else None
    if extension and asked.running.extended_to:
        why = f"It was extended to {day_in_words(asked.running.extended_to)}; there is no second extension."
        return Step(verb, False, why, str(extension.citation))
    citation = str(limit.values[-1].citation) if limit else asked.procedure.title
    return Step(verb, False, f"The limit of {rules.spoken_as} has no extension.", citation)


@judges_while_open("pause")
def _pause(asked: Asked, verb: str) -> Step:
    rules = asked.rules_of(asked.running) if asked.running else None
    if asked.running is None or rules is None or asked.procedure is None:
        return Step(verb, False, "No clock of a stage is running.")
    if asked.running.is_paused:
        return Step(verb, False, "It is paused.")
    if not rules.pauses:
        return Step(verb, False, f"No rule lets the clock of {rules.spoken_as} stand still.", asked.procedure.title)
    reasons = "; ".join(pause.title for pause in rules.pauses)
    return Step(verb, True, f"Only for: {reasons}.", str(rules.pauses[0].citation), asked.running.name)


@judges_while_open("resume")
def _resume(asked: Asked, verb: str) -> Step:
    if asked.running is None or not asked.running.is_paused:
        return Step(verb, False, "No clock stands still.")
    return Step(verb, True, "It is paused.", stage=asked.running.name)


@judges("request_escalation")
def _request_escalation(asked: Asked, verb: str) -> Step:
    if asked.state.refused_on or asked.state.withdrawn_on or asked.state.merged_into:
        return Step(verb, False, ended(asked.state))
    if asked.requested:
        return Step(verb, False, f"{asked.spoken(asked.requested.name)} has been asked for already.")
    if asked.running and not (_may_be_left(asked, asked.running) or _unanswered_too_long(asked, asked.running)):
        return Step(verb, False, f"{asked.spoken(asked.running.name)} is not answered yet.")
    if asked.state.last_stage is None or asked.procedure is None:
        return Step(verb, False, "No stage has been answered.")
    if not asked.following:
        return Step(verb, False, f"There is no further stage. {asked.procedure.after}", asked.procedure.title)
    first = asked.following[0].stage
    return Step(verb, True, f"{asked.spoken(first)} comes next.", asked.escalation_rule, first, asked.following)


def _to_choose_from(asked: Asked, verb: str, ways: tuple[Way, ...], why: str) -> Step:
    """That one of `ways` may be gone; `why` says it of the first, and the others are named with what they leave out."""
    first, others = ways[0], ways[1:]
    said = [f"{asked.spoken(first.stage)} {why}."]
    for way in others:
        left_out = " and ".join(asked.spoken(name) for name in way.leaves_out)
        said.append(f"{asked.spoken(way.stage)} may come first if the complainant agrees to leave out {left_out}.")
    rule = next((way.rule for way in others if way.rule), "")
    return Step(verb, True, " ".join(said), rule, first.stage, ways)


def _how_much_longer(asked: Asked, longer: Longer) -> str:
    if isinstance(longer.rule, Extension) and longer.clock.due:
        return f"To at most {counted(longer.rule.count, longer.clock.due.unit)} in all."
    if isinstance(longer.rule, Extension):
        return ""
    by = f"given by {day_in_words(longer.after)}" if longer.rule.before_expiry else "given"
    passed = "has passed" if asked.today > longer.after else "stands"
    return (
        f"“{longer.clock.limit.title}” {passed} at {day_in_words(longer.after)}: only an agreement of "
        f"{longer.rule.agreed_by} {by} makes it longer."
    )


def _has_limit_from(rules: Stage, start: str) -> bool:
    return any(value.starts_from == start for limit in rules.limits.values() for value in limit.values)


def _may_be_left(asked: Asked, running: StageState) -> bool:
    """Whether the running stage is one that may be left out, such as a mediation."""
    rules = asked.rules_of(running)
    return rules is not None and rules.optional


def _unanswered_too_long(asked: Asked, running: StageState) -> bool:
    """Whether the longest limit of the running stage has passed, and the next may be asked for on that ground."""
    rules = asked.rules_of(running)
    if asked.procedure is None or rules is None or running.started_on is None:
        return False
    limit = rules.limits.get("response")
    if limit is None or rules.escalation is None or not rules.escalation.when_unanswered:
        return False
    calendar = asked.book.calendar(asked.procedure.calendar)
    can_extend = limit.values[-1].extended is not None
    try:
        longest = due_date(limit, running.started_on, calendar=calendar, extended=can_extend).on
    except (NotYetInForce, OutsideCalendar):
        return False
    return asked.today > longest
