"""Reading drafts, always as one council's."""

from __future__ import annotations

from dataclasses import dataclass

from putright.issuing.events import Entry, read
from putright.issuing.models import Draft, DraftEntry, IssuedReport
from putright.issuing.state import DraftState, replay
from putright.reporting.period import Period


class NoDraft(LookupError):
    """There is no such draft at this council."""


@dataclass(frozen=True)
class OpenedDraft:
    """A draft with what happened to it and what that comes to."""

    draft: Draft
    entries: tuple[Entry, ...]
    state: DraftState


def open_draft(authority: str, number: int) -> OpenedDraft:
    """A draft of a council by its number; NoDraft where there is none."""
    draft = Draft.objects.select_related("supersedes").filter(authority=authority, id=number).first()
    if draft is None:
        raise NoDraft(f"There is no draft {number} at this council.")
    entries = entries_of(draft)
    return OpenedDraft(draft, entries, replay(entries))


def entries_of(draft: Draft) -> tuple[Entry, ...]:
    """What happened to a draft, in order."""
    rows = DraftEntry.objects.filter(draft=draft).order_by("position")
    return tuple(Entry(read(row.kind, row.event), row.at, row.by) for row in rows)


def drafts_of(authority: str) -> list[Draft]:
    """The drafts of a council that are still to be issued, the latest first."""
    rows = Draft.objects.filter(authority=authority, status__in=("drafting", "proposed"))
    return list(rows.select_related("supersedes").order_by("-id"))


def draft_under_way(authority: str, report: str, period: Period) -> Draft | None:
    """The draft of a report on a period that is still to be issued."""
    rows = Draft.objects.filter(authority=authority, report=report, first=period.first, last=period.last)
    return rows.filter(status__in=("drafting", "proposed")).first()


def latest_issue(authority: str, report: str, period: Period) -> IssuedReport | None:
    """The edition of a report on a period that nothing supersedes."""
    rows = IssuedReport.objects.filter(authority=authority, report=report, first=period.first, last=period.last)
    return rows.order_by("-edition").first()
