"""Letters as a council's data: templates, who they come from, and the moments of the work they are for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

MOMENTS: Mapping[str, str] = {
    "acknowledgement": "Acknowledging it",
    "plan": "Agreeing how it is handled",
    "extension": "Telling of a longer time limit",
    "refusal": "Refusing to consider it",
    "response": "Answering a stage",
    "withdrawal": "Confirming that it was withdrawn",
    "ombudsman": "About the Ombudsman",
    "other": "Anything else",
}
"""What a letter is written for, in the order in which it usually comes up."""

MUST_SAY: Mapping[str, tuple[str, ...]] = {
    "acknowledgement": ("reference",),
    "plan": ("reference", "concerns"),
    "extension": ("reference", "extended_to", "extension_reason"),
    "refusal": ("reference", "refusal_reason", "ombudsman"),
    "response": ("reference", "next_right"),
    "withdrawal": ("reference", "withdrawn_on"),
    "ombudsman": ("reference", "ombudsman"),
    "other": (),
}
"""The fields a letter of each moment may not be without: what the law or good practice wants a person to be told."""


@dataclass(frozen=True)
class LetterTemplate:
    """One letter a council writes. `body` is Markdown with named fields; see ``letters_fields``.

    `procedure` is empty for a letter of every procedure; `stage` is empty where it belongs to none. `to_be_vetted`: a
    second person reads it before it goes. `version` counts the wordings saved in the page, 0 for that of the file.
    """

    code: str
    title: str
    moment: str
    body: str
    procedure: str = ""
    stage: str = ""
    to_be_vetted: bool = False
    version: int = 0


@dataclass(frozen=True)
class Sender:
    """Who a council's letters come from, and how its Ombudsman is reached. `covering` is the text of an e-mail."""

    team: str
    address: tuple[str, ...]
    telephone: str
    email: str
    ombudsman: str
    covering: str


@dataclass(frozen=True)
class Letters:
    """All letters of a council, by code, in the order of the moments they are for."""

    sender: Sender
    templates: Mapping[str, LetterTemplate] = field(default_factory=dict)

    def for_procedure(self, procedure: str) -> list[LetterTemplate]:
        """Those that may be written on a representation handled under `procedure`."""
        return [each for each in self.templates.values() if each.procedure in ("", procedure)]


def in_order(templates: Mapping[str, LetterTemplate]) -> dict[str, LetterTemplate]:
    """The templates by moment, then procedure, then code."""
    moments = list(MOMENTS)
    ordered = sorted(templates.values(), key=lambda each: (moments.index(each.moment), each.procedure, each.code))
    return {each.code: each for each in ordered}
