"""Linking: with another representation, into another, and in two."""

from __future__ import annotations

from putright.casework.actions.link import link
from putright.casework.actions.merge import merge
from putright.casework.actions.split import split
from putright.web.forms.steps.fields import Line, Pick, PickSome, Text
from putright.web.forms.steps.lists import LINKS
from putright.web.forms.steps.step_form import StepForm


class Link(StepForm):
    """It has to do with another one."""

    verb, action = "link", link
    title, button = "Link it to another", "Link them"
    when, done = "When was this seen?", "The link is recorded."
    reference = Line("Reference of the other one")
    how = Pick("What has it to do with it?", LINKS.items())


class Merge(StepForm):
    """It goes on as part of another, and ends here."""

    verb, action = "merge", merge
    title, button = "Merge it into another", "Merge it"
    when, done = "When was this decided?", "It is merged, and goes on as part of the other one."
    warning = (
        "This one ends here and goes on as part of the other. The complainant should be told the reference to use."
    )
    into = Line("Reference of the one it goes on in")
    why = Text("Why are they handled as one?")


class Split(StepForm):
    """Some of its concerns go on by themselves."""

    verb, action = "split", split
    title, button = "Split it into two", "Split it"
    when, done = "When was this decided?", "It is split. The concerns chosen go on under the new reference."
    warning = "The concerns chosen end here and go on in a new representation, received on the same day as this one."

    def ask(self) -> None:
        """Which concerns go, and under which reference."""
        pursued = [(str(each.number), self.at.concern(each)) for each in self.at.pursued]
        self.fields["concerns"] = PickSome("Which concerns go on by themselves?", pursued, coerce=int)
        self.fields["reference"] = Line(
            "Reference of the new one", hint="Left empty, it is given the council’s next one.", required=False
        )
        self.fields["why"] = Text("Why are they handled apart?")

    @property
    def notes(self) -> list[str]:
        """What is needed first."""
        return [] if self.at.pursued else ["No concern is written down. Add each concern first, then split it."]
