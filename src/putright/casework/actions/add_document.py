"""Documents whose bytes are kept are put on the record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from putright.casework.actions.base import NotPermitted, Writing, perform
from putright.casework.documents import NewDocument
from putright.casework.log import Dated
from putright.record.events import DocumentAdded
from putright.record.state import State


def add_document(writing: Writing, *, on: date, documents: Sequence[NewDocument]) -> State:
    """Put these documents on the record, all or none; each is named by its words and found by its digest."""
    return perform(writing, "add_document", lambda state, _asked: added(state, documents, on))


def added(state: State, documents: Sequence[NewDocument], on: date) -> list[Dated]:
    """What is appended for these documents, numbered on from those there are; NotPermitted for one that is there."""
    known = {each.sha256: each.number for each in state.documents}
    next_number = max((each.number for each in state.documents), default=0) + 1
    dated = []
    for number, new in enumerate(documents, next_number):
        if new.sha256 in known:
            raise NotPermitted(f"{new.name} is on the record already, as document {known[new.sha256]}.")
        known[new.sha256] = number
        event = DocumentAdded(number, new.sha256, new.media_type, new.size, new.confidential)
        dated.append(Dated(event, on, new.name))
    return dated
