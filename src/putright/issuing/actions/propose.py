"""A draft is frozen and put before its approvers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from django.db import connection

from putright.casework.actions.base import NotPermitted
from putright.issuing.actions.base import DraftWriting, perform
from putright.issuing.contents import assembled, freeze
from putright.issuing.drafts import OpenedDraft
from putright.issuing.events import DraftEvent, Proposed
from putright.issuing.names import names_in
from putright.issuing.state import DraftState


def propose(writing: DraftWriting, *, let_stand: Collection[str] = ()) -> DraftState:
    """Freeze definition, facts, figures and every form of the draft, and ask its approvers.

    Names of people in the records that stand in the prose refuse it, but for those in `let_stand`.
    """

    opened = _to_be_proposed(writing)
    contents = assembled(opened, connection)
    found = names_in(contents.written.prose, opened.draft.authority)
    if left := [each.words for each in found if each.words not in let_stand]:
        raise NotPermitted(f"These could tell who somebody is: {', '.join(left)}. Take them out, or let them stand.")
    event = Proposed(freeze(contents), tuple(each.words for each in found))
    # Freezing takes seconds, so it is done before the database is held; whoever wrote meanwhile makes it a conflict.
    as_read = replace(writing, read_to=opened.state.position)
    return perform(as_read, ["draft_reports"], "drafting", lambda _: [event])


def _to_be_proposed(writing: DraftWriting) -> OpenedDraft:
    """The draft, if it may be proposed at all."""
    found: list[OpenedDraft] = []

    def look(opened: OpenedDraft) -> list[DraftEvent]:
        if not opened.state.approvers:
            raise NotPermitted("Nobody was asked to approve the report. Name an approver first.")
        found.append(opened)
        return []

    perform(writing, ["draft_reports"], "drafting", look)
    return found[0]
