"""What may happen next to a representation, and why the rest may not, in words."""

from __future__ import annotations

from dataclasses import dataclass

from putright.record.actor import Actor
from putright.record.steps import Step

WORDS = {
    "acknowledge": "Acknowledge it",
    "assign": "Give it to someone to handle",
    "triage": "Decide which procedure it is handled under",
    "convert": "Convert it to another type",
    "raise_concern": "Write down a concern",
    "drop_concern": "Drop a concern",
    "name_party": "Name a person",
    "record_consent": "Record consent",
    "record_equality": "Record equality information",
    "refuse": "Refuse to consider it",
    "start_stage": "Start a stage",
    "finalise_statement": "Settle the written statement of the complaint",
    "agree_plan": "Agree how and by when it is answered",
    "extend": "Extend the time limit",
    "pause": "Pause the clock",
    "resume": "Let the clock run on",
    "appoint": "Appoint someone",
    "end_appointment": "End an appointment",
    "hold_panel": "Record that the panel met",
    "receive_recommendations": "Record the panel’s recommendations",
    "adjudicate": "Adjudicate",
    "sign_off": "Sign the answer off",
    "respond": "Send the answer",
    "offer_meeting": "Offer a meeting",
    "hold_meeting": "Record a meeting",
    "decline_meeting": "Record that the meeting was declined",
    "resolve_early": "Record that it was settled early",
    "record_outcome": "Record what came of it",
    "request_escalation": "Record that the next stage was asked for",
    "record_correspondence": "Record an e-mail, letter or call",
    "add_document": "Add a document",
    "draft_letter": "Write a letter",
    "vet_letter": "Read a letter as the second person",
    "send_letter": "Send a letter",
    "chase": "Chase",
    "remind": "Send a notice about a clock",
    "agree_remedy": "Agree a remedy",
    "complete_remedy": "Record that a remedy was delivered",
    "incur_cost": "Record a cost",
    "record_learning": "Record what was learnt",
    "find_nothing_to_learn": "Record that there is nothing to learn",
    "agree_action": "Agree an action",
    "complete_action": "Record that an action was done",
    "check_action": "Record whether an action worked",
    "refer_for_safeguarding": "Refer a safeguarding matter",
    "settle_safeguarding": "Record that safeguarding is settled",
    "restrict_contact": "Restrict contact",
    "review_restriction": "Review a restriction on contact",
    "link": "Link it to another",
    "merge": "Merge it into another",
    "split": "Split concerns off",
    "withdraw": "Record that it was withdrawn",
    "close": "Close it",
    "reopen": "Reopen it",
    "record_ombudsman_referral": "Record a referral by the Ombudsman",
    "record_ombudsman_decision": "Record a decision of the Ombudsman",
    "record_ombudsman_duty": "Record a duty done after a decision",
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
