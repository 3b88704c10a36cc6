"""A post is named, or released, as contributor to a chapter."""

from __future__ import annotations

from datetime import date

from putright.casework.actions.base import NotPermitted
from putright.issuing.actions.base import DraftWriting, perform
from putright.issuing.drafts import OpenedDraft
from putright.issuing.events import ContributorNamed, ContributorReleased
from putright.issuing.state import DraftState


def name_contributor(writing: DraftWriting, *, chapter: str, post: str, due_on: date) -> DraftState:
    """Ask a post to write for a chapter by a day."""
    if due_on < writing.today:
        raise NotPermitted("The day by which it is to be written has passed. Give a day from today on.")
    return perform(writing, ["draft_reports"], "drafting", lambda _: [ContributorNamed(chapter, post, due_on)])


def release_contributor(writing: DraftWriting, *, chapter: str, post: str) -> DraftState:
    """Ask a post no longer."""

    def events(opened: OpenedDraft) -> list[ContributorReleased]:
        if post not in opened.state.writers(chapter):
            raise NotPermitted(f"The post {post} was not asked to write for this chapter.")
        return [ContributorReleased(chapter, post)]

    return perform(writing, ["draft_reports"], "drafting", events)
