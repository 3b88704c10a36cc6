"""A council as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from putright.authorities.mapping import ImportMapping
from putright.authorities.publishing import DisclosureRules
from putright.authorities.references import UNLESS_SAID, ReferencePattern
from putright.authorities.targets import LocalTarget, OwnSignOff, StandingTarget
from putright.authorities.vocabulary import NOT_APPLICABLE, Vocabulary
from putright.authorities.working import WorkRules
from putright.rules import Book, load_book, with_sign_offs


@dataclass(frozen=True)
class AdoptedProcedure:
    """A procedure of the rule book as this council uses it.

    `category` is the code of the category it reports under; `stage_labels` are the words the council says for the
    stages of the rule book ("Stage 1" for local_resolution), in order. `sign_offs` are those the council adds.
    """

    procedure: str
    category: str
    stage_labels: Mapping[str, str]
    targets: tuple[LocalTarget, ...] = ()
    sign_offs: tuple[OwnSignOff, ...] = ()


@dataclass(frozen=True)
class Example:
    """What is to be known of the files in a council's folder `example`.

    They were made, and are judged, as of a day; `officer` is what they call a post that handles representations.
    """

    as_of: date
    officer: str


@dataclass(frozen=True)
class Authority:
    """A council: its name, its reporting year, the procedures it adopted, its vocabularies, mappings and reports.

    `procedures` is by name in the rule book; `vocabularies` by name (the names of the fact columns); `mappings` by
    layout; `reports` are the folders of its report definitions. `uncategorised` is the category of what is handled
    under no procedure. `work` is what its queues and reminders go by; `references` the pattern of its references,
    `disclosure` how small numbers are kept out of what it publishes. `example` is None where it has none. `targets` are
    those that belong to no stage.
    """

    slug: str
    name: str
    year_starts_month: int
    folder: Path
    procedures: Mapping[str, AdoptedProcedure]
    uncategorised: str
    vocabularies: Mapping[str, Vocabulary]
    mappings: Mapping[str, ImportMapping] = field(repr=False)
    reports: tuple[Path, ...] = ()
    work: WorkRules = field(default_factory=WorkRules)
    references: ReferencePattern = UNLESS_SAID
    disclosure: DisclosureRules = field(default_factory=DisclosureRules)
    example: Example | None = None
    targets: tuple[StandingTarget, ...] = ()

    @cached_property
    def book(self) -> Book:
        """The rule book as this council uses it, with the signing off that it adds."""
        added = {
            adopted.procedure: {own.stage: own.as_rule(self.name) for own in adopted.sign_offs}
            for adopted in self.procedures.values()
            if adopted.sign_offs
        }
        return with_sign_offs(load_book(), added) if added else load_book()

    def own_sign_off(self, procedure: str, stage: str) -> OwnSignOff | None:
        """The signing off that the council adds to a stage, None where it adds none."""
        adopted = self.procedures.get(procedure)
        return next((own for own in adopted.sign_offs if own.stage == stage), None) if adopted else None

    def year_of(self, day: date) -> int:
        """The year in which the reporting year of this day begins."""
        return day.year if day.month >= self.year_starts_month else day.year - 1

    def vocabulary(self, name: str) -> Vocabulary:
        """The vocabulary of a fact column; KeyError naming the council if there is none."""
        try:
            return self.vocabularies[name]
        except KeyError:
            raise KeyError(f"{self.slug} has no vocabulary {name!r}") from None

    def mapping(self, layout: str) -> ImportMapping:
        """How files of a layout are imported; KeyError naming the layouts there are if there is none."""
        try:
            return self.mappings[layout]
        except KeyError:
            there = ", ".join(sorted(self.mappings)) or "none"
            raise KeyError(f"{self.slug} has no import mapping {layout!r} (there: {there})") from None

    def category_of(self, procedure: str) -> str:
        """The category that a procedure reports under; KeyError if the council has not adopted it."""
        if procedure == NOT_APPLICABLE:
            return self.uncategorised
        try:
            return self.procedures[procedure].category
        except KeyError:
            raise KeyError(f"{self.slug} has not adopted the procedure {procedure!r}") from None

    def stage_label(self, stage: str) -> str | None:
        """What the council says for a stage of the rule book, None where no procedure that it adopted has it."""
        return next((p.stage_labels[stage] for p in self.procedures.values() if stage in p.stage_labels), None)

    def target(self, procedure: str, stage: str, step: str) -> LocalTarget | None:
        """The council's own target for a step of a stage, None where it has none."""
        adopted = self.procedures.get(procedure)
        targets = adopted.targets if adopted else ()
        return next((target for target in targets if (target.stage, target.step) == (stage, step)), None)

    def procedure_of(self, category: str) -> str:
        """The procedure that reports under a category, ``not_applicable`` for none."""
        return next((p.procedure for p in self.procedures.values() if p.category == category), NOT_APPLICABLE)
