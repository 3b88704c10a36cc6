"""What the record says for each field of a letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from putright.authorities import Authority
from putright.correspondence.letters import Sender
from putright.correspondence.letters_fields import plain
from putright.record import events as e
from putright.record.clocks import Clock, clocks
from putright.record.contact import contact_from
from putright.record.events.stages import RESPONSE
from putright.record.parts import StageState
from putright.record.state import State
from putright.rules import Book, Procedure, Refusal, Stage, counted

FINDINGS: Mapping[str, str] = {
    "upheld": "upheld",
    "partially_upheld": "partially upheld",
    "not_upheld": "not upheld",
    "no_finding": "no finding could be made",
}


@dataclass(frozen=True)
class Subject:
    """What a letter is about: a representation as its log leaves it, and who writes on which day.

    `words` are the personal words by digest. `stage_name` is the stage the letter is about; empty means the one that
    runs, or else the last one.
    """

    state: State
    entries: Sequence[e.Entry]
    words: Mapping[str, str]
    council: Authority
    book: Book
    sender: Sender
    writer: str
    today: date
    stage_name: str = ""

    @cached_property
    def procedure(self) -> Procedure | None:
        """The procedure it is handled under, None for none."""
        return self.book.procedures.get(self.state.procedure)

    @cached_property
    def stage_state(self) -> StageState | None:
        """The stage the letter is about, None where it has not come up."""
        if self.stage_name:
            return self.state.stage(self.stage_name)
        return self.state.running_stage or self.state.last_stage

    @cached_property
    def stage(self) -> Stage | None:
        """The same stage as the rule book has it."""
        name = self.stage_name or (self.stage_state.name if self.stage_state else "")
        return self.procedure.stage(name) if self.procedure and name else None

    @cached_property
    def clock(self) -> Clock | None:
        """The clock of that stage's answer, None while none runs."""
        if not self.procedure or not self.stage:
            return None
        of_stage = (each for each in clocks(self.state, self.procedure, self.book) if each.stage == self.stage.name)
        return next((each for each in of_stage if each.limit.name == RESPONSE), None)

    @cached_property
    def refusal(self) -> Refusal | None:
        """The lawful reason it was refused for, None where none is named."""
        grounds = (entry.event.ground for entry in reversed(self.entries) if isinstance(entry.event, e.Refused))
        ground = next(grounds, "")
        refusals = self.procedure.refusals if self.procedure else ()
        return next((each for each in refusals if each.code == ground), None)

    def stage_label(self, name: str) -> str:
        """What the council calls a stage."""
        adopted = self.council.procedures.get(self.state.procedure)
        return adopted.stage_labels.get(name, "") if adopted else ""

    def name_of(self, role: str) -> str:
        """The name of the first party in a role, empty where it is not known."""
        party = self.state.party(role)
        return contact_from(self.words.get(party.words, "")).name if party else ""


def values_for(subject: Subject) -> dict[str, str]:
    """The value of every field that the record has one for, ready to stand in a letter's text."""
    single = {**_of_the_record(subject), **_of_the_stage(subject), **_of_the_council(subject)}
    values = {name: plain(value) for name, value in single.items()}
    return {**values, "concerns": _concerns(subject), "findings": _findings(subject), "next_right": _next(subject)}


def _of_the_record(subject: Subject) -> dict[str, str]:
    state = subject.state
    return {
        "reference": state.received.reference,
        "complainant": subject.name_of("complainant"),
        "person_concerned": subject.name_of("person_concerned"),
        "today": _day(subject.today),
        "received_on": _day(state.received_on),
        "acknowledged_on": _day(state.acknowledged_on),
        "procedure": subject.procedure.title if subject.procedure else "",
        "handler": state.handler,
        "outcome": _label(subject, "outcome", state.outcome),
        "refusal_reason": _refusal_reason(subject),
        "refusal_citation": str(subject.refusal.citation) if subject.refusal else "",
        "withdrawn_on": _day(state.withdrawn_on),
        "ombudsman_reference": state.ombudsman[-1].reference if state.ombudsman else "",
    }


