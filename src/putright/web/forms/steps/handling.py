"""Handling: who has it, meetings, settling early, and how it ends."""

from __future__ import annotations

from typing import Any

from putright.casework.actions.assign import assign
from putright.casework.actions.chase import chase
from putright.casework.actions.close import close
from putright.casework.actions.decline_meeting import decline_meeting
from putright.casework.actions.hold_meeting import hold_meeting
from putright.casework.actions.offer_meeting import offer_meeting
from putright.casework.actions.open_access import open_access
from putright.casework.actions.record_outcome import record_outcome
from putright.casework.actions.reopen import reopen
from putright.casework.actions.resolve_early import resolve_early
from putright.casework.actions.restrict_access import restrict_access
from putright.casework.actions.withdraw import withdraw
from putright.web.forms.steps.fields import Line, Pick, Text
from putright.web.forms.steps.lists import CHASED_FOR, MEETINGS, SETTLED_HOW
from putright.web.forms.steps.step_form import StepForm

ANOTHER = "another"


class Assign(StepForm):
    """It is given to a post to handle."""

    verb, action = "assign", assign
    title, button = "Give it to someone to handle", "Give it to them"
    when, done = "From which day?", "It is given to them, and in their list from now on."

    def ask(self) -> None:
        """A post that signs in, or another."""
        posts = [*((post, post) for post in self.at.posts), (ANOTHER, "Another post")]
        self.fields["handler"] = Pick("Which post handles it?", posts)
        self.fields["other"] = Line("If another, which post?", hint="The post, not the person.", required=False)

    def clean(self) -> dict[str, Any]:
        """Another post needs its name."""
        given = super().clean() or {}
        if given.get("handler") == ANOTHER and not given.get("other"):
            self.add_error("other", "Enter the other post")
        return given

    def values(self) -> dict[str, Any]:
        """The post chosen or written."""
        given = self.cleaned_data
        return {"on": given["on"], "handler": given["other"] if given["handler"] == ANOTHER else given["handler"]}


class RestrictAccess(StepForm):
    """From now on few see it."""

    verb, action = "restrict_access", restrict_access
    title, button = "Restrict who sees it", "Restrict it"
    when, done = "From which day?", "It is restricted. Only those who work on it see it."
    why = Text("Why?", hint="For example: the complaint is about somebody in the complaints team.")
    warning = (
        "From now on it is seen by whoever handles it, by those appointed to it for as long as they are, and by the "
        "complaints manager and the Monitoring Officer. To let somebody else in, give it to them or appoint them."
    )

    @property
    def notes(self) -> list[str]:
        """What stays as it is."""
        return ["It is counted in every report as before; its figures open to those alone who may see it."]


class OpenAccess(StepForm):
    """Everybody who may see the council's representations sees it again."""

    verb, action = "open_access", open_access
    title, button = "Lift the restriction on who sees it", "Lift the restriction"
    when, done = "From which day?", "It is no longer restricted."
    why = Text("Why is it not needed any more?")


class Chase(StepForm):
    """Whoever owes something is reminded by a person; the rung of the ladder counts itself."""

    verb, action = "chase", chase
    title, button, when = "Chase what is owed", "Record the chase", "When were they chased?"
    done = "The chase is recorded."

    def ask(self) -> None:
        """Whom, and for what."""
        self.fields["about"] = Pick("What is owed?", CHASED_FOR.items())
        self.fields["to"] = Line("Which post was chased?")
        self.fields["to"].initial = self.at.state.handler

    @property
    def notes(self) -> list[str]:
        """How often it was chased before."""
        before = self.at.state.chases
        return [f"This is chase number {before + 1}. After the second, chase the head of service."] if before else []

    def values(self) -> dict[str, Any]:
        """The chase with its rung."""
        return self.cleaned_data | {"rung": self.at.state.chases + 1}


class OfferMeeting(StepForm):
    """A meeting is offered."""

    verb, action = "offer_meeting", offer_meeting
    title, button = "Offer a meeting", "Record the offer"
    when, done = "When was a meeting offered?", "The offer of a meeting is recorded."


class HoldMeeting(StepForm):
    """A meeting took place."""

    verb, action = "hold_meeting", hold_meeting
    title, button = "Record a meeting", "Record the meeting"
    when, done = "When was the meeting?", "The meeting is recorded."
    mode = Pick("How was it held?", MEETINGS.items())
    note = Text("What was said and agreed?", required=False)


class DeclineMeeting(StepForm):
    """The complainant declined the meeting."""

    verb, action = "decline_meeting", decline_meeting
    title, button = "Record that the meeting was declined", "Record it"
    when, done = "When did the complainant decline?", "It is recorded that the meeting was declined."


class ResolveEarly(StepForm):
    """Settled to the complainant's satisfaction before a stage was answered."""

    verb, action = "resolve_early", resolve_early
    title, button = "Record that it was settled early", "Record it"
    when, done = "When was it settled?", "It is recorded as settled. Close it when nothing more is to be done."
    how = Pick("How was it settled?", SETTLED_HOW.items())
    note = Text("What was agreed with the complainant?", required=False)


class RecordOutcome(StepForm):
    """What came of it, in the council's words."""

    verb, action = "record_outcome", record_outcome
    title, button = "Record what came of it", "Record the outcome"
    when, done = "When was it known?", "The outcome is recorded."

    def ask(self) -> None:
        """The council's outcomes."""
        self.fields["outcome"] = Pick("What came of it?", self.at.terms("outcome"))


class Withdraw(StepForm):
    """The complainant withdraws it, which ends it."""

    verb, action = "withdraw", withdraw
    title, button = "Record that it was withdrawn", "Record the withdrawal"
    when, done = "When did the complainant withdraw it?", "It is recorded as withdrawn."
    warning = "This ends it. Its clocks stop, and it leaves the lists of open work. It can be reopened."


class Close(StepForm):
    """Nothing more is to be done."""

    verb, action = "close", close
    title, button = "Close it", "Close it"
    when, done = "On which day is it closed?", "It is closed."
    warning = "This ends it. It leaves the lists of open work. It can be reopened, and remedies and actions go on."

    @property
    def notes(self) -> list[str]:
        """What is still owed or unsaid."""
        state = self.at.state
        owed = sum(1 for remedy in state.remedies if remedy.done_on is None)
        undone = sum(1 for one in state.actions if one.completed_on is None)
        said = [
            ("Nobody has said yet whether there is something to learn from it.", state.learning_asked_on is None),
            ("No outcome is recorded yet.", state.outcome == "not_recorded"),
            (f"Remedies still owed: {owed}. They stay on the list until they are done.", owed),
            (f"Actions still open: {undone}. They stay on the list until they are done.", undone),
        ]
        return [sentence for sentence, holds in said if holds]


class Reopen(StepForm):
    """What had ended goes on."""

    verb, action = "reopen", reopen
    title, button = "Reopen it", "Reopen it"
    when, done = "From which day is it open again?", "It is open again."
    why = Text("Why is it reopened?")
