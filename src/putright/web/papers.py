"""A representation as the pages of letters and documents know it, and who may see those."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.timezone import now

from putright.casework.actions.base import Writing
from putright.correspondence.letters import Sender
from putright.correspondence.letters_filling import Subject
from putright.record.parts import Document, Letter
from putright.record.replay import standing_entries
from putright.web.forms.steps.seen import Seen
from putright.web.presenters.steps import verb_words
from putright.web.situations import seen_by


@dataclass(frozen=True)
class Papers(Seen):
    """A representation with the personal words that its letters and documents are made of; voided entries left out."""

    @property
    def reference(self) -> str:
        """The council's reference."""
        return self.state.received.reference

    def subject(self, sender: Sender, stage: str = "") -> Subject:
        """The representation as a letter is filled from it."""
        return Subject(
            self.state, self.entries, self.words, self.council, self.book, sender, self.actor.post, self.today, stage
        )

    def writing(self, read_to: int | None) -> Writing:
        """Whoever is at the page, about to write; `read_to` is the last entry they had seen."""
        return Writing(self.actor, self.number, read_to, self.today, now())

    def letter(self, number: int) -> Letter:
        """The letter of this number; 404 if there is none."""
        for letter in self.state.letters:
            if letter.number == number:
                return letter
        raise Http404("There is no such letter.")

    def document(self, number: int) -> Document:
        """The document of this number; 404 if there is none, 403 where it is confidential to others."""
        for document in self.state.documents:
            if document.number == number:
                if document.confidential and not self.actor.may("see_cases"):
                    raise PermissionDenied("This document is confidential to those who see all representations.")
                return document
        raise Http404("There is no such document.")


def papers_of(request: HttpRequest, number: int, verb: str = "see_words") -> Papers:
    """The representation as whoever makes this request meets it.

    404 for one they may not see; 403 where their roles give neither personal words nor `verb`.
    """
    _, seen = seen_by(request, number)
    if not seen.actor.may("see_words"):
        raise PermissionDenied("Letters and documents hold personal words, which your role does not include.")
    if not seen.actor.may(verb):
        raise PermissionDenied(f"“{verb_words(verb)}” needs another role than yours.")
    standing = replace(seen, entries=standing_entries(seen.entries))
    return Papers(**{name: getattr(standing, name) for name in Seen.__dataclass_fields__})
