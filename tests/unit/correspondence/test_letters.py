"""A letter's text: its fields, its paragraphs, and the two files it is set in."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.correspondence.letters_page import PAGE, page

from putright.authorities import known_authorities, load_authority
from putright.correspondence.letters_fields import FIELDS, filled, gaps_in, plain
from putright.correspondence.letters_markdown import Block, Run, blocks_of, plain_text
from putright.correspondence.letters_pdf import NotPrintable, pdf_of
from putright.correspondence.letters_reading import read_letters
from putright.correspondence.letters_sheet import Sheet
from putright.correspondence.letters_word import word_of

TEXT = """Dear **Parent A**

Thank you for *your* complaint,
which we received.

## What we found

1. Calls: **upheld**
2. Letters: not upheld

- See [the Ombudsman](https://www.lgo.org.uk)
"""
SHEET = Sheet(
    council="Hampshire County Council",
    sender=("Complaints team", "01632 960 100"),
    recipient=("Parent A", "1 High Street"),
    on=date(2018, 4, 16),
    reference="CSC18-00010",
    title="Our answer",
    blocks=tuple(blocks_of(TEXT)),
)
SIGNS_NO_FONT_HAS = "\U000f0000"


def words(text: str) -> str:
    """The words of a text as they are set."""
    return plain_text(blocks_of(text))


def test_a_text_is_headings_lists_and_paragraphs_with_new_lines_kept() -> None:
    blocks = blocks_of(TEXT)
    assert [block.kind for block in blocks] == ["paragraph", "paragraph", "heading", "numbers", "bullets"]
    assert blocks[0].lines == ((Run("Dear "), Run("Parent A", bold=True)),)
    assert Run("\n") in blocks[1].lines[0]
    assert blocks[3].lines[0] == (Run("Calls: "), Run("upheld", bold=True))
    assert blocks[4].lines[0][1] == Run("the Ombudsman", href="https://www.lgo.org.uk")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "| a | b |",
        "#panic() $x$",
        "    four spaces",
        "&amp; `x`",
    ],
)
def test_what_is_no_letter_stays_as_it_was_typed(text: str) -> None:
    assert blocks_of(text) == [Block("paragraph", ((Run(text.strip()),),))]


def test_fields_are_filled_and_what_is_not_known_becomes_a_gap() -> None:
    text = filled("{{ reference }}, {{complainant}}: {{ due_on }}", {"reference": "R-1", "complainant": "Parent A"})
    assert text == "R-1, Parent A: [[ the last day for the answer of the stage ]]"
    assert gaps_in(text) == ["[[ the last day for the answer of the stage ]]"]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=40))
def test_a_value_is_never_read_as_markdown(value: str) -> None:
    assert words(f"Dear {plain(value)} and others") == f"Dear {value} and others"


@pytest.mark.parametrize("slug", known_authorities())
def test_a_council_has_a_letter_for_every_moment_and_an_answer_for_every_stage(slug: str) -> None:
    council = load_authority(slug)
    letters = read_letters(council)
    for procedure, adopted in council.procedures.items():
        fitting = letters.for_procedure(procedure)
        assert {letter.moment for letter in fitting} >= {
            "acknowledgement", "extension", "refusal", "response", "withdrawal", "ombudsman",
        }  # fmt: skip
        assert {letter.stage for letter in fitting if letter.moment == "response"} == set(adopted.stage_labels)
    for letter in letters.templates.values():
        assert "{{" not in filled(letter.body, dict.fromkeys(FIELDS, "x")), letter.code


def test_the_pdf_is_tagged_and_the_same_letter_is_the_same_bytes() -> None:
    pdf = pdf_of(SHEET)
    assert pdf.startswith(b"%PDF-1.7")
    assert re.search(rb"/MarkInfo\s*<<\s*/Marked true", pdf) or b"/StructTreeRoot" in pdf
    assert b"pdfuaid" in pdf
    assert pdf == pdf_of(SHEET)
    assert pdf != pdf_of(replace(SHEET, title="Another answer"))


def test_a_sign_that_cannot_be_printed_is_named() -> None:
    with pytest.raises(NotPrintable, match=r"f0000.* cannot be printed"):
        pdf_of(replace(SHEET, blocks=tuple(blocks_of(f"Dear {SIGNS_NO_FONT_HAS}"))))


def test_the_word_file_says_the_same() -> None:
    word = docx.Document(io.BytesIO(word_of(SHEET)))
    said = [(paragraph.style.name, paragraph.text) for paragraph in word.paragraphs if paragraph.style]
    assert said[1:4] == [
        ("Normal", "Parent A\n1 High Street"),
        ("Normal", "16 April 2018\nOur reference: CSC18-00010"),
        ("Heading 1", "Our answer"),
    ]
    assert ("List Number", "Calls: upheld") in said
    assert ("List Bullet", "See the Ombudsman") in said
    assert word.core_properties.language == "en-GB"


def test_the_page_of_the_letters_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "write it anew: python -m tests.unit.correspondence.letters_page"
