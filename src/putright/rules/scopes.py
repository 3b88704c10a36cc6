"""What sort of matter a procedure takes, in terms of a few facts about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from putright.rules.citations import Checked, Citation

SUBJECTS: Final[dict[str, str]] = {
    "children_social_care": "a social care function for a child, a young person or a care leaver",
    "child_protection_enquiry": "an enquiry into whether a child is at risk of harm",
    "court_report": "a report or evidence given to a court",
    "child_protection_conference": "a child protection conference: how it was run, or what it decided",
    "adult_social_care": "social care for an adult",
    "school": "what happens in a school",
    "corporate": "any other service of the council, or a policy as such",
    "ombudsman_referral": "a matter the Ombudsman has put to the council",
}
"""What a matter may be about: code name, and words to show."""

COMPLAINANTS: Final[dict[str, str]] = {
    "child": "the child or young person, or a care leaver",
    "parent": "a parent, or another person with parental responsibility",
    "carer_or_adopter": "a foster carer, special guardian or adopter, or someone who applies to be one",
    "service_user": "an adult who receives or received the service",
    "affected_person": "someone affected by what was or was not done",
    "representative": "someone who acts for another",
    "somebody_else": "somebody else, such as a relative without parental responsibility",
}
"""Who may put a matter to the council: code name, and words to show."""

PROVIDERS: Final[dict[str, str]] = {
    "council": "the council itself",
    "commissioned": "a provider that acts for the council",
    "maintained_school": "a school that the council maintains",
    "academy": "an academy or another independent school",
}
"""Who gives the service: code name, and words to show."""


@dataclass(frozen=True, slots=True)
class Matter:
    """The facts a proposal rests on: codes of SUBJECTS, COMPLAINANTS and PROVIDERS; an empty code is not known.
    ValueError for a code there is not.

    `nhs`: whether an NHS body has a part in it.
    """

    subject: str
    complainant: str = ""
    provider: str = ""
    nhs: bool = False

    def __post_init__(self) -> None:
        for given, what, known in (
            (self.subject, "subject", SUBJECTS),
            (self.complainant, "complainant", COMPLAINANTS),
            (self.provider, "provider", PROVIDERS),
        ):
            if given and given not in known:
                raise ValueError(f"{given!r} is no {what} that is known. Known: {', '.join(known)}.")


@dataclass(frozen=True, slots=True)
class Scope:
    """One sort of matter that a procedure takes: about any of `subjects`.

    An empty tuple of `complainants` or `providers` is anyone, and `nhs` None is either.
    """

    subjects: tuple[str, ...]
    complainants: tuple[str, ...]
    providers: tuple[str, ...]
    nhs: bool | None
    why: str
    citation: Citation
    checked: Checked

    def takes(self, matter: Matter) -> bool:
        """Whether the matter is of this sort; what is not known is not of a sort that asks for it."""
        return (
            matter.subject in self.subjects
            and (not self.complainants or matter.complainant in self.complainants)
            and (not self.providers or matter.provider in self.providers)
            and (self.nhs is None or matter.nhs == self.nhs)
        )

    @property
    def closeness(self) -> int:
        """How many facts it asks for: the closer description goes before the wider."""
        return sum([bool(self.complainants), bool(self.providers), self.nhs is not None])
