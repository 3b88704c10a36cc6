"""A draft: where it stands, who is to write and to approve by when, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from putright.issuing.drafts import OpenedDraft
from putright.issuing.state import Approver, Contributor
from putright.record.actor import Actor
from putright.reporting.commentary import Chapter, chapters
from putright.reporting.readiness import Readiness
from putright.reporting.report import ReportDefinition
from putright.web.presenters.issuing.people import fields
from putright.web.presenters.readiness import score_words
from putright.web.presenters.report import Place
from putright.web.presenters.words import long_date, moment

STATUS = {
    "drafting": ("Being written", "govuk-tag--blue"),
    "proposed": ("To be approved", "govuk-tag--yellow"),
    "issued": ("Issued", "govuk-tag--green"),
    "abandoned": ("Given up", "govuk-tag--grey"),
}


@dataclass(frozen=True)
class DraftFrame:
    """What every page of a draft shows: its title and its address."""

    opened: OpenedDraft
    definition: ReportDefinition

    @property
    def number(self) -> int:
        """Its number."""
        return int(self.opened.draft.id)

    @property
    def title(self) -> str:
        """The report's title for its months."""
        return self.opened.draft.period.label(self.definition.title)

    @property
    def place(self) -> Place:
        """Where the live report stands among the pages."""
        return Place.of(self.definition.slug, self.opened.draft.period)

    @property
    def trail(self) -> list[dict[str, str]]:
        """The way to it."""
        return [
            {"text": "Drafts and issued reports", "href": reverse("issued-reports")},
            {"text": f"Draft of {self.title}", "href": reverse("draft", args=[self.number])},
        ]


@dataclass(frozen=True)
class DraftPage(DraftFrame):
    """The page of a draft for an actor."""

    actor: Actor
    readiness: Readiness

    @property
    def status(self) -> tuple[str, str]:
        """Where it stands, and the colour of its tag."""
        return STATUS[self.opened.state.status]

    @property
    def about(self) -> str:
        """Who began it when, and what it supersedes."""
        draft = self.opened.draft
        begun = f"Begun by the {draft.by} on {moment(draft.started_at)}."
        return f"{begun} It will supersede edition {draft.supersedes.edition}." if draft.supersedes else begun

    @property
    def sent_back(self) -> str:
        """Why it came back, empty if it did not."""
        return self.opened.state.sent_back

    @property
    def chapters(self) -> list[dict[str, Any]]:
        """Each chapter, who writes for it and how far they are, as items of a task list."""
        return [
            {
                "title": {"text": chapter.title},
                "hint": {"text": self._hint(chapter)} if self._hint(chapter) else None,
                "href": reverse("draft-chapter", args=[self.number, chapter.key]) if self.may_write else None,
                "status": self._chapter_status(chapter),
            }
            for chapter in chapters(self.definition.document)
        ]

    def _hint(self, chapter: Chapter) -> str:
        waited = [each for each in self.opened.state.waited_for if each.chapter == chapter.key]
        return "; ".join(f"{each.post}, by {long_date(each.due_on)}" for each in waited)

    def _chapter_status(self, chapter: Chapter) -> dict[str, Any]:
        if self._hint(chapter):
            return {"tag": {"text": "Waited for", "classes": "govuk-tag--yellow"}}
        written = [each for each in self.opened.state.commentary if each.chapter == chapter.key and each.text]
        if not written:
            return {"text": "Nothing to be written"}
        if all(each.is_finished for each in written):
            return {"text": "Finished"}
        return {"tag": {"text": "Begun", "classes": "govuk-tag--blue"}}

    @property
    def approvers(self) -> list[dict[str, str]]:
        """Each approver, by when, and whether they have approved."""
        return [
            {
                "post": each.post,
                "asked": long_date(each.named_on),
                "due": long_date(each.due_on),
                "approved": moment(each.approved_at) if each.approved_at else "Not yet",
            }
            for each in self.opened.state.approvers
        ]

    @property
    def checks(self) -> list[dict[str, Any]]:
        """The pages on which it is looked at before it goes out, as items of a task list."""
        links = [
            ("Readiness of the records", self.place.href("report-readiness"), score_words(self.readiness.score)),
            ("Claims, names and checks", self._page("draft-checks"), ""),
            ("What was issued before", self._page("draft-compare"), ""),
            ("Small numbers", self._page("draft-disclosure"), ""),
            ("How it will look", self._page("draft-preview"), ""),
        ]
        return [{"title": {"text": t}, "href": href, "status": {"text": s or "Look"}} for t, href, s in links]

    def _page(self, name: str) -> str:
        return reverse(name, args=[self.number])

    @property
    def may_write(self) -> bool:
        """Whether commentary can be written, at this stage by this actor."""
        may = self.actor.may("draft_reports") or self.actor.may("contribute_to_reports")
        return may and self.opened.state.status == "drafting"

    @property
    def may_ask(self) -> bool:
        """Whether people can be asked to write and to approve."""
        return self.actor.may("draft_reports") and self.opened.state.status == "drafting"

    @property
    def may_approve(self) -> bool:
        """Whether this actor is waited for."""
        waiting = {each.post for each in self.opened.state.approvers if each.approved_at is None}
        is_asked = self.actor.may("approve_reports") and not waiting.isdisjoint(self.actor.posts)
        return is_asked and self.opened.state.status == "proposed"

    @property
    def may_send_back(self) -> bool:
        """Whether this actor can let it go back to be written."""
        may = self.actor.may("draft_reports") or self.actor.may("approve_reports")
        return may and self.opened.state.status == "proposed"

    @property
    def may_issue(self) -> bool:
        """Whether this actor can issue it now."""
        state = self.opened.state
        return self.actor.may("issue_reports") and state.status == "proposed" and state.is_approved


@dataclass(frozen=True)
class PeoplePage(DraftFrame):
    """Who is asked to write and to approve."""

    form_for_contributors: Any
    form_for_approvers: Any
    contributors: Sequence[str]
    approvers: Sequence[str]

    @property
    def write_fields(self) -> dict[str, Any]:
        """The fields by which a post is asked to write."""
        written = chapters(self.definition.document)
        return fields(self.form_for_contributors, "write-", self.contributors, written)

    @property
    def approve_fields(self) -> dict[str, Any]:
        """The fields by which a post is asked to approve."""
        return fields(self.form_for_approvers, "approve-", self.approvers)

    @property
    def asked_to_write(self) -> list[Contributor]:
        """The contributors, the first due first."""
        return sorted(self.opened.state.contributors, key=lambda each: (each.due_on, each.chapter, each.post))

    @property
    def asked_to_approve(self) -> list[Approver]:
        """The approvers, the first due first."""
        return sorted(self.opened.state.approvers, key=lambda each: (each.due_on, each.post))

    def chapter_title(self, key: str) -> str:
        """What a chapter is called."""
        return next((each.title for each in chapters(self.definition.document) if each.key == key), key)

    def day(self, on: Any) -> str:
        """A day in words."""
        return long_date(on)
