"""What may happen next to a representation, and why the rest may not, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.urls import reverse

from putright.record.actor import Actor
from putright.record.clocks import awaited_by_ombudsman
from putright.record.steps import Step
from putright.record.steps.another_person import why_not_this_person
from putright.web.forms.steps import FORMS
from putright.web.forms.steps.seen import Seen

COURSE = (
    "acknowledge", "triage", "assign", "start_stage", "appoint", "finalise_statement", "vet_letter", "send_letter",
    "hold_panel", "receive_recommendations",
    "adjudicate", "sign_off", "respond", "request_escalation", "resume", "settle_safeguarding", "complete_remedy",
    "complete_action", "check_action", "review_restriction", "start_ombudsman_stage", "answer_ombudsman",
    "record_ombudsman_decision", "close", "reopen",
)  # fmt: skip
"""The steps that move a representation on; the others may be taken beside them."""
ELSEWHERE = ("void", "remind")
"""Taking back has its place beside each entry of the log; reminders send themselves."""
PAPERS = {
    "record_correspondence": ("Add a note of a call, e-mail or letter", "correspondence-add", ""),
    "add_document": ("Add documents", "document-add", ""),
    "draft_letter": ("Write a letter", "letter-choose", ""),
    "vet_letter": ("Read a letter as the second person", "representation", "#papers"),
    "send_letter": ("Send a letter", "representation", "#papers"),
}
"""Steps whose pages are those of correspondence: their words, the page, and the place on it."""
OBVIOUS = ("It is open.",)


@dataclass(frozen=True)
class StepLine:
    """One step: what it is, why it may or may not be taken, the rule that says so, and its page.

    `href` is empty where it has no page for this person: it is not permitted, or needs another role.
    """

    what: str
    why: str
    rule: str
    is_for_me: bool
    href: str


@dataclass(frozen=True)
class NextSteps:
    """The steps that may be taken along the procedure, those beside it, and those that may not be taken."""

    may: list[StepLine]
    beside: list[StepLine]
    may_not: list[StepLine]

    @classmethod
    def of(cls, steps: Sequence[Step], seen: Seen) -> NextSteps:
        """The steps as whoever sees it meets them: one that the rules permit may still need another role."""
        actor, number = seen.actor, seen.number
        offered = sorted((step for step in steps if step.verb not in ELSEWHERE), key=_place)
        course = set(COURSE) - _not_next(seen)
        permitted = [_line(step, actor, number) for step in offered if step.permitted and step.verb in course]
        beside = [
            _line(step if step.rule else replace(step, why=""), actor, number)
            for step in offered
            if step.permitted and step.verb not in course
        ]
        return cls(
            sorted(permitted, key=lambda line: not line.is_for_me),
            sorted(beside, key=lambda line: not line.is_for_me),
            [_line(step, actor, number) for step in offered if not step.permitted],
        )


def _place(step: Step) -> int:
    return COURSE.index(step.verb) if step.verb in COURSE else len(COURSE)


def _not_next(seen: Seen) -> set[str]:
    """Steps that may be taken and are not what comes next: done already, or too early."""
    state, stage = seen.state, seen.state.running_stage
    awaited = bool(state.last_stage or state.resolved_early_on) or seen.procedure is None
    ombudsman_waits = awaited_by_ombudsman(state, seen.book) is not None
    nothing_to_handle = bool(state.last_stage) and stage is None and state.requested_stage is None
    done = {
        "acknowledge": bool(state.ombudsman) and not state.stages,
        "assign": nothing_to_handle or (bool(state.handler) and not _is_for_another(seen)),
        "triage": state.is_triaged,
        "appoint": not _posts_wanting(seen),
        "adjudicate": bool(stage and stage.adjudicated_on),
        "sign_off": bool(stage and stage.signed_off_on),
        "start_ombudsman_stage": ombudsman_waits or all(record.decided_on for record in state.ombudsman),
        "record_ombudsman_decision": ombudsman_waits or not state.ombudsman_stages,
        "close": ombudsman_waits or not (state.is_triaged and awaited),
    }
    return {verb for verb, is_done in done.items() if is_done}


def _is_for_another(seen: Seen) -> bool:
    """Whether the stage that is under way, or was asked for, may not be answered by whoever has it."""
    stage = seen.state.running_stage or seen.state.requested_stage
    return bool(stage and why_not_this_person(seen.state, seen.procedure, stage.name, seen.state.handler))


def _posts_wanting(seen: Seen) -> bool:
    """Whether the stage that is under way, or was asked for, needs somebody who is not appointed.

    A stage with one post has it in whoever handles it.
    """
    stage = seen.state.running_stage or seen.state.requested_stage
    if stage is None or seen.procedure is None:
        return False
    posts = seen.procedure.stage(stage.name).posts
    standing = [each.post for each in seen.state.appointments if each.stage == stage.name and each.ended_on is None]
    return sum(post.number for post in posts) > 1 and any(standing.count(post.name) < post.number for post in posts)


def _line(step: Step, actor: Actor, number: int) -> StepLine:
    why = "" if step.permitted and step.why in OBVIOUS else step.why
    is_for_me = actor.may(step.verb)
    return StepLine(verb_words(step.verb), why, step.rule, is_for_me, step_href(step, actor, number))


def step_href(step: Step, actor: Actor, number: int, **query: object) -> str:
    """The page of a step for someone who may take it now, empty for the others; `query` fills in its form."""
    if not step.permitted or not actor.may(step.verb):
        return ""
    if step.verb in PAPERS:
        _, page, place = PAPERS[step.verb]
        return reverse(page, args=[number]) + place
    return reverse("step", args=[number, step.verb]) + (f"?{urlencode(query)}" if query else "")


def verb_words(verb: str) -> str:
    """A verb as the page says it.

    >>> verb_words("respond")
    'Send the answer'
    >>> verb_words("draft_letter")
    'Write a letter'
    """
    if verb in PAPERS:
        return PAPERS[verb][0]
    return FORMS[verb].title if verb in FORMS else verb.replace("_", " ").capitalize()
