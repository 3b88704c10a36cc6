"""A second person reads a letter before it goes."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.actions.draft_letter import letter_numbered
from putright.casework.log import Dated
from putright.record.events import LetterVetted
from putright.record.state import State
from putright.record.steps import Step


def vet_letter(writing: Writing, *, on: date, letter: int, approved: bool, why: str = "") -> State:
    """Approve the letter, or send it back with the reason `why`. Whoever wrote it may not."""

    def events(state: State, _asked: Step) -> list[Dated]:
        read = letter_numbered(state, letter)
        if not read.waits_to_be_read:
            raise NotPermitted(f"Letter {letter} does not wait to be read by a second person.")
        if read.drafted_by == writing.actor.post:
            raise NotPermitted(f"{read.drafted_by} wrote this letter. Somebody in another post has to read it.")
        if not approved and not why.strip():
            raise NotPermitted("Say what is to be changed, so that the letter can be written again.")
        return [Dated(LetterVetted(letter, approved), on, why)]

    return perform(writing, "vet_letter", events)
