"""Who has it, what was tried, and how it ended."""

from __future__ import annotations

from putright.record import events as e
from putright.record.applying.applies import applies
from putright.record.parts import Link
from putright.record.state import State


@applies(e.Assigned)
def _assigned(state: State, _entry: e.Entry, event: e.Assigned) -> None:
    state.handler = event.handler


@applies(e.AccessRestricted)
def _access_restricted(state: State, _entry: e.Entry, _event: e.AccessRestricted) -> None:
    state.restricted = True


@applies(e.AccessOpened)
def _access_opened(state: State, _entry: e.Entry, _event: e.AccessOpened) -> None:
    state.restricted = False


@applies(e.Triaged)
def _triaged(state: State, entry: e.Entry, event: e.Triaged) -> None:
    state.procedure, state.triaged_on = event.procedure, entry.happened_on


@applies(e.Refused)
def _refused(state: State, entry: e.Entry, event: e.Refused) -> None:
    state.refused_on, state.refusal_reason = entry.happened_on, event.reason


@applies(e.Chased)
def _chased(state: State, _entry: e.Entry, _event: e.Chased) -> None:
    state.chases += 1


@applies(e.Reminded)
def _reminded(state: State, _entry: e.Entry, event: e.Reminded) -> None:
    state.notices.add((event.notice, event.stage))


@applies(e.MeetingOffered)
def _meeting_offered(state: State, entry: e.Entry, _event: e.MeetingOffered) -> None:
    state.meeting_offered_on = entry.happened_on


@applies(e.MeetingHeld)
def _meeting_held(state: State, entry: e.Entry, _event: e.MeetingHeld) -> None:
    state.meetings_held_on.append(entry.happened_on)


@applies(e.MeetingDeclined)
def _meeting_declined(state: State, entry: e.Entry, _event: e.MeetingDeclined) -> None:
    state.meeting_declined_on = entry.happened_on


@applies(e.ResolvedEarly)
def _resolved_early(state: State, entry: e.Entry, _event: e.ResolvedEarly) -> None:
    state.resolved_early_on = entry.happened_on


@applies(e.OutcomeRecorded)
def _outcome_recorded(state: State, _entry: e.Entry, event: e.OutcomeRecorded) -> None:
    state.outcome = event.outcome


@applies(e.Withdrawn)
def _withdrawn(state: State, entry: e.Entry, _event: e.Withdrawn) -> None:
    state.withdrawn_on = entry.happened_on


@applies(e.Closed)
def _closed(state: State, entry: e.Entry, _event: e.Closed) -> None:
    state.closed_on = entry.happened_on


@applies(e.Reopened)
def _reopened(state: State, _entry: e.Entry, _event: e.Reopened) -> None:
    state.closed_on = state.refused_on = state.withdrawn_on = None
    state.merged_into = ""


@applies(e.Linked)
def _linked(state: State, _entry: e.Entry, event: e.Linked) -> None:
    state.links.append(Link(event.reference, event.how))


@applies(e.MergedInto)
def _merged_into(state: State, _entry: e.Entry, event: e.MergedInto) -> None:
    state.merged_into = event.reference


@applies(e.SplitFrom)
def _split_from(state: State, _entry: e.Entry, event: e.SplitFrom) -> None:
    state.links.append(Link(event.reference, "split_from"))
