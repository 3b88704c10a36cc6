"""One line of a queue of work, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from putright.authorities import Authority
from putright.facts.clock_titles import clock_title
from putright.oversight.work_lines import Source, Thing
from putright.rules import Book
from putright.web.forms.work import KIND_CHOICES
from putright.web.presenters.rag import RagTag, RagWords
from putright.web.presenters.terms import stage_label
from putright.web.presenters.words import short_date

KINDS = dict(KIND_CHOICES)
WAITS_FOR_TRIAGE = "Decide how it is handled"


def things_words(council: Authority, book: Book, thing: Thing) -> str:
    """What is to be done, in words."""
    if thing.source is Source.REMEDY:
        return f"Deliver the remedy: {_label(council, 'remedy', thing.what)}"
    if thing.source is Source.ACTION:
        return f"Do what was agreed: {_label(council, 'theme', thing.what)}"
    if thing.due_on is None:
        return "Nothing is due"
    return clock_title(book, thing.procedure, thing.stage, thing.what)


def _label(council: Authority, vocabulary: str, code: str) -> str:
    known = council.vocabularies.get(vocabulary)
    return known.label(code) if known else code.replace("_", " ")


@dataclass(frozen=True)
class WorkLine:
    """One line of a queue. `value` is what its box for giving it to somebody holds, where it is a representation."""

    reference: str
    href: str
    what: str
    detail: str
    post: str
    due: str
    rag: RagTag
    value: str
    is_case: bool


@dataclass(frozen=True)
class Telling:
    """What lines are told with."""

    council: Authority
    book: Book
    rag: RagWords
    cases: Mapping[int, Any]

    def line(self, thing: Thing) -> WorkLine:
        """The line of a thing to do; `cases` holds the row of its representation."""
        case = self.cases[thing.representation]
        service = self.council.vocabulary("service").label(thing.service)
        stage = stage_label(self.council, thing.procedure, thing.stage)
        kind = KINDS.get(thing.kind, "")
        named = "" if thing.service in ("not_recorded", "not_applicable") else service
        untriaged = thing.due_on is None and case.triaged_on is None
        return WorkLine(
            reference=case.reference,
            href=reverse("representation", args=[thing.representation]),
            what=WAITS_FOR_TRIAGE if untriaged else things_words(self.council, self.book, thing),
            detail=" · ".join(part for part in (stage, kind, named) if part),
            post=thing.post or "Nobody yet",
            due=short_date(thing.due_on, "–"),
            rag=self.rag.tag(thing.started_on, thing.due_on),
            value=f"{case.id}-{case.position}",
            is_case=thing.source is Source.CASE,
        )
