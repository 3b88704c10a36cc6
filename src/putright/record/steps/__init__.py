"""What may happen next to a representation, and, for what may not, which rule forbids it."""

from __future__ import annotations

from datetime import date

from putright.record.state import State
from putright.record.steps import answering, handling, papers, people, putting_right, receipt, stages
from putright.record.steps.asked import JUDGES, Asked, Step
from putright.rules import Book

__all__ = [
    "VERBS",
    "Step",
    "answering",
    "handling",
    "papers",
    "people",
    "putting_right",
    "receipt",
    "stages",
    "step",
    "steps",
]

VERBS = (
    "acknowledge", "assign", "triage", "convert", "raise_concern", "drop_concern", "name_party", "record_consent",
    "record_equality", "refuse", "start_stage", "finalise_statement", "agree_plan", "extend", "pause", "resume",
    "appoint", "end_appointment", "hold_panel", "receive_recommendations", "adjudicate", "sign_off", "respond",
    "offer_meeting", "hold_meeting", "decline_meeting", "resolve_early", "record_outcome", "request_escalation",
    "record_correspondence", "add_document", "draft_letter", "vet_letter", "send_letter", "chase", "remind",
    "agree_remedy", "complete_remedy", "incur_cost", "record_learning", "find_nothing_to_learn", "agree_action",
    "complete_action", "check_action", "refer_for_safeguarding", "settle_safeguarding", "restrict_contact",
    "review_restriction", "restrict_access", "open_access", "link", "merge", "split", "withdraw", "close", "reopen",
    "record_ombudsman_referral", "start_ombudsman_stage", "answer_ombudsman", "record_ombudsman_decision",
    "record_ombudsman_duty", "correct", "void",
)  # fmt: skip
"""Every verb that may be used on a representation, in the order in which work usually goes."""


def steps(state: State, book: Book, *, today: date) -> list[Step]:
    """Every verb, permitted or not, in the order in which work usually goes."""
    asked = Asked(state, book, today)
    return [JUDGES[verb](asked, verb) for verb in VERBS]


def step(state: State, book: Book, verb: str, *, today: date) -> Step:
    """Whether `verb` is permitted now. KeyError for a verb there is not."""
    return JUDGES[verb](Asked(state, book, today), verb)
