"""One chapter of a draft: its commentary, and the figures that can be placed in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup

from putright.issuing.contents import Written
from putright.reporting.commentary import chapters
from putright.reporting.document import Document, Heading, anchor
from putright.reporting.render import html
from putright.reporting.render.words import figure_words
from putright.web.forms.issuing import CommentaryForm
from putright.web.presenters.issuing.draft import DraftFrame
from putright.web.presenters.problems import error_of, problems_of
from putright.web.presenters.words import moment


@dataclass(frozen=True)
class ChapterPage(DraftFrame):
    """A chapter, the form in which the commentary of `post` is written, and the report as it is now."""

    key: str
    post: str
    may_write_for_others: bool
    written: Written
    form: CommentaryForm

    @property
    def chapter(self) -> str:
        """What the chapter is called."""
        return next(each.title for each in chapters(self.definition.document) if each.key == self.key)

    @property
    def problems(self) -> list[dict[str, str]]:
        """What could not be used."""
        return problems_of(self.form)

    @property
    def others(self) -> list[dict[str, str]]:
        """What other posts wrote, or are to write, for this chapter."""
        state = self.opened.state
        posts = dict.fromkeys([*state.writers(self.key), *(w.post for w in state.commentary if w.chapter == self.key)])
        return [{"post": post, "said": self._said(post)} for post in posts if post != self.post]

    def _said(self, post: str) -> str:
        written = self.opened.state.written(self.key, post)
        if written is None:
            return "nothing yet"
        state = "finished" if written.is_finished else "not finished"
        return f"{state}, last written by the {written.by} on {moment(written.at)}"

    @property
    def body_field(self) -> dict[str, Any]:
        """The text."""
        written = self.opened.state.written(self.key, self.post)
        text = self.form["text"].value() if self.form.is_bound else written.text if written else ""
        return {
            "id": "text",
            "name": "text",
            "label": {"text": f"Commentary by the {self.post}", "classes": "govuk-label--m"},
            "hint": {
                "text": "It stands at the end of the chapter. Leave an empty line between paragraphs, begin a heading "
                "with ###. Write {{figure …}} where a number is to stand."
            },
            "rows": 14,
            "value": text or "",
            "errorMessage": error_of(self.form, "text"),
        }

    @property
    def finished_field(self) -> dict[str, Any]:
        """Whether anything is still to come."""
        written = self.opened.state.written(self.key, self.post)
        ticked = "is_finished" in self.form.data if self.form.is_bound else bool(written and written.is_finished)
        item = {"value": "on", "text": "It is finished", "checked": ticked, "id": "is_finished"}
        return {"idPrefix": "is_finished", "name": "is_finished", "items": [item]}

    @property
    def figures(self) -> list[tuple[str, str, str]]:
        """Every figure: what to write, what it says, how it is printed."""
        return [
            (f"{{{{figure {figure.id}}}}}", figure.says, figure_words(figure)) for figure in self.written.report.figures
        ]

    @cached_property
    def looks(self) -> Markup:
        """The chapter as it looks now."""
        blocks, is_inside = [], False
        for block in self.written.report.document.blocks:
            if isinstance(block, Heading) and block.level <= 2:
                is_inside = block.level == 2 and anchor(block.text) == self.key
            elif is_inside:
                blocks.append(block)
        return html.body(self.written.report, None, Document(tuple(blocks)))
