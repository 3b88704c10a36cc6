"""What a council asks of itself beyond the rule book: targets for steps, and answers signed off by a post it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from putright.authorities.entries import Entries
from putright.authorities.vocabulary import Vocabulary
from putright.rules import Citation, Post, Procedure

UNITS = ("working_day", "calendar_day", "month")
ADDED_STEPS = ("acknowledgement", "response")
"""Steps of a stage that a council may set a target for where the rule book has no limit of them."""
STANDING_STEPS = ("acknowledgement", "contact", "answer", "letter_acknowledgement")
"""What a standing target may be for."""


@dataclass(frozen=True)
class LocalTarget:
    """A council's own target for a step of a stage, apart from any time limit the law sets: `value` of `unit`.

    `source` says where the council says so, empty where that is not told.
    """

    stage: str
    step: str
    value: int
    unit: str
    source: str = ""


@dataclass(frozen=True)
class StandingTarget:
    """A council's own target that belongs to no stage: for representations of these `types`, of these `services`.

    `step` is one of `STANDING_STEPS`: that its receipt is acknowledged, that the person is contacted, that it is dealt
    with, that each letter and e-mail that comes is answered in some way. Empty types or services are all of them.
    """

    step: str
    value: int
    unit: str
    types: tuple[str, ...]
    services: tuple[str, ...]
    source: str = ""

    def is_for(self, type_: str, service: str) -> bool:
        """Whether it holds for a representation of this type and service."""
        return (not self.types or type_ in self.types) and (not self.services or service in self.services)


@dataclass(frozen=True)
class OwnSignOff:
    """The answer of a stage is signed off by `post`, as the council itself wants it."""

    stage: str
    post: str
    source: str

    def as_rule(self, council: str) -> Post:
        """The rule as the rule book has those of the law."""
        citation = Citation(council, council, self.source, "")
        return Post(self.post, 1, "Signs the answer, as the council wants it.", citation, "primary", "local_policy")


def read_targets(entries: Entries, stages: tuple[str, ...], procedure: Procedure | None) -> Iterator[LocalTarget]:
    """The tables ``[[procedure.target]]``; a step that the stage does not have is a fault."""
    for part in entries.parts("target", "stage"):
        stage, step = part.choice("stage", stages or ("",)), part.text("step")
        limits = tuple(procedure.stage(stage).limits) if procedure and stage in stages else ()
        if step and procedure and step not in (*limits, *ADDED_STEPS):
            known = ", ".join(dict.fromkeys((*limits, *ADDED_STEPS)))
            part.fault(f"is {step!r}, which no clock runs on", f"write one of: {known}", "step")
        yield LocalTarget(stage, step, _value(part), part.choice("unit", UNITS), part.text("source", default=""))
        part.finish()


def read_sign_offs(entries: Entries, stages: tuple[str, ...], procedure: Procedure | None) -> Iterator[OwnSignOff]:
    """The tables ``[[procedure.sign_off]]``; a stage whose answer the rule book has signed off already is a fault."""
    seen: set[str] = set()
    for part in entries.parts("sign_off", "stage"):
        own = OwnSignOff(part.choice("stage", stages or ("",)), part.text("post"), part.text("source"))
        rule = procedure.stage(own.stage).sign_off if procedure and own.stage in stages else None
        if rule:
            why = f"the rule book has it signed off by {rule.name.replace('_', ' ')} ({rule.citation})"
            part.fault(
                f"is {own.stage!r}, and {why}", "take it out: a council adds a signing off, it changes none", "stage"
            )
        if own.stage in seen:
            part.fault(f"{own.stage!r} is signed off twice", "remove one of the two", "stage")
        seen.add(own.stage)
        part.finish()
        yield own


def read_standing_targets(entries: Entries, vocabularies: Mapping[str, Vocabulary]) -> Iterator[StandingTarget]:
    """The tables ``[[target]]``; a type or service that is not in the council's vocabularies is a fault."""
    for part in entries.parts("target", "step"):
        yield StandingTarget(
            part.choice("step", STANDING_STEPS),
            _value(part),
            part.choice("unit", UNITS),
            _codes(part, "types", vocabularies["type"]),
            _codes(part, "services", vocabularies["service"]),
            part.text("source", default=""),
        )
        part.finish()


def _value(part: Entries) -> int:
    """How long; 0 calendar days are the same day, and no other unit has a 0."""
    least = 0 if part.table.get("unit") == "calendar_day" else 1
    return part.whole("value", least=least)


def _codes(part: Entries, key: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    codes, known = part.texts(key), {term.code for term in vocabulary.terms}
    for code in codes:
        if code not in known:
            part.fault(f"has {code!r}", f"write codes of {vocabulary.title!r}: {', '.join(sorted(known))}", key)
    return codes
