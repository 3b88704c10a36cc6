"""An approver approves what is proposed."""

from __future__ import annotations

from putright.casework.actions.base import NoPermission, NotPermitted
from putright.issuing.actions.base import DraftWriting, perform
from putright.issuing.drafts import OpenedDraft
from putright.issuing.events import Approved
from putright.issuing.state import DraftState


def approve(writing: DraftWriting, *, seal: str) -> DraftState:
    """Approve what is frozen under `seal`, as one of the posts that were asked to; it is what the approver has read."""

    def events(opened: OpenedDraft) -> list[Approved]:
        waiting = [each.post for each in opened.state.approvers if each.post in writing.actor.posts]
        if not waiting:
            raise NoPermission(f"The post {writing.actor.post} was not asked to approve this report.")
        if seal != opened.state.seal:
            raise NotPermitted("What you read is not what is proposed now. Read it again.")
        return [Approved(post, seal) for post in waiting]

    return perform(writing, ["approve_reports"], "proposed", events)
