"""Triage a representation."""

from __future__ import annotations

from datetime import date

from putright.casework import setting
from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.log import Dated
from putright.record.events import Triaged
from putright.record.state import NO_PROCEDURE, State


def triage(writing: Writing, *, on: date, procedure: str, answers: tuple[str, ...] = (), reason: str = "") -> State:
    """It is decided under which procedure the representation is handled, ``not_applicable`` for none.

    `answers` are those to the procedure's questions, each ``question=answer``; `reason` why it was decided so.
    """
    adopted = setting.authority(writing.actor.authority).procedures
    if procedure != NO_PROCEDURE and procedure not in adopted:
        raise NotPermitted(f"The council has not adopted the procedure {procedure}. It has: {', '.join(adopted)}.")
    return perform(writing, "triage", lambda _state, _asked: [Dated(Triaged(procedure, answers), on, reason)])
