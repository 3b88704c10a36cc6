"""The people: parties, consent, restrictions, safeguarding."""

from __future__ import annotations

from putright.record.clocks import OMBUDSMAN, awaited_by_ombudsman
from putright.record.steps.asked import Asked, Step, day_in_words, judges


@judges("name_party")
def _name_party(_asked: Asked, verb: str) -> Step:
    return Step(verb, True, "People may be named, or named anew, at any time.")


@judges("record_consent", "record_equality", "restrict_contact")
def _about_a_party(asked: Asked, verb: str) -> Step:
    if not asked.state.parties:
        return Step(verb, False, "Nobody is named. Name the person first.")
    return Step(verb, True, "A person is named.")


@judges("review_restriction")
def _review_restriction(asked: Asked, verb: str) -> Step:
    restricted = next((party for party in asked.state.parties if party.restriction), None)
    if restricted is None:
        return Step(verb, False, "Contact with nobody is restricted.")
    due = restricted.restriction_review_on
    return Step(verb, True, f"The restriction is to be reviewed on {day_in_words(due)}." if due else "It stands.")


@judges("refer_for_safeguarding")
def _refer_for_safeguarding(asked: Asked, verb: str) -> Step:
    if asked.state.waits_for_safeguarding:
        return Step(verb, False, f"It was referred to {asked.state.safeguarding_to} and is not settled.")
    return Step(verb, True, "Safeguarding comes first, whatever else is going on.")


@judges("settle_safeguarding")
def _settle_safeguarding(asked: Asked, verb: str) -> Step:
    if not asked.state.waits_for_safeguarding:
        return Step(verb, False, "No safeguarding matter is open.")
    return Step(verb, True, f"It was referred to {asked.state.safeguarding_to}.")


@judges("record_ombudsman_referral")
def _ombudsman_referral(_asked: Asked, verb: str) -> Step:
    return Step(verb, True, "The Ombudsman may be approached at any time, and decides whether it is too early.")


@judges("start_ombudsman_stage")
def _start_ombudsman_stage(asked: Asked, verb: str) -> Step:
    if not asked.state.ombudsman:
        return Step(verb, False, "The Ombudsman has referred nothing. Record the referral first.")
    return Step(verb, True, "The Ombudsman decides which stage comes next.", asked.book.procedure(OMBUDSMAN).title)


@judges("answer_ombudsman")
def _answer_ombudsman(asked: Asked, verb: str) -> Step:
    running = awaited_by_ombudsman(asked.state, asked.book)
    if running is None:
        return Step(verb, False, "The Ombudsman waits for nothing from the council.")
    rules = asked.book.procedure(OMBUDSMAN).stage(running.name)
    if rules.sign_off and running.signed_off_on is None:
        post = rules.sign_off.name.replace("_", " ")
        return Step(verb, False, f"The statement is not signed off yet by: {post}.", str(rules.sign_off.citation))
    return Step(verb, True, f"{rules.spoken_as} waits for the council.", stage=running.name)


@judges("record_ombudsman_decision")
def _ombudsman_decision(asked: Asked, verb: str) -> Step:
    if not any(record.decided_on is None for record in asked.state.ombudsman):
        return Step(verb, False, "No referral by the Ombudsman waits for a decision.")
    return Step(verb, True, "A referral by the Ombudsman waits for a decision.")


@judges("record_ombudsman_duty")
def _ombudsman_duty(asked: Asked, verb: str) -> Step:
    if not any(record.decided_on for record in asked.state.ombudsman):
        return Step(verb, False, "The Ombudsman has decided nothing that a duty follows from.")
    return Step(verb, True, "The Ombudsman has decided.")
