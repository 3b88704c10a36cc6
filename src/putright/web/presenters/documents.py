"""The pages of documents and of correspondence added by hand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from putright.casework import virus_check
from putright.casework.documents import kept
from putright.casework.media_types import LARGEST, TAKEN
from putright.casework.taking_documents import MOST_AT_ONCE
from putright.record.parts import Document
from putright.web.files import SHOWN
from putright.web.forms.documents import CorrespondenceForm, DocumentsForm
from putright.web.forms.steps.lists import CHANNELS, DIRECTIONS
from putright.web.papers import Papers
from putright.web.presenters.problems import error_of, problems_of
from putright.web.presenters.step_page import question
from putright.web.presenters.words import long_date

TEXTS = ("text/plain", "text/csv", "message/rfc822")
SHOWN_AT_MOST = 20_000
ERASED = "Name erased"


@dataclass(frozen=True)
class AddingPage:
    """Putting documents on the record."""

    papers: Papers
    form: DocumentsForm

    @property
    def files_field(self) -> dict[str, Any]:
        """Which files, how many and how large."""
        endings, most = ", ".join(sorted(TAKEN)), LARGEST // 1024 // 1024
        return {
            "id": "files",
            "name": "files",
            "multiple": True,
            "label": {"text": "Documents", "classes": "govuk-label--s"},
            "hint": {"text": f"Up to {MOST_AT_ONCE} at once, each at most {most} MB, of these kinds: {endings}."},
            "attributes": {"multiple": "multiple"},
            "errorMessage": error_of(self.form, "files"),
        }

    @property
    def confidential_field(self) -> dict[str, Any]:
        """Whether they are confidential."""
        item = {
            "value": "on",
            "text": "Confidential",
            "id": "confidential",
            "checked": "confidential" in self.form.data,
            "hint": {"text": "Only those who see all of the council's representations may open it."},
        }
        return {"idPrefix": "confidential", "name": "confidential", "items": [item]}

    @property
    def is_checked_for_viruses(self) -> bool:
        """Whether a virus check is set up."""
        return virus_check.is_set()

    @property
    def problems(self) -> list[dict[str, str]]:
        """What could not be used."""
        return problems_of(self.form)


@dataclass(frozen=True)
class CorrespondencePage(AddingPage):
    """Putting an exchange on the record."""

    form: CorrespondenceForm

    @property
    def direction(self) -> dict[str, Any]:
        """Which way it went."""
        return self._radios("direction", "Which way did it go?", list(DIRECTIONS.items()))

    @property
    def channel(self) -> dict[str, Any]:
        """What it was."""
        return self._radios("channel", "What was it?", list(CHANNELS.items()))

    @property
    def party(self) -> dict[str, Any]:
        """With whom."""
        return self._radios("party", "With whom?", self.form.sides)

    @property
    def day(self) -> Any:
        """When."""
        return question(self.form["on"])

    @property
    def text(self) -> dict[str, Any]:
        """What was said."""
        return {
            "id": "text",
            "name": "text",
            "label": {"text": "What was said?", "classes": "govuk-label--s"},
            "rows": 6,
            "value": str(self.form["text"].value() or ""),
            "errorMessage": error_of(self.form, "text"),
        }

    def _radios(self, name: str, legend: str, choices: list[tuple[str, str]]) -> dict[str, Any]:
        return {
            "idPrefix": name,
            "name": name,
            "classes": "govuk-radios--small" if len(choices) > 2 else "govuk-radios--inline",
            "fieldset": {"legend": {"text": legend, "classes": "govuk-fieldset__legend--s"}},
            "items": [{"value": code, "text": text} for code, text in choices],
            "value": str(self.form[name].value() or ""),
            "errorMessage": error_of(self.form, name),
        }

    @property
    def problems(self) -> list[dict[str, str]]:
        """What could not be used, each leading to its field; the day to its first part."""
        return [
            fault | {"href": "#on-day" if fault["href"] == "#on" else fault["href"]} for fault in problems_of(self.form)
        ]


@dataclass(frozen=True)
class DocumentPage:
    """One document."""

    papers: Papers
    document: Document

    @property
    def name(self) -> str:
        """The name it was added under."""
        return self.papers.words.get(self.document.words, ERASED)

    @property
    def rows(self) -> list[dict[str, Any]]:
        """What is known of it."""
        document = self.document
        by = next(
            entry.by for entry in self.papers.entries if getattr(entry.event, "document", None) == document.number
        )
        rows = [
            ("Kind", kind_of(document.media_type)),
            ("Size", size_of(document.size)),
            ("Added", f"{long_date(document.added_on)} by {by}"),
            ("SHA-256", document.sha256),
        ]
        return [{"key": {"text": head}, "value": {"text": text}} for head, text in rows]

    @property
    def is_image(self) -> bool:
        """Whether a browser shows it as a picture."""
        return self.document.media_type in SHOWN and self.document.media_type.startswith("image/")

    @property
    def is_pdf(self) -> bool:
        """Whether a browser shows it in a page of its own."""
        return self.document.media_type == "application/pdf"

    @cached_property
    def text(self) -> str:
        """The beginning of a text, empty for anything else."""
        if self.document.media_type not in TEXTS:
            return ""
        return kept(self.document.sha256)[: SHOWN_AT_MOST * 4].decode("utf-8", "replace")[:SHOWN_AT_MOST]

    @property
    def is_cut_short(self) -> bool:
        """Whether there is more of the text than is shown."""
        return len(self.text) == SHOWN_AT_MOST


def kind_of(media_type: str) -> str:
    """A media type as people call it.

    >>> kind_of("application/pdf")
    'PDF'
    """
    return next((ending.upper() for ending, (known, _) in TAKEN.items() if known == media_type), media_type)


def size_of(size: int) -> str:
    """A size in bytes as people say it.

    >>> size_of(700), size_of(2_300), size_of(3_400_000)
    ('1 KB', '3 KB', '3.3 MB')
    """
    return f"{size / 1024 / 1024:.1f} MB" if size >= 1024 * 1024 else f"{-(-size // 1024)} KB"
