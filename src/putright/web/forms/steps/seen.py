"""A representation as somebody sees it: its state and log, in their council's words, with the names they may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from putright.authorities import Authority
from putright.record.actor import Actor
from putright.record.contact import Contact, contact_from
from putright.record.events import Entry
from putright.record.parts import Concern, Party
from putright.record.state import State
from putright.rules import Book, Procedure
from putright.web.forms.steps.lists import PARTY_ROLES, REMEDIES, word


@dataclass(frozen=True)
class Seen:
    """A representation, and who sees it on which day. `words` are personal words by digest, empty without the right."""

    number: int
    state: State
    entries: list[Entry]
    words: Mapping[str, str]
    council: Authority
    book: Book
    actor: Actor
    today: date

    @property
    def procedure(self) -> Procedure | None:
        """The procedure it is handled under, None for none."""
        return self.book.procedures.get(self.state.procedure)

    @property
    def pursued(self) -> list[Concern]:
        """The concerns that are still pursued."""
        return [concern for concern in self.state.concerns if not concern.dropped]

    def spoken(self, stage: str) -> str:
        """What the council calls a stage."""
        adopted = self.council.procedures.get(self.state.procedure)
        return (adopted.stage_labels.get(stage) if adopted else None) or stage.replace("_", " ").capitalize()

    def terms(self, vocabulary: str) -> list[tuple[str, str]]:
        """What may be taken down for a column today, as choices."""
        return [(term.code, term.label) for term in self.council.vocabulary(vocabulary).offered(self.today)]

    def contact(self, party: Party) -> Contact:
        """The name and ways of contact of a person in it; empty for those who may not see them."""
        return contact_from(self.words.get(party.words, ""))

    def party(self, party: Party) -> str:
        """A person in it by role, and by name for those who may see names."""
        name, role = self.contact(party).name, word(PARTY_ROLES, party.role)
        return f"{name} ({role[:1].lower()}{role[1:]})" if name else role

    def about(self, concern: Concern) -> str:
        """What a concern is about, and of which service."""
        nature = self.council.vocabulary("nature").label(concern.nature)
        service = self.council.vocabulary("service").label(concern.service)
        return nature if concern.service in ("not_recorded", "not_applicable") else f"{nature}, {service}"

    def remedy(self, kind: str) -> str:
        """A kind of remedy, in the council's own word where it has one."""
        own = self.council.vocabularies.get("remedy")
        return own.label(kind) if own and kind in own else word(REMEDIES, kind)

    def concern(self, concern: Concern) -> str:
        """A concern by its number and what it is about."""
        return f"Concern {concern.number}: {self.about(concern)}"
