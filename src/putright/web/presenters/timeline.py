"""The log of a representation as a timeline: each entry in words, with what was voided shown as voided."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.utils.timezone import localtime

from putright.authorities import Authority
from putright.record import events as e
from putright.rules import Book
from putright.web.presenters.terms import stage_label
from putright.web.presenters.words import long_date, moment, plural, pounds

BLANKS = ("", None, (), e.NOT_RECORDED, -1)
FINDINGS = {
    "upheld": "upheld",
    "partially_upheld": "partially upheld",
    "not_upheld": "not upheld",
    "no_finding": "no finding",
}


@dataclass(frozen=True)
class Happening:
    """One entry: `voided` says why it does not count, empty when it counts; `words` are personal words."""

    title: str
    detail: str
    on: str
    on_iso: str
    recorded: str
    by: str
    words: str
    voided: str
    position: int


@dataclass(frozen=True)
class Telling:
    """What an entry's words are found with."""

    council: Authority
    book: Book
    procedure: str

    def stage(self, name: str) -> str:
        """What the council calls a stage."""
        return stage_label(self.council, self.procedure, name) or name.replace("_", " ").capitalize()

    def label(self, vocabulary: str, code: str) -> str:
        """What the council prints for a code."""
        return self.council.vocabulary(vocabulary).label(code)


def timeline(
    entries: Sequence[e.Entry], words: Mapping[str, str], telling: Telling, *, may_see_words: bool
) -> list[Happening]:
    """The log, newest entry first."""
    voided = {entry.event.position: entry.event.why for entry in entries if isinstance(entry.event, e.Voided)}
    told = [_happening(run, words, telling, voided.get(run[-1].position, ""), may_see_words) for run in _runs(entries)]
    return told[::-1]


def _runs(entries: Sequence[e.Entry]) -> list[list[e.Entry]]:
    """The entries one by one, but those that void others at one moment for one reason together."""
    runs: list[list[e.Entry]] = []
    for entry in entries:
        if runs and _is_same_voiding(runs[-1][-1], entry):
            runs[-1].append(entry)
        else:
            runs.append([entry])
    return runs


def _is_same_voiding(one: e.Entry, other: e.Entry) -> bool:
    both = isinstance(one.event, e.Voided) and isinstance(other.event, e.Voided)
    return both and (one.recorded_at, one.event.why) == (other.recorded_at, other.event.why)


def _happening(
    run: Sequence[e.Entry], words: Mapping[str, str], telling: Telling, voided: str, may_see: bool
) -> Happening:
    entry = run[-1]
    title, detail = _TELL.get(type(entry.event), _plainly)(entry.event, telling)
    if len(run) > 1:
        title = f"{len(run)} entries voided, {_position(run[0])} to {_position(run[-1])}"
    by_hand = not isinstance(entry.event, e.Imported | e.Voided)
    on = entry.happened_on if by_hand else localtime(entry.recorded_at).date()
    return Happening(
        title=title,
        detail=detail,
        on=long_date(on),
        on_iso=on.isoformat(),
        recorded=moment(entry.recorded_at),
        by=entry.by,
        words=_words(entry, words, may_see),
        voided=voided,
        position=entry.position,
    )


def _position(entry: e.Entry) -> int:
    assert isinstance(entry.event, e.Voided)
    return entry.event.position


def _words(entry: e.Entry, words: Mapping[str, str], may_see: bool) -> str:
    if not entry.words or not may_see:
        return ""
    return words.get(entry.words, "The words beside this entry have been erased.")


def _received(event: e.Received, telling: Telling) -> tuple[str, str]:
    source = "" if event.received_from == e.NOT_RECORDED else telling.label("received_from", event.received_from)
    method = "" if event.method == e.NOT_RECORDED else telling.label("method", event.method)
    return "Received", " · ".join(part for part in (telling.label("type", event.type), source, method) if part)


