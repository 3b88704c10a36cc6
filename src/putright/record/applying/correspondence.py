"""Correspondence, documents and letters."""

from __future__ import annotations

from putright.record import events as e
from putright.record.applying.applies import applies, numbered
from putright.record.parts import Document, Letter
from putright.record.state import State


@applies(e.CorrespondenceRecorded)
def _correspondence_recorded(state: State, _entry: e.Entry, _event: e.CorrespondenceRecorded) -> None:
    state.correspondence += 1


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
