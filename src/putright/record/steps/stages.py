"""The stages: starting, agreeing, extending, pausing, appointing, adjudicating, answering, and what comes next."""

from __future__ import annotations

from putright.record.parts import StageState
from putright.record.steps.asked import Asked, Step, day_in_words, ended, judges, judges_while_open
from putright.rules import NotYetInForce, OutsideCalendar, Stage, due_date


@judges_while_open("start_stage")
def _start_stage(asked: Asked, verb: str) -> Step:
    if asked.procedure is None:
        return Step(verb, False, "It is under no procedure. Triage it first.")
    if asked.state.waits_for_safeguarding:
        return _safeguarding_first(asked, verb)
    if asked.requested:
        return Step(verb, True, "The complainant asked for it.", stage=asked.requested.name)
    if asked.running:
        return Step(verb, False, f"{asked.spoken(asked.running.name)} is not answered yet.")
    if asked.state.last_stage is None:
        first = asked.procedure.stages[0]
        return Step(verb, True, f"{first.spoken_as} is the first of the procedure.", stage=first.name)
    if asked.following is None:
        return Step(verb, False, f"There is no further stage. {asked.procedure.after}", asked.procedure.title)
    return Step(verb, False, f"The complainant has not asked for {asked.following.spoken_as}.", asked.escalation_rule)


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
    return Step(verb, True, "An agreed date is a clock beside the limit.", stage=asked.running.name)


@judges_while_open("extend")
def _extend(asked: Asked, verb: str) -> Step:
    rules = asked.rules_of(asked.running) if asked.running else None
    if asked.running is None or rules is None or asked.procedure is None:
        return Step(verb, False, "No clock of a stage is running.")
    limit = rules.limits.get("response")
    extension = limit.values[-1].extended if limit else None
    if limit is None or extension is None:
        citation = str(limit.values[-1].citation) if limit else asked.procedure.title
        return Step(verb, False, f"The limit of {rules.spoken_as} has no extension.", citation)
    if asked.running.extended_to:
        why = f"It was extended to {day_in_words(asked.running.extended_to)}; there is no second extension."
        return Step(verb, False, why, str(extension.citation))
    why = f"To at most {extension.count} {limit.values[-1].unit.replace('_', ' ')}s in all."
    return Step(verb, True, why, str(extension.citation), asked.running.name)


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


@judges_while_open("appoint")
def _appoint(asked: Asked, verb: str) -> Step:
    stage = asked.running or asked.requested
    rules = asked.rules_of(stage) if stage else None
    if stage is None or rules is None or not rules.posts:
        return Step(verb, False, "No stage that needs someone appointed is under way.")
    needed = ", ".join(f"{post.number} {post.name.replace('_', ' ')}" for post in rules.posts)
    return Step(verb, True, f"{rules.spoken_as} needs {needed}.", str(rules.posts[0].citation), stage.name)


@judges("end_appointment")
def _end_appointment(asked: Asked, verb: str) -> Step:
    if not any(appointment.ended_on is None for appointment in asked.state.appointments):
        return Step(verb, False, "Nobody is appointed.")
    return Step(verb, True, "Somebody is appointed.")


@judges_while_open("hold_panel")
def _hold_panel(asked: Asked, verb: str) -> Step:
    rules = asked.rules_of(asked.running) if asked.running else None
    if asked.running is None or rules is None or "panel_meets" not in rules.limits:
        return Step(verb, False, "No stage with a panel is under way.")
    if asked.running.panel_met_on:
        return Step(verb, False, f"The panel met on {day_in_words(asked.running.panel_met_on)}.")
    citation = str(rules.limits["panel_meets"].values[-1].citation)
    return Step(verb, True, "The panel has not met.", citation, asked.running.name)


@judges_while_open("receive_recommendations")
def _receive_recommendations(asked: Asked, verb: str) -> Step:
    if asked.running is None or asked.running.panel_met_on is None:
        return Step(verb, False, "No panel has met.")
    if asked.running.recommendations_received_on:
        return Step(verb, False, "The recommendations have been received.")
    return Step(verb, True, "The panel has met.", stage=asked.running.name)


@judges_while_open("adjudicate")
def _adjudicate(asked: Asked, verb: str) -> Step:
    rules = asked.rules_of(asked.running) if asked.running else None
    adjudicators = [post for post in rules.posts if post.name == "adjudicating_officer"] if rules else []
    if asked.running is None or not adjudicators:
        return Step(verb, False, "No stage that is adjudicated is under way.")
    return Step(
        verb, True, "The adjudicating officer considers the reports.", str(adjudicators[0].citation), asked.running.name
    )


@judges_while_open("sign_off")
def _sign_off(asked: Asked, verb: str) -> Step:
    rules = asked.rules_of(asked.running) if asked.running else None
    if asked.running is None or rules is None:
        return Step(verb, False, "No stage is waiting for an answer.")
    if rules.sign_off is None:
        return Step(verb, False, f"The procedure asks for no signing off of {rules.spoken_as}.")
    post = rules.sign_off.name.replace("_", " ")
    return Step(verb, True, f"The answer is signed off by: {post}.", str(rules.sign_off.citation), asked.running.name)


@judges_while_open("respond")
def _respond(asked: Asked, verb: str) -> Step:
    if asked.running is None:
        return Step(verb, False, "No stage is waiting for an answer.")
    if asked.state.waits_for_safeguarding:
        return _safeguarding_first(asked, verb)
    rules = asked.rules_of(asked.running)
    if rules and rules.sign_off and asked.running.signed_off_on is None:
        post = rules.sign_off.name.replace("_", " ")
        return Step(verb, False, f"The answer is not signed off yet by: {post}.", str(rules.sign_off.citation))
    return Step(verb, True, f"{asked.spoken(asked.running.name)} is waiting for its answer.", stage=asked.running.name)


@judges("request_escalation")
def _request_escalation(asked: Asked, verb: str) -> Step:
    if asked.state.refused_on or asked.state.withdrawn_on or asked.state.merged_into:
        return Step(verb, False, ended(asked.state))
    if asked.requested:
        return Step(verb, False, f"{asked.spoken(asked.requested.name)} has been asked for already.")
    if asked.running and not _unanswered_too_long(asked, asked.running):
        return Step(verb, False, f"{asked.spoken(asked.running.name)} is not answered yet.")
    if asked.state.last_stage is None or asked.procedure is None:
        return Step(verb, False, "No stage has been answered.")
    if asked.following is None:
        return Step(verb, False, f"There is no further stage. {asked.procedure.after}", asked.procedure.title)
    why = f"{asked.following.spoken_as} comes next."
    return Step(verb, True, why, asked.escalation_rule, asked.following.name)


def _safeguarding_first(asked: Asked, verb: str) -> Step:
    return Step(verb, False, f"A safeguarding matter is with {asked.state.safeguarding_to}. Settle it first.")


def _has_limit_from(rules: Stage, start: str) -> bool:
    return any(value.starts_from == start for limit in rules.limits.values() for value in limit.values)


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
