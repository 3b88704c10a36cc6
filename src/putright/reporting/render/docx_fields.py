"""What Word counts by itself: contents with the numbers of pages, the numbers of tables, of a page and of all pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph


@dataclass(frozen=True)
class Entry:
    """A line of contents: its level from 1, its words, and the bookmark of what it leads to."""

    level: int
    text: str
    mark: str


def element(name: str, attributes: dict[str, str], *inside: BaseOxmlElement) -> BaseOxmlElement:
    """An element of Word's XML."""
    made: BaseOxmlElement = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(key), value)
    made.extend(inside)
    return made


def add_contents(word: WordDocument, instruction: str, entries: Sequence[Entry]) -> None:
    """A field of Word's own: the lines of contents as they stand, to which Word adds the numbers of the pages."""
    start, code, separate, end = _field(f" TOC {instruction} ")
    for at, entry in enumerate(entries):
        paragraph = word.add_paragraph(style=f"toc {entry.level}")._p  # noqa: SLF001
        page = _field(f" PAGEREF {entry.mark} \\h ")
        shown = [_words(entry.text), _run(element("w:tab", {})), *page]
        link = element("w:hyperlink", {"w:anchor": entry.mark, "w:history": "1"}, *shown)
        paragraph.extend([start, code, separate, link] if at == 0 else [link])
        if at == len(entries) - 1:
            paragraph.append(end)


def bookmark(paragraph: Paragraph, mark: str, number: int) -> None:
    """Give what `paragraph` says a name, so that contents can lead to it."""
    start = element("w:bookmarkStart", {"w:id": str(number), "w:name": mark})
    paragraph._p.insert(0 if paragraph._p.pPr is None else 1, start)  # noqa: SLF001
    paragraph._p.append(element("w:bookmarkEnd", {"w:id": str(number)}))  # noqa: SLF001


def sequence(paragraph: Paragraph, kind: str, number: int) -> None:
    """The number of a table among the tables, or of a chart among the charts."""
    start, code, separate, end = _field(f" SEQ {kind} \\* ARABIC ")
    paragraph._p.extend([start, code, separate, _words(str(number)), end])  # noqa: SLF001


def page_number(paragraph: Paragraph) -> None:
    """Page 1 of 9."""
    for before, instruction in (("Page ", " PAGE "), (" of ", " NUMPAGES ")):
        start, code, separate, end = _field(instruction)
        paragraph._p.extend([_words(before), start, code, separate, _words("1"), end])  # noqa: SLF001


def new_numbering(word: WordDocument) -> int:
    """The number by which the items of one list begin again at 1, in the style List Number."""
    known = word.part.numbering_part.element
    of_the_style = word.styles["List Number"].element.pPr.numPr.numId.val
    look = known.num_having_numId(of_the_style).abstractNumId.val
    made = known.add_num(look)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def _field(instruction: str) -> list[BaseOxmlElement]:
    code = element("w:instrText", {"xml:space": "preserve"})
    code.text = instruction
    start, separate, end = (element("w:fldChar", {"w:fldCharType": kind}) for kind in ("begin", "separate", "end"))
    return [_run(part) for part in (start, code, separate, end)]


def _words(text: str) -> BaseOxmlElement:
    words = element("w:t", {"xml:space": "preserve"})
    words.text = text
    return _run(words)


def _run(inside: BaseOxmlElement) -> BaseOxmlElement:
    return element("w:r", {}, inside)
