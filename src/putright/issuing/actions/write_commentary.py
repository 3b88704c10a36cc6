"""Commentary is written for a chapter."""

from __future__ import annotations

from putright.casework import setting
from putright.casework.actions.base import NoPermission, NotPermitted
from putright.issuing.actions.base import DraftWriting, perform
from putright.issuing.drafts import OpenedDraft
from putright.issuing.events import CommentaryWritten
from putright.issuing.state import DraftState
from putright.oversight.reports import report_definition
from putright.reporting.commentary import chapters, faults_in


class FaultyCommentary(NotPermitted):
    """Commentary that the report cannot be made with; `faults` says what, and what to do."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__(". ".join(faults))
        self.faults = faults


def write_commentary(writing: DraftWriting, *, chapter: str, post: str, text: str, is_finished: bool) -> DraftState:
    """Put `text` into a chapter under the name of `post`.

    Whoever drafts reports may write for any post; a contributor only for its own, and where it was asked to.
    """
    actor = writing.actor

    def events(opened: OpenedDraft) -> list[CommentaryWritten]:
        if not actor.may("draft_reports") and (post not in actor.posts or post not in opened.state.writers(chapter)):
            raise NoPermission(f"The post {actor.post} was not asked to write this.")
        definition = report_definition(setting.authority(actor.authority), opened.draft.report)
        if chapter not in {each.key for each in chapters(definition.document)}:
            raise NotPermitted(f"The report has no chapter {chapter}.")
        if faults := faults_in(definition, text):
            raise FaultyCommentary(faults)
        return [CommentaryWritten(chapter, post, text, is_finished)]

    return perform(writing, ["draft_reports", "contribute_to_reports"], "drafting", events)
