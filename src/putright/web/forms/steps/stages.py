"""The stages: asked for, started, agreed, extended and paused."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.agree_plan import agree_plan
from putright.casework.actions.base import NotPermitted
from putright.casework.actions.extend import extend, extension_window
from putright.casework.actions.finalise_statement import finalise_statement
from putright.casework.actions.pause import pause
from putright.casework.actions.request_escalation import escalation_from, request_escalation
from putright.casework.actions.resume import paused_since, resume
from putright.casework.actions.start_stage import start_stage
from putright.rules import Extension, in_words
from putright.web.forms.steps.fields import Day, Line, Pick, PickSome, Text, yes_or_no
from putright.web.forms.steps.step_form import StepForm, rule_of


class RequestEscalation(StepForm):
    """The complainant asks for the next stage."""

    verb, action = "request_escalation", request_escalation
    title, button = "Record that the next stage was asked for", "Record the request"
    when, done = "When did the request reach the council?", "The request is recorded. Start the stage next."

    def ask(self) -> None:
        """Grounds where the procedure lists them, reasons where it asks for them."""
        escalation = escalation_from(self.at.state)
        if escalation and escalation.grounds:
            listed = [(ground.code, ground.title) for ground in escalation.grounds]
            self.fields["grounds"] = PickSome("On which grounds?", listed, required=escalation.grounds_needed)
        needed = bool(escalation and escalation.grounds_needed and not escalation.grounds)
        self.fields["reasons"] = Text("What does the complainant say?", required=needed)

    @property
    def notes(self) -> list[str]:
        """Which stage is meant, and the rule."""
        rule = f" Rule: {self.at.step.rule}." if self.at.step.rule else ""
        return [f"The next is {self.at.spoken(self.at.step.stage)}.{rule}"]


class StartStage(StepForm):
    """The clock of a stage starts."""

    verb, action = "start_stage", start_stage
    title, button = "Start a stage", "Start the stage"
    when, done = "On which day does it start?", "The stage has started. Its time limits are on this page."

    @property
    def notes(self) -> list[str]:
        """Which stage."""
        return [f"{self.at.spoken(self.at.step.stage)} starts. {self.at.step.why}"]


class FinaliseStatement(StepForm):
    """The written statement of the complaint is agreed."""

    verb, action = "finalise_statement", finalise_statement
    title, button = "Settle the written statement of the complaint", "Record it"
    when, done = "When was it settled with the complainant?", "The statement is settled; its clock runs from that day."


class AgreePlan(StepForm):
    """How and by when it is answered is agreed."""

    verb, action = "agree_plan", agree_plan
    title, button = "Agree how it is handled", "Record what was agreed"
    when, done = "When was it agreed?", "What was agreed is recorded. The agreed date is a clock beside the limit."

    def ask(self) -> None:
        """The day, whether the complainant agrees, and the plan."""
        self.fields["respond_by"] = Day("By when is it answered?", hint="The limit stays as it is.")
        self.fields["agreed_by_complainant"] = yes_or_no("Does the complainant agree?")
        self.fields["plan"] = Text("What is done until then?", required=False)


class Extend(StepForm):
    """The limit is extended, within what its rule allows."""

    verb, action = "extend", extend
    title, button = "Extend the time limit", "Extend the time limit"
    when, done = "When was it decided?", "The time limit is extended."

    def ask(self) -> None:
        """The new day, proposed as the longest the rule allows; its reasons; who agreed."""
        rule = self.rule
        reasons = [(reason, f"{reason[:1].upper()}{reason[1:]}") for reason in (rule.reasons if rule else ())]
        self.fields["to"] = Day("New last day", hint=self._window())
        if self._longest:
            self.fields["to"].initial = self._longest
        if reasons:
            self.fields["reason"] = Pick("Why?", reasons)
        else:
            self.fields["reason"] = Line("Why?")
        self.fields["agreed_by"] = Line("Which post decided it?")
        self.fields["explanation"] = Text("What is the complainant told?", required=False)

    @property
    def rule(self) -> Extension | None:
        """The extension of the rule book, None where there is none."""
        limit = self.at.stage.limits.get("response") if self.at.stage else None
        return limit.values[-1].extended if limit else None

    @property
    def notes(self) -> list[str]:
        """What the rule asks for."""
        if self.rule is None:
            return []
        said = [
            f"It is for {self.rule.authorised_by} to extend it. {rule_of(self.rule)}",
            "The complainant is told the reason and the new date." if self.rule.complainant_told else "",
            "The complainant has to agree." if self.rule.complainant_agrees else "",
        ]
        return [" ".join(part for part in said if part)]

    def _window(self) -> str:
        try:
            standard, self._longest = extension_window(self.at.state, self.at.step.stage)
        except NotPermitted as cause:
            self._longest = None
            return str(cause)
        return f"After {in_words(standard)} and not after {in_words(self._longest)}."


class Pause(StepForm):
    """The clock stands still for a reason of the rule book."""

    verb, action = "pause", pause
    title, button = "Let the clock stand still", "Stop the clock"
    when, done = "From which day?", "The clock stands still. Let it run on as soon as the reason is gone."

    def ask(self) -> None:
        """The reasons the rule book knows."""
        pauses = self.at.stage.pauses if self.at.stage else ()
        hints = {
            pause.reason: " ".join(
                [f"At most {pause.longest.in_words} in all." if pause.longest else "", rule_of(pause)]
            )
            for pause in pauses
        }
        reasons = [(pause.reason, f"{pause.title[:1].upper()}{pause.title[1:]}") for pause in pauses]
        self.fields["reason"] = Pick("Why?", reasons, hints=hints)


class Resume(StepForm):
    """The clock runs on."""

    verb, action = "resume", resume
    title, button = "Let the clock run on", "Start the clock again"
    when, done = (
        "On which day did the reason end?",
        "The clock runs on. Its last day is later by the days it stood still.",
    )

    @property
    def earliest(self) -> date:
        """The day on which the clock was stopped."""
        return paused_since(self.at.state, self.at.step.stage) or super().earliest
