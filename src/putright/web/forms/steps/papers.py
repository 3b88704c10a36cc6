"""Correspondence that is put on the record by hand."""

from __future__ import annotations

from putright.casework.actions.record_correspondence import record_correspondence
from putright.web.forms.steps.fields import Pick, Text
from putright.web.forms.steps.lists import CHANNELS, DIRECTIONS, OTHER_SIDES, PARTY_ROLES, word
from putright.web.forms.steps.step_form import StepForm


class RecordCorrespondence(StepForm):
    """An e-mail, a letter, a call or a meeting."""

    verb, action = "record_correspondence", record_correspondence
    title, button = "Add a note of a call, e-mail or letter", "Add the note"
    when, done = "When was it?", "The note is on the record."

    def ask(self) -> None:
        """Which way, how, with whom, and what was said. With whom is kept as a role, never as a name."""
        roles = dict.fromkeys(["complainant", *(party.role for party in self.at.state.parties)])
        sides = [*((role, word(PARTY_ROLES, role)) for role in roles), *OTHER_SIDES.items()]
        self.fields["direction"] = Pick("Which way did it go?", DIRECTIONS.items())
        self.fields["channel"] = Pick("What was it?", CHANNELS.items())
        self.fields["party"] = Pick("With whom?", sides)
        self.fields["text"] = Text("What was said?")