def _of_the_stage(subject: Subject) -> dict[str, str]:
    stage, state, clock = subject.stage, subject.stage_state, subject.clock
    reason = state.extension_reason if state else ""
    return {
        "stage": subject.stage_label(stage.name) if stage else "",
        "stage_title": stage.title.lower() if stage else "",
        "limit": counted(clock.due.count, clock.due.unit) if clock and clock.due else "",
        "due_on": _day(clock.due_on) if clock else "",
        "citation": str(clock.citation) if clock and clock.citation else "",
        "agreed_day": _day(state.respond_by) if state else "",
        "extended_to": _day(state.extended_to) if state else "",
        "extension_reason": "" if reason == e.NOT_RECORDED else reason,
    }


def _of_the_council(subject: Subject) -> dict[str, str]:
    sender = subject.sender
    return {
        "writer": subject.writer,
        "team": sender.team,
        "team_email": sender.email,
        "team_telephone": sender.telephone,
        "ombudsman": sender.ombudsman,
        "council": subject.council.name,
    }


def _refusal_reason(subject: Subject) -> str:
    if subject.refusal:
        return subject.refusal.title
    return _label(subject, "refusal_reason", subject.state.refusal_reason)


def _concerns(subject: Subject) -> str:
    return "\n".join(f"{place}. {words}" for place, words in enumerate(_pursued(subject).values(), start=1))


def _findings(subject: Subject) -> str:
    """Each concern with its finding, a gap where there is none yet; empty where no concern is written down."""
    given = {one.concern: one.finding for one in subject.stage_state.findings} if subject.stage_state else {}
    concerns = _pursued(subject) or dict.fromkeys(given, "Your complaint")
    known = {number: FINDINGS.get(given.get(number, ""), "[[ the finding ]]") for number in concerns}
    lines = (f"{words}: **{known[number]}**" for number, words in concerns.items())
    return "\n".join(f"{place}. {line}" for place, line in enumerate(lines, start=1))


def _pursued(subject: Subject) -> dict[int, str]:
    """The concerns that are pursued, in the council's words for what they are about."""
    concerns = (each for each in subject.state.concerns if not each.dropped)
    return {each.number: plain(_label(subject, "nature", each.nature) or "Your concern") for each in concerns}


def _next(subject: Subject) -> str:
    """What the person may ask for after this stage, how and within what time, as the rule book has it."""
    if not subject.procedure or not subject.stage:
        return ""
    following = subject.procedure.next_stage(subject.stage.name)
    escalation = subject.stage.escalation
    if following is None or escalation is None:
        return plain(
            "You have come to the end of the council's procedure. If you are still not satisfied, you may ask the "
            f"Ombudsman to look into it. {subject.sender.ombudsman}"
        )
    label = f"{subject.stage_label(following.name)} ({following.title.lower()})"
    parts = [f"If you are not satisfied with this answer, you may ask us to go on to {label}."]
    request = following.limits.get("request")
    if request:
        parts.append(f"Please ask within {request.value_on(subject.today).in_words} of this letter.")
    parts.append(f"Write to {subject.sender.email} or telephone {subject.sender.telephone}.")
    if escalation.grounds:
        listed = "; ".join(ground.title for ground in escalation.grounds)
        parts.append(f"Tell us on which of these grounds you ask: {listed}.")
    elif escalation.grounds_needed:
        parts.append("Please tell us why you are not satisfied.")
    else:
        parts.append("You do not have to give a reason, but it helps us if you say what we have not answered.")
    return plain(" ".join(parts))


def _label(subject: Subject, vocabulary: str, code: str) -> str:
    """What the council prints for a code, empty for a blank."""
    blank = code in (e.NOT_RECORDED, "not_applicable", "")
    return "" if blank else subject.council.vocabulary(vocabulary).label(code)


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""
