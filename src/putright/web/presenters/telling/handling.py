"""Who has it, what was decided and tried, what came and went, and how it ended."""

from __future__ import annotations

from putright.record import events as e
from putright.web.forms.steps import lists
from putright.web.forms.steps.lists import word
from putright.web.presenters.telling.tells import BLANKS, Tellers, Telling, Told, joined
from putright.web.presenters.telling_notices import chased, reminded


def _triaged(event: e.Triaged, t: Telling) -> Told:
    procedure = t.book.procedures.get(event.procedure)
    if procedure is None:
        return "Triaged", "Under no procedure."
    asked = {question.code: question for question in procedure.questions}
    said = []
    for pair in event.answers:
        code, _, answer = pair.partition("=")
        if code in asked:
            said.append(f"{asked[code].text} {asked[code].answer(answer).text}.")
    return "Triaged", " ".join([f"Under the {procedure.title}.", *said])


def _refused(event: e.Refused, t: Telling) -> Told:
    procedure = t.book.procedures.get(t.procedure)
    lawful = {each.code: each.title for each in procedure.refusals} if procedure else {}
    return "Refused", joined(lawful.get(event.ground, ""), t.label("refusal_reason", event.reason))


def _correspondence(event: e.CorrespondenceRecorded, _t: Telling) -> Told:
    other = word(lists.PARTY_ROLES | lists.OTHER_SIDES, event.party) if event.party else ""
    way = "in from" if event.direction == "in" else "out to"
    return f"{word(lists.CHANNELS, event.channel)} {way} {other[:1].lower()}{other[1:]}".rstrip(), ""


TELL: Tellers = {
    e.Assigned: lambda event, t: (f"Given to {event.handler}", ""),
    e.AccessRestricted: lambda event, t: ("Restricted to those who work on it", ""),
    e.AccessOpened: lambda event, t: ("No longer restricted", ""),
    e.Triaged: _triaged,
    e.Refused: _refused,
    e.Chased: lambda event, t: chased(event, t.book, t.procedure),
    e.Reminded: lambda event, t: reminded(event, t.book, t.procedure),
    e.MeetingOffered: lambda event, t: ("Meeting offered", ""),
    e.MeetingHeld: lambda event, t: ("Meeting held", "" if event.mode in BLANKS else word(lists.MEETINGS, event.mode)),
    e.MeetingDeclined: lambda event, t: ("Meeting declined by the complainant", ""),
    e.ResolvedEarly: lambda event, t: (
        "Settled early",
        "" if event.how in BLANKS else word(lists.SETTLED_HOW, event.how),
    ),
    e.OutcomeRecorded: lambda event, t: ("Outcome recorded", t.label("outcome", event.outcome)),
    e.Withdrawn: lambda event, t: ("Withdrawn by the complainant", ""),
    e.Closed: lambda event, t: ("Closed", ""),
    e.Reopened: lambda event, t: ("Reopened", ""),
    e.Linked: lambda event, t: (f"Linked with {event.reference}", word(lists.KNOWN_LINKS, event.how)),
    e.MergedInto: lambda event, t: (f"Merged into {event.reference}", ""),
    e.SplitFrom: lambda event, t: (f"Split off from {event.reference}", ""),
    e.CorrespondenceRecorded: _correspondence,
    e.DocumentAdded: lambda event, t: (
        f"Document {event.document} added",
        "Confidential" if event.confidential else "",
    ),
    e.LetterDrafted: lambda event, t: (f"Letter {event.letter} written", t.stage(event.stage) if event.stage else ""),
    e.LetterVetted: lambda event, t: (
        f"Letter {event.letter} {'approved' if event.approved else 'sent back'} by a second person",
        "",
    ),
    e.LetterSent: lambda event, t: (f"Letter {event.letter} sent", word(lists.CHANNELS, event.channel)),
}