def _imported(event: e.Imported, telling: Telling) -> tuple[str, str]:
    return "Imported from the old system", (
        f"{event.source}, line {event.line}: the next {plural(event.entries, 'entry', 'entries')} come from it."
    )


def _responded(event: e.Responded, telling: Telling) -> tuple[str, str]:
    found = "; ".join(f"concern {f.concern}: {FINDINGS.get(f.finding, f.finding)}" for f in event.findings)
    return f"{telling.stage(event.stage)} answered", found.capitalize()


def _extended(event: e.Extended, telling: Telling) -> tuple[str, str]:
    parts = [f"New last day: {long_date(event.to)}."]
    if event.reason != e.NOT_RECORDED:
        parts.append(f"Reason: {event.reason}.")
    if event.agreed_by != e.NOT_RECORDED:
        parts.append(f"Agreed by {event.agreed_by}.")
    return f"{telling.stage(event.stage)} extended", " ".join(parts)


def _decided(event: e.OmbudsmanDecided, telling: Telling) -> tuple[str, str]:
    remedy = f" Payment: {pounds(event.remedy_pence)}." if event.remedy_pence >= 0 else ""
    undated = "" if event.dated else " The day of the decision is not recorded."
    return f"Ombudsman decided {event.ombudsman_reference}", telling.label(
        "decision", event.decision
    ) + f".{remedy}{undated}"


def _plainly(event: Any, telling: Telling) -> tuple[str, str]:
    """An event in the words it is made of: its kind, then each thing it says."""
    title = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(event).__name__).capitalize()
    said = ((field.name, getattr(event, field.name)) for field in fields(event))
    return title, "; ".join(f"{name.replace('_', ' ')} {_plain(value)}" for name, value in said if value not in BLANKS)


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return long_date(value) if isinstance(value, date) else str(value).replace("_", " ")


_TELL: dict[type[Any], Callable[[Any, Telling], tuple[str, str]]] = {
    e.Received: _received,
    e.Imported: _imported,
    e.Acknowledged: lambda event, t: ("Acknowledged", ""),
    e.Assigned: lambda event, t: (f"Given to {event.handler}", ""),
    e.Triaged: lambda event, t: _triaged(event, t),
    e.Refused: lambda event, t: ("Refused", t.label("refusal_reason", event.reason)),
    e.EscalationRequested: lambda event, t: (f"{t.stage(event.stage)} asked for", ""),
    e.StageStarted: lambda event, t: (f"{t.stage(event.stage)} started", ""),
    e.StatementFinalised: lambda event, t: (f"{t.stage(event.stage)}: statement settled", ""),
    e.Extended: _extended,
    e.Responded: _responded,
    e.OutcomeRecorded: lambda event, t: ("Outcome recorded", t.label("outcome", event.outcome)),
    e.MeetingOffered: lambda event, t: ("Meeting offered", ""),
    e.ReferredForSafeguarding: lambda event, t: ("Referred for safeguarding", f"To {event.to}."),
    e.Withdrawn: lambda event, t: ("Withdrawn by the complainant", ""),
    e.Closed: lambda event, t: ("Closed", ""),
    e.Reopened: lambda event, t: ("Reopened", ""),
    e.OmbudsmanReferred: lambda event, t: (
        f"Ombudsman referred {event.ombudsman_reference}",
        t.label("referral_type", event.referral_type),
    ),
    e.OmbudsmanDecided: _decided,
    e.Corrected: lambda event, t: (
        f"Corrected: {event.field.replace('_', ' ')}",
        f"It said “{event.was}” and now says “{event.now}”. {event.why}",
    ),
    e.Voided: lambda event, t: (f"Entry {event.position} voided", event.why),
}


def _triaged(event: e.Triaged, telling: Telling) -> tuple[str, str]:
    procedure = telling.book.procedures.get(event.procedure)
    return "Triaged", f"Under the {procedure.title}." if procedure else "Under no procedure."
