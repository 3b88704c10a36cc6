"""A post is named, or released, as approver."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import NotPermitted
from putright.issuing.actions.base import DraftWriting, perform
from putright.issuing.drafts import OpenedDraft
from putright.issuing.events import ApproverNamed, ApproverReleased
from putright.issuing.state import DraftState


def name_approver(writing: DraftWriting, *, post: str, due_on: date) -> DraftState:
    """Ask a post to approve the report by a day."""
    if due_on < writing.today:
        raise NotPermitted("The day by which it is to be approved has passed. Give a day from today on.")
    return perform(writing, ["draft_reports"], "drafting", lambda _: [ApproverNamed(post, due_on)])


def release_approver(writing: DraftWriting, *, post: str) -> DraftState:
    """Ask a post no longer."""

    def events(opened: OpenedDraft) -> list[ApproverReleased]:
        if post not in {each.post for each in opened.state.approvers}:
            raise NotPermitted(f"The post {post} was not asked to approve this report.")
        return [ApproverReleased(post)]

    return perform(writing, ["draft_reports"], "drafting", events)
