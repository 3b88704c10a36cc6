"""What came, what it was taken down as, and who is in it."""

from __future__ import annotations

from datetime import date

from putright.record import events as e
from putright.web.forms.steps import lists
from putright.web.forms.steps.lists import word
from putright.web.presenters.representation_summary import ABOUT_THEM
from putright.web.presenters.telling.tells import BLANKS, Tellers, Telling, Told, joined, on_day
from putright.web.presenters.words import long_date, plural


def _received(event: e.Received, t: Telling) -> Told:
    source, method = t.label("received_from", event.received_from), t.label("method", event.method)
    return "Received", joined(t.label("type", event.type), source, method)


def _imported(event: e.Imported, _t: Telling) -> Told:
    return "Imported from the old system", (
        f"{event.source}, line {event.line}: the next {plural(event.entries, 'entry', 'entries')} come from it."
    )


def _equality(event: e.EqualityRecorded, t: Telling) -> Told:
    said = {head: t.label(name, getattr(event, name)) for head, name in ABOUT_THEM}
    answers = set(said.values())
    told = (
        f"{', '.join(said)}: {answers.pop()}" if len(answers) == 1 else joined(*(f"{a}: {b}" for a, b in said.items()))
    )
    return f"Person {event.party}: what they said of themselves", told


def _restricted(event: e.ContactRestricted, _t: Telling) -> Told:
    said = f"{word(lists.RESTRICTIONS, event.restriction)}, decided by {event.decided_by}."
    return f"Contact with person {event.party} restricted", f"{said} {on_day('To be reviewed on', event.review_on)}"


def _reviewed(event: e.RestrictionReviewed, _t: Telling) -> Told:
    said = "It ends." if event.ends else f"It stands. {on_day('Next review on', event.review_on)}"
    return f"Restriction on contact with person {event.party} reviewed", said


def _value(event: e.Corrected, code: str, t: Telling) -> str:
    """A value that was corrected, as the council prints it."""
    if event.field == "received_on":
        return long_date(date.fromisoformat(code))
    known = t.council.vocabularies.get(event.field)
    return known.label(code) if known and code in known else code


TELL: Tellers = {
    e.Received: _received,
    e.Imported: _imported,
    e.Acknowledged: lambda event, t: ("Acknowledged", ""),
    e.ConcernRaised: lambda event, t: (
        f"Concern {event.concern} raised",
        joined(t.label("nature", event.nature), t.label("service", event.service)),
    ),
    e.ConcernDropped: lambda event, t: (f"Concern {event.concern} dropped", event.why),
    e.Converted: lambda event, t: (
        "What it is was changed",
        f"From {t.label('type', event.was)} to {t.label('type', event.now)}. {event.why}",
    ),
    e.Corrected: lambda event, t: (
        f"Corrected: {event.field.replace('_', ' ')}",
        f"It said “{_value(event, event.was, t)}” and now says “{_value(event, event.now, t)}”. {event.why}",
    ),
    e.Voided: lambda event, t: (f"Entry {event.position} voided", event.why),
    e.PartyNamed: lambda event, t: (
        f"Person {event.party} named",
        joined(
            word(lists.PARTY_ROLES, event.role),
            t.label("received_from", event.relation),
            "" if event.engaged_by in BLANKS else f"engaged by: {word(lists.ENGAGED_BY, event.engaged_by).lower()}",
        ),
    ),
    e.ConsentRecorded: lambda event, t: (
        f"Consent for person {event.party}",
        joined(word(lists.CONSENT, event.consent), "" if event.how in BLANKS else word(lists.CONSENT_HOW, event.how)),
    ),
    e.EqualityRecorded: _equality,
    e.ContactRestricted: _restricted,
    e.RestrictionReviewed: _reviewed,
    e.ReferredForSafeguarding: lambda event, t: ("Referred for safeguarding", f"To {event.to}."),
    e.SafeguardingSettled: lambda event, t: ("Safeguarding settled", ""),
}
