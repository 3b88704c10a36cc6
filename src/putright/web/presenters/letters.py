"""Choosing a letter for a representation, and writing it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from django.urls import reverse

from putright.correspondence.letters import MOMENTS, Letters, LetterTemplate
from putright.correspondence.letters_fields import filled, gaps_in
from putright.correspondence.letters_filling import Subject, values_for
from putright.correspondence.letters_markdown import Block, blocks_of
from putright.web.forms.letters import DraftForm
from putright.web.papers import Papers
from putright.web.presenters.letter import LetterPage
from putright.web.presenters.problems import error_of, problems_of

HOW_TO_WRITE = (
    "Leave an empty line between paragraphs. Start a heading with ##, a line of a list with - or 1. "
    "What stands in [[ ]] is for you to write; a letter with such gaps cannot be sent."
)


@dataclass(frozen=True)
class LetterChoice:
    """The letters that may be written, by what they are for."""

    papers: Papers
    letters: Letters

    @property
    def groups(self) -> list[tuple[str, list[tuple[LetterTemplate, str]]]]:
        """Each purpose with its letters and where each is about."""
        fitting = self.letters.for_procedure(self.papers.state.procedure)
        by_moment = groupby(fitting, key=lambda template: template.moment)
        return [(MOMENTS[name], [(each, self._stage(each)) for each in group]) for name, group in by_moment]

    def _stage(self, template: LetterTemplate) -> str:
        adopted = self.papers.council.procedures.get(template.procedure)
        stage = adopted.stage_labels.get(template.stage, "") if adopted else ""
        return " · ".join(part for part in (stage, "read by a second person" if template.to_be_vetted else "") if part)


@dataclass(frozen=True)
class DraftPage:
    """The page on which a letter is written; `letter` is None for a new one."""

    papers: Papers
    letters: Letters
    template: LetterTemplate
    letter: int | None
    form: DraftForm

    @cached_property
    def subject(self) -> Subject:
        """What the letter is about."""
        written = self.papers.letter(self.letter) if self.letter else None
        return self.papers.subject(self.letters.sender, written.stage if written else self.template.stage)

    @cached_property
    def text(self) -> str:
        """What stands in the field: what was typed, else what was kept, else the template filled from the record."""
        if self.form.is_bound:
            return str(self.form["text"].value() or "")
        if self.letter:
            return self.papers.words.get(self.papers.letter(self.letter).words, "")
        return filled(self.template.body, values_for(self.subject))

    @property
    def blocks(self) -> list[Block]:
        """The letter as it would look."""
        return blocks_of(self.text)

    @property
    def gaps(self) -> list[str]:
        """What is still to be written."""
        return [gap.strip("[] \n") for gap in gaps_in(self.text)]

    @property
    def must_tell(self) -> tuple[str, ...]:
        """What a refusal has to tell for its reason, empty for other letters."""
        refusal = self.subject.refusal
        return refusal.must_tell if refusal and self.template.moment == "refusal" else ()

    @property
    def sent_back(self) -> str:
        """Why the one who read it sent it back, empty if nobody did."""
        return LetterPage(self.papers, self.letters, self.papers.letter(self.letter)).sent_back if self.letter else ""

    @property
    def back(self) -> dict[str, str]:
        """Where the page leads back to."""
        number = self.papers.number
        if self.letter:
            return {"text": "The letter", "href": reverse("letter", args=[number, self.letter])}
        return {"text": "Choose another letter", "href": reverse("letter-choose", args=[number])}

    @property
    def field(self) -> dict[str, Any]:
        """The field of the text."""
        return {
            "id": "text",
            "name": "text",
            "label": {"text": "The letter", "classes": "govuk-label--m"},
            "hint": {"text": HOW_TO_WRITE},
            "rows": 26,
            "value": self.text,
            "errorMessage": error_of(self.form, "text"),
        }

    @property
    def problems(self) -> list[dict[str, str]]:
        """What could not be used."""
        return problems_of(self.form)
