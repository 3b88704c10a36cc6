"""An exchange, in or out, is put on the record with what it said and the documents that came or went with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from putright.casework.actions.add_document import added
from putright.casework.actions.base import Writing, perform
from putright.casework.documents import NewDocument
from putright.casework.log import Dated
from putright.record.events import CorrespondenceRecorded, DocumentAdded
from putright.record.state import State
from putright.record.steps import Step


def record_correspondence(
    writing: Writing,
    *,
    on: date,
    direction: str,
    channel: str,
    party: str,
    text: str,
    message: str = "",
    documents: Sequence[NewDocument] = (),
) -> State:
    """Record one exchange with `party`; its `documents` go on the record in the same step."""

    def events(state: State, _asked: Step) -> list[Dated]:
        papers = added(state, documents, on)
        numbers = tuple(each.event.document for each in papers if isinstance(each.event, DocumentAdded))
        return [Dated(CorrespondenceRecorded(direction, channel, party, message, numbers), on, text), *papers]

    return perform(writing, "record_correspondence", events)
