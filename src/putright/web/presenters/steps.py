"""What may happen next to a representation, and why the rest may not, in words."""

from __future__ import annotations

from dataclasses import dataclass

from putright.record.actor import Actor
from putright.record.steps import Step

WORDS = {
    "acknowledge": "Acknowledge it",
    "assign": "Give it to someone to handle",
    "triage": "Decide which procedure it is handled under",
    "refuse": "Refuse to consider it",
    "start_stage": "Start a stage",
    "finalise_statement": "Settle the written statement of the complaint",
    "extend": "Extend the time limit",
    "respond": "Send the answer",
    "record_outcome": "Record what came of it",
    "offer_meeting": "Offer a meeting",
    "request_escalation": "Record that the next stage was asked for",
    "refer_for_safeguarding": "Refer a safeguarding matter",
    "withdraw": "Record that it was withdrawn",
    "close": "Close it",
    "reopen": "Reopen it",
    "record_ombudsman_referral": "Record a referral by the Ombudsman",
    "record_ombudsman_decision": "Record a decision of the Ombudsman",
    "correct": "Correct something taken down wrongly",
    "void": "Void an entry",
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
    """The steps that may be taken and those that may not."""

    may: list[StepLine]
    may_not: list[StepLine]

    @classmethod
    def of(cls, steps: list[Step], actor: Actor) -> NextSteps:
        """The steps as `actor` meets them: one that the rules permit may still need another role."""
        lines = [(step.permitted, _line(step, actor)) for step in steps]
        return cls(
            [line for permitted, line in lines if permitted], [line for permitted, line in lines if not permitted]
        )


def _line(step: Step, actor: Actor) -> StepLine:
    why = "" if step.permitted and step.why in OBVIOUS else step.why
    return StepLine(WORDS[step.verb], why, step.rule, actor.may(step.verb))
