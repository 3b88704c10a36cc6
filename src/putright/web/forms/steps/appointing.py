"""Who is appointed to a stage, and the review panel."""

from __future__ import annotations

from typing import Any

from putright.casework.actions.appoint import appoint
from putright.casework.actions.end_appointment import end_appointment
from putright.casework.actions.hold_panel import hold_panel
from putright.casework.actions.receive_recommendations import receive_recommendations
from putright.record.events import NOT_RECORDED
from putright.web.forms.steps.fields import Day, Email, Line, Pick, Text
from putright.web.forms.steps.lists import COMES_FROM, word
from putright.web.forms.steps.step_form import Candidate, Situation, StepForm, rule_of

SOMEBODY_ELSE = "somebody_else"
TO_APPOINT = ("investigating_officer", "independent_person", "panel_member", "mediator")
"""Posts for which somebody is appointed to one representation; the others are held whoever complains."""


class Appoint(StepForm):
    """Someone is appointed to the stage, and let in to this representation alone if they sign in."""

    verb, action = "appoint", appoint
    title, button = "Appoint someone", "Appoint them"
    when, done = "When were they appointed?", "The appointment is recorded."

    def ask(self) -> None:
        """The posts that the stage needs, with what is required of each."""
        posts = self.at.stage.posts if self.at.stage else ()
        hints = {post.name: f"{post.duty} {rule_of(post)}" for post in posts}
        self.fields["post"] = Pick("To what?", [(post.name, word({}, post.name)) for post in posts], hints=hints)
        if self.at.pool:
            choices = [*((str(each.number), each.name) for each in self.at.pool), (SOMEBODY_ELSE, "Somebody else")]
            said = {str(each.number): each.said for each in self.at.pool}
            self.fields["member"] = Pick("Whom?", choices, hints=said)
        self.fields["name"] = Line(
            "If somebody else, their name" if self.at.pool else "Name", required=not self.at.pool
        )
        self.fields["account"] = Email(
            "E-mail address they sign in with",
            hint="Leave it empty if they do not, or if the pool has it. They see this representation alone.",
        )
        self.fields["comes_from"] = Pick(
            "Where are they from?", COMES_FROM.items(), hint="Left open, the pool’s word is taken.", required=False
        )
        self.fields["until"] = Day("Until when may they sign in to see it?", required=False)

    def clean(self) -> dict[str, Any]:
        """Somebody of the pool takes the post and is not away; somebody else has a name."""
        given = super().clean() or {}
        chosen = self.chosen
        if chosen and given.get("post") and given["post"] not in chosen.posts:
            post = word({}, given["post"]).lower()
            self.add_error("member", f"{chosen.name} is not in the pool as {post}. Choose somebody who is")
        if chosen and chosen.away:
            self.add_error("member", f"{chosen.name} cannot be asked: {chosen.away}. Choose somebody else")
        if given.get("member") == SOMEBODY_ELSE and not given.get("name"):
            self.add_error("name", "Enter the name")
        return given

    @property
    def chosen(self) -> Candidate | None:
        """Who of the pool was chosen, None for somebody else."""
        number = self.cleaned_data.get("member", "")
        return next((each for each in self.at.pool if str(each.number) == number), None)

    def values(self) -> dict[str, Any]:
        """Name and address from the pool, where they are chosen from it."""
        given, chosen = dict(self.cleaned_data), self.chosen
        given.pop("member", None)
        given["comes_from"] = given["comes_from"] or NOT_RECORDED
        if chosen is None:
            return given
        if given["comes_from"] == NOT_RECORDED:
            given["comes_from"] = "external" if chosen.outside else "internal"
        return given | {
            "member": chosen.number,
            "name": chosen.name,
            "account": given["account"] or chosen.account,
        }


def unappointed(at: Situation) -> list[str]:
    """A sentence for each post that the stage needs from outside the service and that too few were appointed to."""
    if at.stage is None:
        return []
    appointed = [each.post for each in at.state.appointments if each.stage == at.step.stage]
    return [
        f"{word({}, post.name)}: {appointed.count(post.name) or 'none'} of {post.number} appointed. {rule_of(post)}"
        for post in at.stage.posts
        if post.name in TO_APPOINT and appointed.count(post.name) < post.number
    ]


class EndAppointment(StepForm):
    """An appointment ends."""

    verb, action = "end_appointment", end_appointment
    title, button = "End an appointment", "End the appointment"
    when, done = "On which day does it end?", "The appointment is ended. They see this representation no longer."

    def ask(self) -> None:
        """Which, and why."""
        standing = [
            (str(each.number), f"{word({}, each.post)}: {self.at.words.get(each.words, 'name not shown')}")
            for each in self.at.state.appointments
            if each.ended_on is None
        ]
        self.fields["appointment"] = Pick("Whose appointment?", standing, coerce=int)
        self.fields["why"] = Text("Why does it end?", hint="For example: the report is delivered.")


class HoldPanel(StepForm):
    """The review panel met."""

    verb, action = "hold_panel", hold_panel
    title, button = "Record that the panel met", "Record it"
    when, done = "On which day did the panel meet?", "It is recorded that the panel met."

    @property
    def notes(self) -> list[str]:
        """Whom the panel lacks."""
        return unappointed(self.at)


class ReceiveRecommendations(StepForm):
    """The panel's recommendations arrived."""

    verb, action = "receive_recommendations", receive_recommendations
    title, button = "Record the panel’s recommendations", "Record them"
    when, done = "When did they reach the council?", "The recommendations are recorded."
    recommendations = Text("What does the panel recommend?", required=False)
