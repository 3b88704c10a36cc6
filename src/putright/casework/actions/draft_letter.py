"""A letter is written, or written again."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.log import Dated
from putright.record.events import LetterDrafted
from putright.record.parts import Letter
from putright.record.state import State
from putright.record.steps import Step


def draft_letter(
    writing: Writing,
    *,
    on: date,
    template: str,
    text: str,
    stage: str = "",
    to_be_vetted: bool = False,
    letter: int | None = None,
) -> State:
    """Keep the text of a letter made from `template`; `letter` is the number of one to write again, None for new.

    A letter that is written again has to be read again, if it had to be read at all.
    """

    def events(state: State, _asked: Step) -> list[Dated]:
        if not text.strip():
            raise NotPermitted("The letter has no text. Write it.")
        number = letter or max((each.number for each in state.letters), default=0) + 1
        if letter and letter_numbered(state, letter).sent_on:
            raise NotPermitted("The letter was sent and is kept as it went. Write a new one.")
        return [Dated(LetterDrafted(number, template, stage, to_be_vetted), on, text)]

    return perform(writing, "draft_letter", events)


def letter_numbered(state: State, number: int) -> Letter:
    """The letter with this number; NotPermitted if there is none."""
    for letter in state.letters:
        if letter.number == number:
            return letter
    raise NotPermitted(f"There is no letter {number} on this representation.")
