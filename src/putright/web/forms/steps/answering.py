"""Answering a stage: adjudicating, signing off, and the answer with its findings and what was learnt."""

from __future__ import annotations

from typing import Any

from putright.casework.actions.adjudicate import adjudicate
from putright.casework.actions.answer import Lesson, answer
from putright.casework.actions.respond import answering_post
from putright.casework.actions.sign_off import sign_off
from putright.record.events import Finding
from putright.web.forms.steps.appointing import unappointed
from putright.web.forms.steps.fields import Line, Pick, Text
from putright.web.forms.steps.lists import FINDINGS, THEMES
from putright.web.forms.steps.step_form import StepForm

WHOLE = 1


class WithFindings(StepForm):
    """A form that asks for a finding on each concern; on the whole where no concern is written down."""

    def ask_findings(self) -> None:
        """A question for each concern that is pursued, answered as it was found before where it was."""
        stage = self.at.state.running_stage
        found = {one.concern: one.finding for one in (stage.findings if stage else ())}
        asked = {each.number: self.at.concern(each) for each in self.at.pursued} or {WHOLE: "The complaint as a whole"}
        for number, label in asked.items():
            self.fields[f"finding-{number}"] = Pick(label, FINDINGS.items())
            self.fields[f"finding-{number}"].initial = found.get(number)

    def findings(self) -> tuple[Finding, ...]:
        """What was found."""
        given = self.cleaned_data
        names = [name for name in given if name.startswith("finding-")]
        return tuple(Finding(int(name.removeprefix("finding-")), given[name]) for name in names)


class Adjudicate(WithFindings):
    """The adjudicating officer considers the reports."""

    verb, action = "adjudicate", adjudicate
    title, button = "Adjudicate on the investigation", "Record the adjudication"
    when, done = "When were the reports considered?", "The adjudication is recorded, with its findings."

    def ask(self) -> None:
        """A finding for each concern, and the reasons."""
        self.ask_findings()
        self.fields["reasons"] = Text("Reasons, and where they depart from the reports", required=False)

    @property
    def notes(self) -> list[str]:
        """Who was to take part in the investigation and was not appointed."""
        return unappointed(self.at)

    def values(self) -> dict[str, Any]:
        """The findings as one value."""
        return {"on": self.cleaned_data["on"], "findings": self.findings(), "reasons": self.cleaned_data["reasons"]}


class SignOff(StepForm):
    """The post that the procedure requires signs the answer off."""

    verb, action = "sign_off", sign_off
    title, button = "Sign the answer off", "Sign it off"
    when, done = "When was it signed off?", "The answer is signed off and may be sent."

    @property
    def notes(self) -> list[str]:
        """Which post it takes, and as which the log will have it."""
        return [f"{self.at.step.why} It is signed off as: {self.at.actor.post}."]


class Respond(WithFindings):
    """The answer goes out, with a finding for each concern and the question what was learnt."""

    verb, action = "respond", answer
    title, button = "Send the answer", "Continue"
    when, done = "When was the answer sent?", "The answer is recorded."
    warning = "This ends the stage. The complainant is told of the findings and of what they may ask for next."

    def ask(self) -> None:
        """The findings, who answers, the answer, and one question about learning."""
        learnt = (("yes", "Yes"), ("nothing", "No, there is nothing to learn"), ("later", "I do not know yet"))
        self.ask_findings()
        self.fields["answer"] = Text("What was answered?", hint="In a few words, or the letter.", required=False)
        stage = self.at.state.running_stage
        if not (stage and stage.signed_off_by):
            self.fields["answered_by"] = Line("Which post gives the answer?", required=False)
            self.fields["answered_by"].initial = answering_post(self.at.state, self.at.step.stage) or self.at.actor.post
        self.fields["lesson"] = Pick("Did the service learn something from it?", learnt)
        self.fields["learnt"] = Text("If yes: what did it learn, and what will change?", required=False)
        self.fields["theme"] = Pick("If yes: what is it about?", THEMES.items(), required=False)

    def clean(self) -> dict[str, Any]:
        """Something learnt has to be said."""
        given = super().clean() or {}
        if given.get("lesson") == "yes":
            for name, wanted in (("learnt", "Enter what the service learnt"), ("theme", "Choose what it is about")):
                if not given.get(name):
                    self.add_error(name, wanted)
        return given

    @property
    def notes(self) -> list[str]:
        """The stage, and what the complainant must be told comes next."""
        procedure, following = self.at.procedure, None
        if procedure and self.at.step.stage:
            following = procedure.next_stage(self.at.step.stage)
        onward = f"ask for {self.at.spoken(following.name)}" if following else "go to the Ombudsman"
        said = [f"{self.at.spoken(self.at.step.stage)} is answered. The complainant is told that they may {onward}."]
        return [*said, f"{self.at.step.why} Rule: {self.at.step.rule}."] if self.at.step.rule else said

    def values(self) -> dict[str, Any]:
        """The findings and the lesson as one value each."""
        given = self.cleaned_data
        lessons = {
            "yes": Lesson(given["theme"], self.at.state.received.service, given["learnt"]),
            "nothing": Lesson(),
            "later": None,
        }
        return {
            "on": given["on"],
            "findings": self.findings(),
            "answer": given["answer"],
            "answered_by": given.get("answered_by", ""),
            "lesson": lessons[given["lesson"]],
        }
