"""The correspondence of a representation: every exchange with its direction and party, and every document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from putright.record import events as e
from putright.record.actor import Actor
from putright.record.parts import Document, Letter
from putright.record.state import State
from putright.web.forms.steps.lists import CHANNELS, OTHER_SIDES, PARTY_ROLES, word
from putright.web.presenters.documents import ERASED, kind_of, size_of
from putright.web.presenters.words import long_date, short_date

SIDES = PARTY_ROLES | OTHER_SIDES


@dataclass(frozen=True)
class DocumentLine:
    """A document in a list; `href` is empty for who may not open it."""

    name: str
    href: str
    detail: str
    is_confidential: bool


@dataclass(frozen=True)
class Exchange:
    """One piece of correspondence. `title` says which way, how and with whom; `href` leads to a letter."""

    title: str
    on: str
    words: str
    href: str
    link: str
    documents: list[DocumentLine]


@dataclass(frozen=True)
class LetterLine:
    """A letter that is being written."""

    title: str
    href: str
    standing: str


@dataclass(frozen=True)
class PapersPart:
    """The part of a representation's page that shows its correspondence and documents.

    `entries` are those that stand; `words` the personal words by digest, empty for who may not see them.
    """

    number: int
    state: State
    entries: Sequence[e.Entry]
    words: Mapping[str, str]
    actor: Actor

    @property
    def may_see(self) -> bool:
        """Whether whoever looks sees personal words, of which correspondence is made."""
        return self.actor.may("see_words")

    @property
    def exchanges(self) -> list[Exchange]:
        """Everything that came and went, the newest first."""
        told = [self._exchange(entry) for entry in self.entries]
        dated = [(entry.happened_on, entry.position, one) for entry, one in zip(self.entries, told, strict=True) if one]
        newest: list[tuple[date, int, Exchange]] = sorted(dated, key=lambda each: each[:2], reverse=True)
        return [one for _, _, one in newest]

    def _exchange(self, entry: e.Entry) -> Exchange | None:
        event = entry.event
        if isinstance(event, e.CorrespondenceRecorded):
            title = _titled(event.direction, event.channel, event.party)
            documents = [self._document(each) for each in self.state.documents if each.number in event.documents]
            said = self.words.get(entry.words, "")
            return Exchange(title, short_date(entry.happened_on), said, "", "", documents)
        if isinstance(event, e.LetterSent):
            letter = next(each for each in self.state.letters if each.number == event.letter)
            title = _titled("out", event.channel, event.party)
            href = reverse("letter", args=[self.number, event.letter])
            return Exchange(title, short_date(entry.happened_on), "", href, _letter_title(letter), [])
        return None

    @property
    def letters(self) -> list[LetterLine]:
        """Letters that have not gone yet."""
        unsent = (letter for letter in self.state.letters if letter.sent_on is None)
        return [
            LetterLine(
                _letter_title(letter), reverse("letter", args=[self.number, letter.number]), _standing_of(letter)
            )
            for letter in unsent
        ]

    @property
    def documents(self) -> list[DocumentLine]:
        """Every document on the record, the newest first."""
        return [self._document(document) for document in reversed(self.state.documents)]

    @property
    def doings(self) -> list[tuple[str, str]]:
        """What whoever looks may do here: each with its address."""
        ways = (
            ("Write a letter", "letter-choose", "draft_letter"),
            ("Add a note of a call, e-mail or letter", "correspondence-add", "record_correspondence"),
            ("Add documents", "document-add", "add_document"),
        )
        may = self.actor.may
        return [(text, reverse(name, args=[self.number])) for text, name, verb in ways if may(verb) and self.may_see]

    def _document(self, document: Document) -> DocumentLine:
        may_open = self.may_see and (not document.confidential or self.actor.may("see_cases"))
        return DocumentLine(
            name=self.words.get(document.words, ERASED) if may_open else "A confidential document",
            href=reverse("document", args=[self.number, document.number]) if may_open else "",
            detail=f"{kind_of(document.media_type)}, {size_of(document.size)}, added {long_date(document.added_on)}",
            is_confidential=document.confidential,
        )


def _titled(direction: str, channel: str, party: str) -> str:
    way = "from" if direction == "in" else "to"
    side = word(SIDES, party)
    return f"{word(CHANNELS, channel)} {way} {side[:1].lower()}{side[1:]}"


def _letter_title(letter: Letter) -> str:
    return letter.template.replace("_", " ").capitalize()


def _standing_of(letter: Letter) -> str:
    if letter.sent_back:
        return "Sent back to be changed"
    if letter.waits_to_be_read:
        return "Waits to be read by a second person"
    return "Approved, not sent" if letter.vetted_on else "Draft"
