"""People known again, in words: earlier representations of the same person, and restrictions on contact."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from putright.authorities import Authority
from putright.casework.people import Known, Match, Restriction
from putright.web.forms.steps.lists import RESTRICTIONS, word
from putright.web.presenters.terms import recorded
from putright.web.presenters.words import long_date, plural

WHY = {
    "email": "e-mail address",
    "telephone": "telephone number",
    "name": "name",
    "postcode": "postcode",
    "words": "words",
}


@dataclass(frozen=True)
class MatchLine:
    """One earlier representation: `why` says what is the same."""

    reference: str
    href: str
    what: str
    received: str
    status: str
    why: str
    is_duplicate: bool


@dataclass(frozen=True)
class KnownPeople:
    """What is known of the people in a representation, in words."""

    known: Known
    council: Authority

    @property
    def matches(self) -> list[MatchLine]:
        """The earlier representations, likely duplicates first."""
        return [self._line(match) for match in self.known.matches]

    @property
    def restrictions(self) -> list[str]:
        """Each restriction on contact, in a sentence or two."""
        return [restriction_words(restriction) for restriction in self.known.restrictions]

    @property
    def count(self) -> str:
        """How many representations are shown."""
        duplicates = sum(match.is_duplicate for match in self.known.matches)
        found = plural(len(self.known.matches), "earlier representation")
        if not duplicates:
            return found
        return f"{found}, {'which' if len(self.known.matches) == 1 else f'{duplicates} of which'} may be this one"

    def _line(self, match: Match) -> MatchLine:
        row = match.row
        return MatchLine(
            reference=match.reference,
            href=reverse("representation", args=[match.representation]),
            what=" · ".join(recorded(self.council, row, "type", "nature", "service")),
            received=long_date(row.received_on),
            status="Open" if row.status == "open" else "Closed",
            why="Same " + _and([WHY[why] for why in match.why]),
            is_duplicate=match.is_duplicate,
        )


def restriction_words(restriction: Restriction) -> str:
    """A restriction on contact: how, by whom, and until when it is reviewed."""
    until = f" It is to be reviewed on {long_date(restriction.review_on)}." if restriction.review_on else ""
    by = f", decided by {restriction.decided_by}" if restriction.decided_by else ""
    return f"{word(RESTRICTIONS, restriction.restriction)}{by} ({restriction.reference}).{until}"


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
