"""What may happen next to a representation, and why the rest may not, in words."""

from __future__ import annotations

from dataclasses import dataclass

from putright.record.actor import Actor
from putright.record.steps import Step

COURSE = {
    "acknowledge": "Acknowledge it",
    "assign": "Give it to someone to handle",
    "triage": "Decide which procedure it is handled under",
    "refuse": "Refuse to consider it",
    "start_stage": "Start a stage",
    "finalise_statement": "Settle the written statement of the complaint",
    "extend": "Extend the time limit",
    "pause": "Let the clock stand still",
    "resume": "Let the clock run on",
    "adjudicate": "Adjudicate on the investigation",
    "respond": "Send the answer",
    "request_escalation": "Record that the next stage was asked for",
    "refer_for_safeguarding": "Refer a safeguarding matter",
    "withdraw": "Record that it was withdrawn",
    "close": "Close it",
    "reopen": "Reopen it",
    "record_ombudsman_referral": "Record a referral by the Ombudsman",
    "start_ombudsman_stage": "Record what the Ombudsman asks for",
    "answer_ombudsman": "Record the answer to the Ombudsman",
    "record_ombudsman_decision": "Record a decision of the Ombudsman",
}
"""The steps that move a representation along its procedure; the others are told apart from them."""
BESIDE = {
    "name_party": "Name someone in it",
    "correct": "Correct something taken down wrongly",
    "void": "Void an entry",
    "link": "Link it to another",
    "merge": "Merge it into another",
    "split": "Split it into two",
}
OBVIOUS = ("It is open.",)


@dataclass(frozen=True)
class StepLine:
    """One step: what it is, why it may or may not be taken, and the rule that says so."""

    what: str
    why: str
    rule: str
    is_for_me: bool


@dataclass(frozen=True)
class NextSteps:
    """The steps that may be taken along the procedure, those beside it, and those that may not be taken."""

    may: list[StepLine]
    beside: list[StepLine]
    may_not: list[StepLine]

    @classmethod
    def of(cls, steps: list[Step], actor: Actor) -> NextSteps:
        """The steps as `actor` meets them: one that the rules permit may still need another role."""
        permitted = [step for step in steps if step.permitted]
        return cls(
            [_line(step, actor) for step in permitted if step.verb in COURSE],
            [_line(step, actor) for step in permitted if step.verb not in COURSE],
            [_line(step, actor) for step in steps if not step.permitted],
        )


def _line(step: Step, actor: Actor) -> StepLine:
    why = "" if step.permitted and step.why in OBVIOUS else step.why
    return StepLine(verb_words(step.verb), why, step.rule, actor.may(step.verb))


def verb_words(verb: str) -> str:
    """A verb as the page says it.

    >>> verb_words("respond")
    'Send the answer'
    >>> verb_words("agree_remedy")
    'Agree remedy'
    """
    return COURSE.get(verb) or BESIDE.get(verb) or verb.replace("_", " ").capitalize()
