"""The stages: asked for, started, agreed and paused."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.agree_plan import agree_plan
from putright.casework.actions.finalise_statement import finalise_statement
from putright.casework.actions.pause import pause
from putright.casework.actions.request_escalation import escalation_from, request_escalation
from putright.casework.actions.resume import paused_since, resume
from putright.casework.actions.start_stage import start_stage
from putright.record.clocks import stage_clocks
from putright.record.steps.ways import Way
from putright.rules import in_words
from putright.web.forms.steps.fields import Day, Pick, PickSome, Text, yes_or_no
from putright.web.forms.steps.lists import LEFT_OUT
from putright.web.forms.steps.step_form import StepForm, rule_of


class WithWays(StepForm):
    """A form that asks which stage is meant where there are several, and what was agreed where one is left out."""

    def ask_which(self, label: str) -> None:
        """The stages there are to choose from, the next one chosen; nothing where there is only that."""
        ways = self.at.step.ways
        if len(ways) < 2:
            return
        hints = {way.stage: self._leaving_out(way) for way in ways if way.leaves_out}
        choices = [(way.stage, self.at.spoken(way.stage)) for way in ways]
        which = self.fields["stage"] = Pick(label, choices, hints=hints, required=False)
        which.initial, which.is_conditional = ways[0].stage, True
        if hints:
            self.fields["why"] = Pick("If a stage is left out: why?", LEFT_OUT.items(), required=False)
            self.fields["agreement"] = Text("If a stage is left out: what was agreed?", required=False)

    def _leaving_out(self, way: Way) -> str:
        names = " and ".join(self.at.spoken(name) for name in way.leaves_out)
        return f"{names} is left out, if the complainant agrees. Rule: {way.rule}."


class RequestEscalation(WithWays):
    """The complainant asks for the next stage."""

    verb, action = "request_escalation", request_escalation
    title, button = "Record that the next stage was asked for", "Record the request"
    when, done = "When did the request reach the council?", "The request is recorded. Start the stage next."

    def ask(self) -> None:
        """Which stage, grounds where the procedure lists them, reasons where it asks for them."""
        self.ask_which("Which stage is asked for?")
        escalation = escalation_from(self.at.state)
        if escalation and escalation.grounds:
            listed = [(each.code, f"{each.title[:1].upper()}{each.title[1:]}") for each in escalation.grounds]
            self.fields["grounds"] = PickSome("On which grounds?", listed, required=escalation.grounds_needed)
        needed = bool(escalation and escalation.grounds_needed and not escalation.grounds)
        self.fields["reasons"] = Text("What does the complainant say?", required=needed)

    @property
    def notes(self) -> list[str]:
        """Which stage is meant, and the rule."""
        rule = f" Rule: {self.at.step.rule}." if self.at.step.rule else ""
        return [f"The next is {self.at.spoken(self.at.step.stage)}.{rule}"]


class StartStage(WithWays):
    """The clock of a stage starts."""

    verb, action = "start_stage", start_stage
    title, button = "Start a stage", "Start the stage"
    when, done = "On which day does it start?", "The stage has started. Its time limits are on this page."

    def ask(self) -> None:
        """Which stage, where there are several."""
        self.ask_which("Which stage starts?")

    @property
    def notes(self) -> list[str]:
        """Which stage."""
        if len(self.at.step.ways) > 1:
            return [self.at.step.why]
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
        self.fields["respond_by"] = Day("By when is it answered?", hint=self._within())
        self.fields["agreed_by_complainant"] = yes_or_no("Does the complainant agree?")
        self.fields["plan"] = Text("What is done until then?", required=False)

    @property
    def notes(self) -> list[str]:
        """What the rule book says of such a period, where it says anything."""
        period = self.at.stage.agreed_period if self.at.stage else None
        return [f"It is settled with {period.agreed_with}. {period.if_not_agreed} {rule_of(period)}"] if period else []

    def _within(self) -> str:
        period, running = self.at.stage.agreed_period if self.at.stage else None, self.at.state.running_stage
        if period and running and self.at.procedure:
            for clock in stage_clocks(self.at.state, running, self.at.procedure, self.at.book):
                if clock.limit.name == period.within and clock.due_on:
                    return f"No later than {in_words(clock.due_on)}: “{clock.limit.title}”, unless it is extended."
        return "The limit stays as it is."


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
