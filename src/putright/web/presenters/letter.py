"""One letter of a representation as it stands: its text, what happened to it, and what may be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.forms import Form

from putright.correspondence.letters import Letters, LetterTemplate
from putright.correspondence.letters_fields import gaps_in
from putright.correspondence.letters_filling import Subject
from putright.correspondence.letters_sending import sheet_of, way_it_went
from putright.correspondence.letters_sheet import Sheet
from putright.record import events as e
from putright.record.parts import Letter
from putright.record.steps import step
from putright.web.forms.steps.lists import PARTY_ROLES, word
from putright.web.papers import Papers
from putright.web.presenters.problems import error_of, problems_of
from putright.web.presenters.steps import step_href, verb_words
from putright.web.presenters.words import moment, plural

ERASED = "The text of this letter was erased."
FOLLOWS = {"acknowledgement": "acknowledge", "response": "respond"}
"""What a letter of a moment does by being sent, which is a step of its own."""


@dataclass(frozen=True)
class LetterPage:
    """One letter as it stands."""

    papers: Papers
    letters: Letters
    letter: Letter

    @staticmethod
    def unknown(letter: Letter) -> LetterTemplate:
        """A stand-in for the template of a letter whose file the council has taken away."""
        title = letter.template.replace("_", " ").capitalize()
        return LetterTemplate(letter.template, title, "other", "", to_be_vetted=letter.to_be_vetted)

    @property
    def sent_on(self) -> bool:
        """Whether it went."""
        return self.letter.sent_on is not None

    @property
    def sha256(self) -> str:
        """The digest of the letter as it went."""
        return self.letter.sha256

    @cached_property
    def template(self) -> LetterTemplate:
        """What it was written from."""
        return self.letters.templates.get(self.letter.template) or self.unknown(self.letter)

    @cached_property
    def subject(self) -> Subject:
        """What it is about."""
        return self.papers.subject(self.letters.sender, self.letter.stage)

    @property
    def text(self) -> str:
        """Its text, or that it was erased."""
        return self.papers.words.get(self.letter.words, ERASED)

    @property
    def gaps(self) -> list[str]:
        """What is still to be written."""
        return [gap.strip("[] \n") for gap in gaps_in(self.text)]

    @cached_property
    def sheet(self) -> Sheet:
        """The letter as it went, or as it would go today in the way that is preferred."""
        way, on = way_it_went(self.subject, self.letter), self.letter.sent_on or self.papers.today
        return sheet_of(self.subject, self.template, self.text, way, on)

    @property
    def follow(self) -> dict[str, str] | None:
        """The step that a letter which went leads to, where it may be taken and was not; None for none."""
        verb = FOLLOWS.get(self.template.moment)
        if not self.sent_on or verb is None:
            return None
        follows = step(self.papers.state, self.papers.book, verb, today=self.papers.today)
        href = step_href(follows, self.papers.actor, self.papers.number)
        return {"text": verb_words(verb), "href": href} if href else None

    @property
    def file_name(self) -> str:
        """What its files are called, without the ending."""
        return f"{self.papers.reference} letter {self.letter.number}"

    @property
    def standing(self) -> tuple[str, str]:
        """Where it stands, with the class of its tag."""
        letter = self.letter
        if letter.sent_on:
            return "Sent", "govuk-tag--green"
        if letter.sent_back:
            return "Sent back", "govuk-tag--red"
        if letter.waits_to_be_read:
            return "Waits to be read", "govuk-tag--yellow"
        return ("Approved", "govuk-tag--blue") if letter.vetted_on else ("Draft", "govuk-tag--grey")

    @property
    def history(self) -> list[str]:
        """What happened to it, in sentences, the first thing first."""
        return [sentence for entry in self.papers.entries if (sentence := self._told(entry))]

    def _told(self, entry: e.Entry) -> str:
        event = entry.event
        if getattr(event, "letter", None) != self.letter.number:
            return ""
        when = moment(entry.recorded_at)
        if isinstance(event, e.LetterDrafted):
            return f"Written by {entry.by}, {when}."
        if isinstance(event, e.LetterVetted):
            return f"{'Approved' if event.approved else 'Sent back'} by {entry.by}, {when}."
        assert isinstance(event, e.LetterSent)
        how = "by e-mail" if event.channel == "e_mail" else "by post"
        return f"Sent {how} to {role_words(event.party)} by {entry.by}, {when}."

    @property
    def sent_back(self) -> str:
        """Why the one who read it sent it back, empty if nobody did."""
        if not self.letter.sent_back:
            return ""
        read = [entry for entry in self.papers.entries if isinstance(entry.event, e.LetterVetted)]
        last = next(entry for entry in reversed(read) if entry.event.letter == self.letter.number)  # type: ignore[union-attr]
        return self.papers.words.get(last.words, "")

    @property
    def may_edit(self) -> bool:
        """Whether whoever looks may write it again."""
        return not self.sent_on and self.papers.actor.may("draft_letter")

    @property
    def may_vet(self) -> bool:
        """Whether whoever looks may read it as the second person."""
        actor = self.papers.actor
        return self.letter.waits_to_be_read and actor.may("vet_letter") and actor.post != self.letter.drafted_by

    @property
    def may_send(self) -> bool:
        """Whether whoever looks may send it now."""
        return self.letter.may_go and not self.gaps and self.papers.actor.may("send_letter")

    @property
    def why_not_sent(self) -> str:
        """Why it may not go yet, empty where it may or did."""
        if self.sent_on or self.letter.sent_back:
            return ""
        if self.gaps:
            return f"It cannot be sent yet: {plural(len(self.gaps), 'gap')} in it still to be written."
        if self.letter.waits_to_be_read and not self.may_vet:
            return "It cannot be sent yet: a second person, not the one who wrote it, has to read it."
        return ""

    def problems_of(self, form: Form) -> list[dict[str, str]]:
        """What could not be used of a form on the letter."""
        return problems_of(form)

    def error_of(self, form: Form, name: str) -> dict[str, str] | None:
        """The first fault of one field of a form on the letter."""
        return error_of(form, name)


def role_words(role: str) -> str:
    """A role within a sentence."""
    said = word(PARTY_ROLES, role)
    return said[:1].lower() + said[1:]
