"""Deciding what becomes of it at first: under which procedure it is handled, or why it is not considered."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from putright.authorities.proposing import is_no_complaint, told_by
from putright.casework.actions.refuse import refuse
from putright.casework.actions.triage import triage
from putright.record.state import NO_PROCEDURE
from putright.rules import (
    COMPLAINANTS,
    PROVIDERS,
    SUBJECTS,
    Matter,
    NothingProposed,
    Procedure,
    Proposal,
    Question,
    Refusal,
    Standing,
    propose,
)
from putright.web.forms.steps.fields import Pick, Text, yes_or_no
from putright.web.forms.steps.step_form import OpeningForm, Situation, StepForm, rule_of


class WhatItIs(OpeningForm):
    """The few facts that a proposal rests on."""

    lead = "From these the rule book proposes a procedure; what was taken down is filled in. You decide."
    button = "See what is proposed"

    def ask(self) -> None:
        """What it is about, from whom, and whose service."""
        self.fields["subject"] = Pick("What is it about?", _sentences(SUBJECTS), kind="radios")
        self.fields["complainant"] = Pick("Who makes it?", _sentences(COMPLAINANTS))
        self.fields["provider"] = Pick("Who gives the service?", _sentences(PROVIDERS))
        self.fields["nhs"] = yes_or_no("Has an NHS body a part in it?")
        told = told_by(self.at.council, _codes(self.at))
        self.fields["subject"].initial, self.fields["complainant"].initial = told.subject, told.complainant

    @property
    def is_needed(self) -> bool:
        """Not for what is no complaint: it is handled under no procedure, whatever it is about."""
        return not is_no_complaint(self.at.council, self.at.state.received.type)


class Triage(StepForm):
    """The officer decides on the procedure; the rule book proposes one, and its questions are answered."""

    verb, action, opening = "triage", triage, WhatItIs
    title, button = "Decide which procedure it is handled under", "Record the decision"
    when, done = "When was it decided?", "It is decided under which procedure it is handled."

    def ask(self) -> None:
        """The decision, the questions of the procedure that is shown, and the reason."""
        adopted = [(name, self.at.book.procedure(name).title) for name in self.at.council.procedures]
        self.fields["procedure"] = Pick(
            "Under which procedure is it handled?", [*adopted, (NO_PROCEDURE, "Under no procedure")]
        )
        self.fields["procedure"].initial = self._proposed_name
        for question in self.shown.questions if self.shown else ():
            choices = [(answer.code, answer.text) for answer in question.answers]
            hint = " ".join([*self._only_after(question), question.why, rule_of(question)])
            field = Pick(question.text, choices, hint=hint, required=False)
            field.is_conditional = True
            self.fields[f"question-{question.code}"] = field
        self.fields["reason"] = Text(
            "Why?", hint="Needed where you decide otherwise than proposed, or than the answers say.", required=False
        )

    @cached_property
    def proposal(self) -> Proposal | None:
        """What the rule book proposes, None where it has nothing for such a matter."""
        asked = self.at.query
        if self._is_no_complaint:
            return None
        matter = Matter(
            asked.get("subject", ""), asked.get("complainant", ""), asked.get("provider", ""), asked.get("nhs") == "yes"
        )
        try:
            return propose(self.at.book, matter, adopted=tuple(self.at.council.procedures))
        except NothingProposed:
            return None

    @property
    def shown(self) -> Procedure | None:
        """The procedure whose questions are on the page: the one chosen, else the one proposed; None for none."""
        name = self.data.get("procedure", "") if self.is_bound else self._proposed_name
        return self.at.book.procedures.get(name) if name in self.at.council.procedures else None

    @property
    def notes(self) -> list[str]:
        """The proposal with its rule."""
        if self._is_no_complaint:
            what = self.at.council.vocabulary("type").label(self.at.state.received.type)
            return [f"Proposed: no procedure. What came is recorded as “{what}”, which is no complaint."]
        if self.proposal is None:
            return ["The rule book proposes no procedure for this."]
        title = self.at.book.procedure(self.proposal.procedure).title
        lacking = "" if self._proposed_name else " The council has not adopted it here."
        return [f"Proposed: {title}.{lacking} {self.proposal.why} {rule_of(self.proposal)}"]

    def _only_after(self, question: Question) -> list[str]:
        """After which answers a question is asked; empty for one that everybody is asked."""
        before = self.shown.questions if self.shown else ()
        return [
            f"Only if “{each.text}” is answered “{answer.text}”."
            for each in before
            for answer in each.answers
            if answer.decision == question.code
        ]

    @property
    def _is_no_complaint(self) -> bool:
        return is_no_complaint(self.at.council, self.at.state.received.type)

    @property
    def _proposed_name(self) -> str:
        if self._is_no_complaint:
            return NO_PROCEDURE
        name = self.proposal.procedure if self.proposal else ""
        return name if name in self.at.council.procedures else ""

    def clean(self) -> dict[str, Any]:
        """The questions are answered as far as they lead, and a decision against what they say has its reason."""
        given = super().clean() or {}
        standing = self._standing(given)
        if standing and standing.question:
            self.add_error(f"question-{standing.question.code}", f"Answer “{standing.question.text}”")
        if given.get("reason") or self.errors:
            return given
        if standing and standing.refusal:
            self.add_error(
                "reason",
                f"The answers lead to not considering it: {standing.refusal.title.lower()} "
                f"({standing.refusal.citation}). Refuse it instead, or say why it is considered all the same",
            )
        elif self._proposed_name and given.get("procedure") != self._proposed_name:
            self.add_error("reason", "You decide otherwise than proposed. Say why")
        return given

    def _standing(self, given: dict[str, Any]) -> Standing | None:
        if self.shown is None:
            return None
        answers = {name.removeprefix("question-"): each for name, each in given.items() if name.startswith("question-")}
        return self.shown.standing({code: each for code, each in answers.items() if each})

    def values(self) -> dict[str, Any]:
        """The decision with the answers that led to it, in codes."""
        given = self.cleaned_data
        standing = self._standing(given)
        answers = tuple(f"{asked.code}={said.code}" for asked, said in standing.answered) if standing else ()
        return {"on": given["on"], "procedure": given["procedure"], "answers": answers, "reason": given["reason"]}


class Refuse(StepForm):
    """The council does not consider it, for a reason that the law knows."""

    verb, action = "refuse", refuse
    title, button = "Refuse to consider it", "Continue"
    when, done = "When was it decided?", "It is refused, and still counted. Tell the complainant in writing."
    warning = "This ends it here. The complainant is told why, and that they may ask the Ombudsman."

    def ask(self) -> None:
        """The lawful reasons with what must be told, the council's own term, and what is told."""
        grounds = self.lawful
        if grounds:
            hints = {each.code: _must_tell(each) for each in grounds}
            choices = [(each.code, each.title) for each in grounds]
            self.fields["ground"] = Pick("What is the lawful reason?", choices, hints=hints)
        self.fields["reason"] = Pick("Which is it in the council’s reports?", self.at.terms("refusal_reason"))
        self.fields["explanation"] = Text("What is the complainant told?", hint="All that the lawful reason asks for.")

    @property
    def lawful(self) -> tuple[Refusal, ...]:
        """The reasons the rule book knows for the procedure."""
        return self.at.procedure.refusals if self.at.procedure else ()

    @property
    def notes(self) -> list[str]:
        """What is never a reason, and where none is listed, that there is none to lean on."""
        never = "That someone lacks parental responsibility is never a reason by itself."
        return [never] if self.lawful else [never, "The rule book lists no reasons for this: say exactly why."]


def _must_tell(refusal: Refusal) -> str:
    notes = "".join(f" {note}" for note in refusal.notes)
    return f"The complainant must be told {'; '.join(refusal.must_tell)}. {rule_of(refusal)}{notes}"


def _codes(at: Situation) -> dict[str, str]:
    """What was taken down, by the name of its vocabulary."""
    return {name: getattr(at.state.received, name) for name in ("nature", "service", "received_from")}


def _sentences(words: dict[str, str]) -> list[tuple[str, str]]:
    return [(code, f"{text[:1].upper()}{text[1:]}") for code, text in words.items()]
