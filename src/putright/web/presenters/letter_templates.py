"""The pages on which a council words its letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from putright.authorities import Authority
from putright.correspondence.letters import MOMENTS, MUST_SAY, Letters, LetterTemplate
from putright.correspondence.letters_fields import FIELDS
from putright.correspondence.letters_markdown import Block, blocks_of
from putright.correspondence.models import LetterVersion
from putright.web.forms.letters import WordingForm
from putright.web.presenters.problems import error_of, problems_of
from putright.web.presenters.words import moment


@dataclass(frozen=True)
class TemplateList:
    """Every letter of the council, by what it is for."""

    council: Authority
    letters: Letters

    @property
    def groups(self) -> list[tuple[str, list[tuple[LetterTemplate, str]]]]:
        """Each purpose with its letters and a line about each."""
        by_moment = groupby(self.letters.templates.values(), key=lambda template: template.moment)
        return [(MOMENTS[name], [(each, about(self.council, each)) for each in group]) for name, group in by_moment]


def about(council: Authority, template: LetterTemplate) -> str:
    """Where a letter is used, whether it is read by a second person, and whose wording it is."""
    adopted = council.procedures.get(template.procedure)
    category = council.vocabulary("category").label(adopted.category) if adopted else "All procedures"
    stage = adopted.stage_labels.get(template.stage, "") if adopted else ""
    vetting = "read by a second person" if template.to_be_vetted else ""
    version = f"version {template.version}, changed here" if template.version else ""
    return " · ".join(part for part in (category, stage, vetting, version) if part)


@dataclass(frozen=True)
class TemplatePage:
    """One letter's wording; `asked` is the number of an earlier version to put into the field again."""

    council: Authority
    template: LetterTemplate
    form: WordingForm
    versions: Sequence[LetterVersion]
    asked: str

    @cached_property
    def shown(self) -> LetterTemplate | LetterVersion:
        """The wording in the field: the present one, or the version that was asked for."""
        return next((each for each in self.versions if str(each.number) == self.asked), self.template)

    @property
    def about(self) -> str:
        """Where it is used."""
        return about(self.council, self.template)

    @property
    def title_field(self) -> dict[str, Any]:
        """What the letter is about."""
        return {
            "id": "title",
            "name": "title",
            "label": {"text": "What the letter is about", "classes": "govuk-label--s"},
            "hint": {"text": "The heading of the letter, and the subject of the e-mail it goes with."},
            "value": self._typed("title", self.shown.title),
            "errorMessage": error_of(self.form, "title"),
        }

    @property
    def body_field(self) -> dict[str, Any]:
        """The text with its fields."""
        return {
            "id": "body",
            "name": "body",
            "label": {"text": "Its text", "classes": "govuk-label--s"},
            "hint": {
                "text": "What stands in {{ }} is filled from the record, what stands in [[ ]] is left to the writer. "
                "Leave an empty line between paragraphs; start a heading with ##."
            },
            "rows": 24,
            "value": self.text,
            "errorMessage": error_of(self.form, "body"),
        }

    @property
    def vetting_field(self) -> dict[str, Any]:
        """Whether it is read by a second person."""
        ticked = "to_be_vetted" in self.form.data if self.form.is_bound else self.shown.to_be_vetted
        text = "A second person has to read it before it is sent"
        item = {"value": "on", "text": text, "checked": ticked, "id": "to_be_vetted"}
        return {"idPrefix": "to_be_vetted", "name": "to_be_vetted", "items": [item]}

    @property
    def text(self) -> str:
        """The text in the field."""
        return self._typed("body", self.shown.body)

    @property
    def blocks(self) -> list[Block]:
        """The letter as it looks, its fields still in it."""
        return blocks_of(self.text)

    @property
    def fields(self) -> list[tuple[str, str]]:
        """Every field there is, and what stands in its place."""
        return [(f"{{{{ {name} }}}}", f"{what[:1].upper()}{what[1:]}.") for name, what in FIELDS.items()]

    @property
    def must_say(self) -> list[str]:
        """The fields this letter may not be without."""
        return [f"{{{{ {name} }}}}" for name in MUST_SAY[self.template.moment]]

    @property
    def history(self) -> list[tuple[int, str]]:
        """The number of each version saved here, and who saved it when; the latest first."""
        return [(each.number, f"{each.by}, {moment(each.saved_at)}") for each in self.versions]

    @property
    def problems(self) -> list[dict[str, str]]:
        """What could not be used."""
        return problems_of(self.form)

    def _typed(self, name: str, otherwise: str) -> str:
        return str(self.form[name].value() or "") if self.form.is_bound else otherwise
