"""Commentary on one year's report, set into the chapters of its definition."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.reporting.hampshire import definition, report

from putright.reporting.commentary import Commentary, chapters, faults_in, with_commentary
from putright.reporting.document import Heading, Paragraph, parse_document
from putright.reporting.render import html

PROSE = parse_document("# Title\n\nBefore.\n\n## One\n\nFirst.\n\n### Part\n\nMore.\n\n## Two\n\nSecond.")


def words_of(*commentaries: Commentary) -> list[str]:
    document = with_commentary(replace(definition(), document=PROSE), commentaries).document
    return [
        block.text if isinstance(block, Heading) else "".join(span.text for span in block.spans)
        for block in document.blocks
        if isinstance(block, Heading | Paragraph)
    ]


def test_the_chapters_are_the_headings_of_the_second_level() -> None:
    assert [(chapter.key, chapter.title) for chapter in chapters(PROSE)] == [("one", "One"), ("two", "Two")]


def test_commentary_stands_at_the_end_of_its_chapter_with_who_wrote_it() -> None:
    assert words_of(Commentary("one", "We did well.", "Head of Service")) == [
        "Title", "Before.", "One", "First.", "Part", "More.", "We did well.", "Commentary by the Head of Service.",
        "Two", "Second.",
    ]  # fmt: skip
    assert words_of(Commentary("two", "And here.", "Director"))[-2:] == ["And here.", "Commentary by the Director."]


def test_an_empty_commentary_leaves_no_trace() -> None:
    assert words_of(Commentary("one", "  \n", "Head of Service")) == words_of()


def test_a_figure_in_commentary_is_worked_out_like_any_other() -> None:
    texts = [Commentary("summary", "We had {{figure s1}}.", "Head of Service")]
    document = with_commentary(definition(), texts).document
    printed = html.render(replace(report(), document=document)).decode()
    assert "We had <a" in printed or "We had 982 representations" in printed
    assert "Commentary by the Head of Service." in printed


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("There were {{figure s999}}.", "there is no such figure"),
        ("There were {{figures s1}}.", "is not understood"),
        ("{{table table-99}}", "there is no such table"),
        ("{{table table-1a}}", "is in the report already"),
        ("## A new chapter", "would begin a chapter: begin it with ###"),
    ],
)
def test_what_cannot_be_used_is_said(text: str, says: str) -> None:
    (fault,) = faults_in(definition(), text)
    assert says in fault


def test_what_can_be_used_has_no_faults() -> None:
    assert faults_in(definition(), "### Why\n\nThere were {{figure s1}} in {{year}}.\n\n> “It took too long.”") == ()


def test_a_quotation_is_printed_as_one() -> None:
    document = with_commentary(definition(), [Commentary("summary", "> It took too long.", "Director")]).document
    printed = html.render(replace(report(), document=document)).decode()
    assert "<blockquote><p>It took too long.</p></blockquote>" in printed
    assert printed.count("<blockquote>") == 1
