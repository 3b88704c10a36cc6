"""The Ombudsman: a referral, a decision, and the duties that follow."""

from __future__ import annotations

from putright.casework.actions.answer_ombudsman import answer_ombudsman
from putright.casework.actions.record_ombudsman_decision import record_ombudsman_decision
from putright.casework.actions.record_ombudsman_duty import record_ombudsman_duty
from putright.casework.actions.record_ombudsman_referral import record_ombudsman_referral
from putright.casework.actions.start_ombudsman_stage import start_ombudsman_stage
from putright.record.clocks import OMBUDSMAN
from putright.web.forms.steps.fields import Day, Line, Pick, Pounds, Text
from putright.web.forms.steps.lists import DUTIES
from putright.web.forms.steps.step_form import StepForm, rule_of


class OmbudsmanReferral(StepForm):
    """The Ombudsman refers a matter to the council."""

    verb, action = "record_ombudsman_referral", record_ombudsman_referral
    title, button = "Record a referral by the Ombudsman", "Record the referral"
    when, done = "When did it reach the council?", "The Ombudsman’s referral is recorded."

    @property
    def notes(self) -> list[str]:
        """That the council's own procedure has a stage left, and on what conditions it may be passed by."""
        last = self.at.state.last_stage
        following = self.at.procedure.next_stage(last.name) if self.at.procedure and last else None
        if last is None or following is None or self.at.procedure is None:
            return []
        early = self.at.procedure.stage(last.name).early_referral
        said = f"{self.at.spoken(following.name)} of the council’s own procedure has not been used."
        if early is None:
            return [f"{said} The Ombudsman may send it back as premature."]
        return [f"{said} {early.in_words} {rule_of(early)} Otherwise it may be sent back as premature."]

    def ask(self) -> None:
        """Its reference, and what was asked."""
        self.fields["ombudsman_reference"] = Line("The Ombudsman’s reference", hint="For example: 17 001 234")
        self.fields["referral_type"] = Pick("What does the Ombudsman ask?", self.at.terms("referral_type"))


class OmbudsmanStage(StepForm):
    """A stage of the Ombudsman's procedure reaches the council."""

    verb, action = "start_ombudsman_stage", start_ombudsman_stage
    title, button = "Record what the Ombudsman asks for", "Record it"
    when, done = "When did it reach the council?", "What the Ombudsman asks for is recorded, with its clock."

    def ask(self) -> None:
        """On which record, which stage, and what is asked."""
        stages = [(stage.name, stage.title) for stage in self.at.book.procedure(OMBUDSMAN).stages]
        records = [(each.reference, each.reference) for each in self.at.state.ombudsman]
        self.fields["ombudsman_reference"] = Pick("Under which reference?", records)
        self.fields["stage"] = Pick("What is it?", stages, kind="radios")
        hint = "As the request names it. Empty where it names none: the usual length then counts."
        self.fields["answer_by"] = Day("By when does the Ombudsman want the answer?", hint=hint, required=False)
        self.fields["asks"] = Text("What does the Ombudsman ask?", required=False)


class OmbudsmanAnswer(StepForm):
    """The council did what the stage asks."""

    verb, action = "answer_ombudsman", answer_ombudsman
    title, button = "Answer the Ombudsman", "Record the answer"
    when, done = "When was it sent?", "The answer to the Ombudsman is recorded."
    answer = Text("What was answered?", required=False)

    @property
    def notes(self) -> list[str]:
        """What waits."""
        return [f"{self.at.step.why} Rule: {self.at.step.rule}." if self.at.step.rule else self.at.step.why]


class OmbudsmanDecision(StepForm):
    """The Ombudsman decided."""

    verb, action = "record_ombudsman_decision", record_ombudsman_decision
    title, button = "Record a decision of the Ombudsman", "Record the decision"
    when, done = "On which day did the Ombudsman decide?", "The Ombudsman’s decision is recorded."

    def ask(self) -> None:
        """On which referral, what, and any payment."""
        waiting = [each.reference for each in self.at.state.ombudsman if each.decided_on is None]
        self.fields["ombudsman_reference"] = Pick("On which referral?", [(each, each) for each in waiting])
        self.fields["decision"] = Pick("What was decided?", self.at.terms("decision"))
        self.fields["remedy_pence"] = Pounds("Is there a payment? How much?", hint="Empty for none.", required=False)


class OmbudsmanDuty(StepForm):
    """A duty that follows a decision is done."""

    verb, action = "record_ombudsman_duty", record_ombudsman_duty
    title, button = "Record a duty that follows a decision", "Record it"
    when, done = "When was it done?", "It is recorded that the duty was done."

    def ask(self) -> None:
        """Which decision, which duty, and what shows it."""
        decided = [each.reference for each in self.at.state.ombudsman if each.decided_on]
        self.fields["ombudsman_reference"] = Pick("After which decision?", [(each, each) for each in decided])
        self.fields["duty"] = Pick("What was done?", DUTIES.items())
        self.fields["evidence"] = Text("What shows it?", required=False)
