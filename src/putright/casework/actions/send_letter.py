"""A letter goes out and is kept as it went."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.actions.draft_letter import letter_numbered
from putright.casework.log import Dated
from putright.record.events import LetterSent
from putright.record.state import State
from putright.record.steps import Step


def send_letter(
    writing: Writing,
    *,
    on: date,
    letter: int,
    channel: str,
    sha256: str,
    party: str = "complainant",
    deliver: Callable[[], None] | None = None,
) -> State:
    """Record that the letter went out to the party in this role; its document is kept under `sha256`.

    `deliver` hands it over and raises if that fails, and then nothing is recorded: a record never says that a letter
    went which did not. It is called last, when everything that could refuse the step has let it pass.
    """

    def events(state: State, _asked: Step) -> list[Dated]:
        going = letter_numbered(state, letter)
        if going.sent_on:
            raise NotPermitted(f"Letter {letter} was sent already.")
        if not going.may_go:
            raise NotPermitted(f"Letter {letter} has to be read and approved by a second person before it goes.")
        if not state.received_on <= on <= writing.today:
            raise NotPermitted("A letter goes on a day between the day of receipt and today.")
        if deliver:
            deliver()
        return [Dated(LetterSent(letter, channel, sha256, party), on)]

    return perform(writing, "send_letter", events)
