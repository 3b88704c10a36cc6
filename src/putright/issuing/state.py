"""What a draft's entries come to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from putright.authorities.publishing import DisclosureRules, Method
from putright.issuing import events as e

Status = Literal["drafting", "proposed", "issued", "abandoned"]


@dataclass(frozen=True)
class Contributor:
    """A post that is to write for a chapter by a day."""

    chapter: str
    post: str
    due_on: date
    named_on: date


@dataclass(frozen=True)
class Written:
    """What stands for a chapter under the name of a post; `by` is who wrote it last."""

    chapter: str
    post: str
    text: str
    is_finished: bool
    by: str
    at: datetime


@dataclass(frozen=True)
class Approver:
    """A post that is to approve by a day; `approved_at` is None until it has."""

    post: str
    due_on: date
    named_on: date
    approved_at: datetime | None = None


@dataclass(frozen=True)
class DraftState:
    """A draft as it stands. `disclosure` is None while it is the council's; `seal` is empty unless it is proposed."""

    position: int = 0
    status: Status = "drafting"
    contributors: tuple[Contributor, ...] = ()
    commentary: tuple[Written, ...] = ()
    approvers: tuple[Approver, ...] = ()
    disclosure: DisclosureRules | None = None
    why_disclosure: str = ""
    seal: str = ""
    names: tuple[str, ...] = ()
    sent_back: str = ""

    def writers(self, chapter: str) -> tuple[str, ...]:
        """The posts that are to write for a chapter."""
        return tuple(each.post for each in self.contributors if each.chapter == chapter)

    def written(self, chapter: str, post: str) -> Written | None:
        """What a post wrote for a chapter."""
        return next((each for each in self.commentary if (each.chapter, each.post) == (chapter, post)), None)

    @property
    def waited_for(self) -> tuple[Contributor, ...]:
        """The contributors whose commentary is not finished."""
        return tuple(each for each in self.contributors if not self._is_finished(each))

    @property
    def is_approved(self) -> bool:
        """Whether every approver has approved what is proposed, and there is one."""
        return bool(self.approvers) and all(each.approved_at for each in self.approvers)

    def _is_finished(self, contributor: Contributor) -> bool:
        written = self.written(contributor.chapter, contributor.post)
        return written is not None and written.is_finished


def replay(entries: Iterable[e.Entry]) -> DraftState:
    """The state after these entries, in order."""
    state = DraftState()
    for entry in entries:
        state = replace(_applied(state, entry), position=state.position + 1)
    return state


def _applied(state: DraftState, entry: e.Entry) -> DraftState:
    event = entry.event
    if isinstance(event, e.ContributorNamed | e.ContributorReleased):
        return _contributors(state, event, entry.at.date())
    if isinstance(event, e.ApproverNamed | e.ApproverReleased | e.Approved):
        return replace(state, approvers=tuple(_approvers(state, event, entry.at)))
    if isinstance(event, e.CommentaryWritten):
        others = tuple(one for one in state.commentary if (one.chapter, one.post) != (event.chapter, event.post))
        new = Written(event.chapter, event.post, event.text, event.is_finished, entry.by, entry.at)
        return replace(state, commentary=(*others, new))
    if isinstance(event, e.DisclosureSet):
        rules = DisclosureRules(_method(event.method), event.threshold, event.base)
        return replace(state, disclosure=rules, why_disclosure=event.why)
    if isinstance(event, e.Proposed):
        return replace(state, status="proposed", seal=event.seal, names=event.names, sent_back="")
    if isinstance(event, e.TakenBack):
        waiting = tuple(replace(each, approved_at=None) for each in state.approvers)
        return replace(state, status="drafting", seal="", names=(), approvers=waiting, sent_back=event.why)
    return replace(state, status="issued" if isinstance(event, e.Issued) else "abandoned")


def _contributors(state: DraftState, event: e.ContributorNamed | e.ContributorReleased, on: date) -> DraftState:
    others = tuple(one for one in state.contributors if (one.chapter, one.post) != (event.chapter, event.post))
    if isinstance(event, e.ContributorReleased):
        return replace(state, contributors=others)
    return replace(state, contributors=(*others, Contributor(event.chapter, event.post, event.due_on, on)))


def _approvers(
    state: DraftState, event: e.ApproverNamed | e.ApproverReleased | e.Approved, at: datetime
) -> Iterable[Approver]:
    if isinstance(event, e.Approved):
        return (replace(each, approved_at=at) if each.post == event.post else each for each in state.approvers)
    others = [each for each in state.approvers if each.post != event.post]
    return [*others, Approver(event.post, event.due_on, at.date())] if isinstance(event, e.ApproverNamed) else others


def _method(written: str) -> Method:
    methods: dict[str, Method] = {"withhold": "withhold", "round": "round", "none": "none"}
    return methods[written]
