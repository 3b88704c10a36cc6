"""Answering a stage: appointing to it, the panel, adjudicating, signing off, and the answer."""

from __future__ import annotations

from putright.record.clocks import OMBUDSMAN, awaited_by_ombudsman
from putright.record.parts import StageState
from putright.record.steps.another_person import answered_before, rule_for_another_person, why_not_this_person
from putright.record.steps.asked import Asked, Step, day_in_words, judges, judges_while_open, safeguarding_first


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
    if not (rules and rules.sign_off) and (theirs := _statement_to_sign(asked, verb)):
        return theirs
    if asked.running is None or rules is None:
        return Step(verb, False, "No stage is waiting for an answer.")
    if rules.sign_off is None:
        return Step(verb, False, f"The procedure asks for no signing off of {rules.spoken_as}.")
    post = rules.sign_off.name.replace("_", " ")
    return Step(verb, True, f"The answer is signed off by: {post}.", str(rules.sign_off.citation), asked.running.name)


def _statement_to_sign(asked: Asked, verb: str) -> Step | None:
    """The step, where the council's statement to the Ombudsman waits to be signed; None where none does."""
    stage = awaited_by_ombudsman(asked.state, asked.book)
    rules = asked.book.procedure(OMBUDSMAN).stage(stage.name) if stage else None
    if stage is None or rules is None or rules.sign_off is None or stage.signed_off_on:
        return None
    why = f"The statement to the Ombudsman is signed off by: {rules.sign_off.name.replace('_', ' ')}."
    return Step(verb, True, why, str(rules.sign_off.citation), stage.name)


@judges_while_open("respond")
def _respond(asked: Asked, verb: str) -> Step:
    if asked.running is None:
        return Step(verb, False, "No stage is waiting for an answer.")
    if asked.state.waits_for_safeguarding:
        return safeguarding_first(asked, verb)
    rules = asked.rules_of(asked.running)
    if rules and rules.sign_off and asked.running.signed_off_on is None:
        post = rules.sign_off.name.replace("_", " ")
        return Step(verb, False, f"The answer is not signed off yet by: {post}.", str(rules.sign_off.citation))
    why = f"{asked.spoken(asked.running.name)} is waiting for its answer."
    apart, rule = _somebody_else(asked, asked.running)
    return Step(verb, True, f"{why}{apart}", rule, asked.running.name)


def _somebody_else(asked: Asked, running: StageState) -> tuple[str, str]:
    """Who may not answer the running stage, as words and rule; both empty where anybody may."""
    before = answered_before(asked.state, running.name)
    if before is None or not why_not_this_person(asked.state, asked.procedure, running.name, before.answered_by):
        return "", ""
    assert asked.procedure is not None
    rule = rule_for_another_person(asked.procedure, running.name)
    return f" Not by {before.answered_by}, who answered {asked.spoken(before.name)}.", rule
