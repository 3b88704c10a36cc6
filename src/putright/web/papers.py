"""What the pages of letters and documents need to know of a representation, and who may see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate, now

from putright.authorities import Authority
from putright.casework import queries, setting
from putright.casework.actions.base import Writing
from putright.casework.log import words_beside
from putright.correspondence.letters import Sender
from putright.correspondence.letters_filling import Subject
from putright.record.actor import Actor
from putright.record.events import Entry
from putright.record.parts import Document, Letter
from putright.record.replay import replay, standing_entries
from putright.record.state import State
from putright.rules import Book
from putright.web.permission import actor_of, council_of


@dataclass(frozen=True)
class Papers:
    """A representation with the personal words that its letters and documents are made of."""

    number: int
    state: State
    entries: Sequence[Entry]
    words: Mapping[str, str]
    council: Authority
    book: Book
    actor: Actor
    today: date

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
                if document.confidential and not self.may_open_confidential:
                    raise PermissionDenied("This document is confidential to those who see all representations.")
                return document
        raise Http404("There is no such document.")

    @property
    def may_open_confidential(self) -> bool:
        """Confidential documents are for those who see all of the council's representations."""
        return self.actor.may("see_cases")


def papers_of(request: HttpRequest, number: int, verb: str = "see_words") -> Papers:
    """The representation as whoever makes this request meets it.

    404 for one they may not see; 403 where their roles give neither personal words nor `verb`.
    """
    actor, today = actor_of(request), localdate()
    get_object_or_404(queries.representations_seen_by(actor, today), id=number)
    if not actor.may("see_words"):
        raise PermissionDenied("Letters and documents hold personal words, which your role does not include.")
    if not actor.may(verb):
        raise PermissionDenied(f"Your role does not include this step: {verb.replace('_', ' ')}.")
    entries = queries.log_of(number)
    state = replay(entries)
    assert state is not None
    standing = standing_entries(entries)
    return Papers(number, state, standing, words_beside(standing), council_of(request), setting.book(), actor, today)
