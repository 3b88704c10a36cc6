"""A report that was approved is issued."""

from __future__ import annotations

from putright.casework.actions.base import NotPermitted
from putright.issuing.actions.base import DraftWriting, perform
from putright.issuing.contents import manifest_of
from putright.issuing.drafts import OpenedDraft
from putright.issuing.events import Issued
from putright.issuing.models import IssuedReport
from putright.issuing.state import DraftState


def issue(writing: DraftWriting) -> DraftState:
    """Issue what is proposed, as it is, once every approver has approved it and one of them is somebody else."""

    def events(opened: OpenedDraft) -> list[Issued]:
        state, draft = opened.state, opened.draft
        if waiting := [each.post for each in state.approvers if each.approved_at is None]:
            raise NotPermitted(f"It is not approved yet by: {', '.join(waiting)}.")
        if not any(each.post != writing.actor.post for each in state.approvers):
            raise NotPermitted("Nobody but you has approved it. A second person has to.")
        edition = draft.supersedes.edition + 1 if draft.supersedes else 1
        approvals = [
            {"post": each.post, "at": each.approved_at.isoformat()} for each in state.approvers if each.approved_at
        ]
        IssuedReport.objects.create(
            authority=draft.authority,
            report=draft.report,
            first=draft.first,
            last=draft.last,
            edition=edition,
            title=manifest_of(state.seal)["title"],
            seal=state.seal,
            approvals=approvals,
            issued_at=writing.now,
            by=writing.actor.post,
            supersedes=draft.supersedes,
        )
        return [Issued(edition)]

    return perform(writing, ["issue_reports"], "proposed", events)
