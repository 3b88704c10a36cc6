"""Correspondence, documents and letters."""

from __future__ import annotations

from datetime import date

from putright.record import events as e
from putright.record.applying.applies import applies, numbered
from putright.record.parts import Document, Letter, LetterIn
from putright.record.state import State

LETTERS = ("letter", "e_mail")
"""Channels of what is itself to be acknowledged; a call or a meeting was answered as it took place."""


@applies(e.CorrespondenceRecorded)
def _correspondence_recorded(state: State, entry: e.Entry, event: e.CorrespondenceRecorded) -> None:
    state.correspondence += 1
    if event.direction == "out":
        _contacted(state, entry.happened_on)
    elif event.channel in LETTERS:
        state.letters_in.append(LetterIn(entry.happened_on))


def _contacted(state: State, on: date) -> None:
    """Something went out: the first contact, if none was before, and what answers the letters that came till then."""
    state.contacted_on = min(state.contacted_on or on, on)
    for letter in state.letters_in:
        if letter.came_on <= on and letter.answered_on is None:
            letter.answered_on = on


@applies(e.DocumentAdded)
def _document_added(state: State, entry: e.Entry, event: e.DocumentAdded) -> None:
    state.documents.append(
        Document(
            event.document,
            event.sha256,
            event.media_type,
            event.size,
            event.confidential,
            entry.happened_on,
            entry.words,
        )
    )


@applies(e.LetterDrafted)
def _letter_drafted(state: State, entry: e.Entry, event: e.LetterDrafted) -> None:
    drafted = Letter(
        event.letter, event.template, event.stage, entry.words, drafted_by=entry.by, to_be_vetted=event.to_be_vetted
    )
    state.letters = [letter for letter in state.letters if letter.number != event.letter] + [drafted]


@applies(e.LetterVetted)
def _letter_vetted(state: State, entry: e.Entry, event: e.LetterVetted) -> None:
    letter = numbered(state.letters, event.letter, entry, "letter")
    letter.vetted_on = entry.happened_on if event.approved else None
    letter.sent_back = not event.approved


@applies(e.LetterSent)
def _letter_sent(state: State, entry: e.Entry, event: e.LetterSent) -> None:
    letter = numbered(state.letters, event.letter, entry, "letter")
    letter.sent_on, letter.sha256 = entry.happened_on, event.sha256
    letter.channel, letter.party = event.channel, event.party
    state.correspondence += 1
    _contacted(state, entry.happened_on)
