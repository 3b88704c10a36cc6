"""A letter as a Word file."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime, time

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from putright.correspondence.letters_markdown import Line, Run
from putright.correspondence.letters_sheet import Sheet

_STYLES = {"paragraph": "Normal", "heading": "Heading 2", "bullets": "List Bullet", "numbers": "List Number"}


def word_of(sheet: Sheet) -> bytes:
    """The letter as a .docx file."""
    word = docx.Document()
    _page(word)
    properties = word.core_properties
    properties.title, properties.author, properties.language = sheet.title, sheet.council, "en-GB"
    properties.created = properties.modified = datetime.combine(sheet.on, time(12))
    head = _lines(word, (sheet.council, *sheet.sender))
    head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    head.runs[0].bold = True
    if sheet.recipient:
        _lines(word, sheet.recipient)
    _lines(word, (sheet.dated, f"Our reference: {sheet.reference}"))
    word.add_heading(sheet.title, level=1)
    for block in sheet.blocks:
        for line in block.lines:
            _set(word.add_paragraph(style=_STYLES[block.kind]), line)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _page(word: WordDocument) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.5)
    for name, size in (("Normal", 12), ("Heading 1", 15), ("Heading 2", 13)):
        style = word.styles[name]
        style.font.name, style.font.size = "Arial", Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    word.styles["Normal"].paragraph_format.space_after = Pt(10)


def _lines(word: WordDocument, lines: Sequence[str]) -> Paragraph:
    """One paragraph of lines that belong together, such as an address."""
    paragraph = word.add_paragraph()
    for number, line in enumerate(lines):
        run = paragraph.add_run(line)
        if number < len(lines) - 1:
            run.add_break()
    return paragraph


def _set(paragraph: Paragraph, line: Line) -> None:
    for run in line:
        if run.text == "\n":
            paragraph.add_run().add_break()
        elif run.href:
            _link(paragraph, run)
        else:
            added = paragraph.add_run(run.text)
            added.bold, added.italic = run.bold or None, run.italic or None


def _link(paragraph: Paragraph, run: Run) -> None:
    """A link, which the library can read but not write."""
    added = paragraph.add_run(run.text)
    added.underline = True
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), paragraph.part.relate_to(run.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    paragraph.paragraph_format.element.append(element)
    element.append(added.element)
