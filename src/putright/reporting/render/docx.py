"""A report as a Word file: real headings and styles, contents, captions, repeated header rows, charts with words."""

from __future__ import annotations

import io
from datetime import datetime, time

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph as WordParagraph

from putright.reporting.document import Heading
from putright.reporting.render import charts
from putright.reporting.render.archives import undated
from putright.reporting.render.captions import Caption
from putright.reporting.render.docx_fields import (
    Entry,
    add_contents,
    bookmark,
    element,
    new_numbering,
    page_number,
    sequence,
)
from putright.reporting.render.docx_styles import set_styles
from putright.reporting.render.docx_tables import add_table
from putright.reporting.render.paper import Grid, Listing, Paper, Part, Picture, Prose, Run, paper_of
from putright.reporting.report import BuiltReport

_MARGIN = Cm(2.5)
_AFTER_UPDATE_FIELDS = ("w:hdrShapeDefaults", "w:footnotePr", "w:endnotePr", "w:compat", "w:rsids", "m:mathPr")


def render(report: BuiltReport) -> bytes:
    """The report as a .docx file. Word puts the numbers of the pages into the contents when it opens the file."""
    paper = paper_of(report)
    word = docx.Document()
    set_styles(word)
    _properties(word, paper, datetime.combine(report.period.end, time(12)))
    _front(word, paper)
    at = 0
    for number, sheets in enumerate(paper.sheets):
        _orient(word, sheets.turned, first=number == 0)
        for part in sheets.parts:
            _part(word, part, at)
            at += 1
    file = io.BytesIO()
    word.save(file)
    return undated(file.getvalue())


def _properties(word: WordDocument, paper: Paper, ended: datetime) -> None:
    about = word.core_properties
    about.title, about.author, about.last_modified_by = paper.title, paper.authority, paper.authority
    about.language, about.comments = "en-GB", ""
    about.created = about.modified = ended


def _front(word: WordDocument, paper: Paper) -> None:
    word.add_paragraph(paper.title, style="Title")
    word.add_paragraph(paper.authority, style="Subtitle")
    word.add_paragraph(paper.covers)
    headings, captions = [], []
    for at, part in enumerate(paper.parts):
        if isinstance(part, Heading) and part.level <= 2:
            headings.append(Entry(part.level, part.text, _mark(at)))
        elif isinstance(part, Picture) or (isinstance(part, Grid) and part.outlined):
            captions.append(Entry(1, part.caption.text, _mark(at)))
    word.add_paragraph("Contents", style="TOC Heading")
    add_contents(word, '\\o "1-2" \\h \\z \\u', headings)
    if captions:
        word.add_paragraph("Tables and charts", style="TOC Heading")
        add_contents(word, '\\h \\z \\t "Caption,1"', captions)
    update = element("w:updateFields", {"w:val": "true"})
    word.settings.element.insert_element_before(update, *_AFTER_UPDATE_FIELDS)
    footer = word.sections[0].footer.paragraphs[0]
    footer.text = f"{paper.authority}\t"
    page_number(footer)


def _mark(at: int) -> str:
    """The bookmark of the part with this number."""
    return f"_Toc{at:06d}"


def _orient(word: WordDocument, turned: bool, first: bool) -> None:
    """A section of its own for pages that lie on the side, and for those that stand again after them."""
    section = word.sections[0] if first else word.add_section()
    long, short = Cm(29.7), Cm(21)
    section.orientation = WD_ORIENT.LANDSCAPE if turned else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if turned else (short, long)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN


def _part(word: WordDocument, part: Part, at: int) -> None:
    if isinstance(part, Heading):
        paragraph = word.add_heading(part.text, level=part.level)
        bookmark(paragraph, _mark(at), at)
        paragraph.paragraph_format.page_break_before = True if part.level == 1 else None
    elif isinstance(part, Prose):
        _write(word.add_paragraph(), part.runs)
    elif isinstance(part, Listing):
        numbering = new_numbering(word) if part.numbered else None
        for item in part.items:
            paragraph = word.add_paragraph(style="List Number" if part.numbered else "List Bullet")
            if numbering is not None:
                paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = numbering  # noqa: SLF001
            _write(paragraph, item)
    else:
        bookmark(_caption(word, part.caption), _mark(at), at)
        if isinstance(part, Picture):
            _picture(word, part)
        else:
            add_table(word, part)
            word.add_paragraph(" ".join(part.notes), style="Table note")


def _write(paragraph: WordParagraph, runs: tuple[Run, ...]) -> None:
    for words in runs:
        run = paragraph.add_run(words.text)
        run.bold, run.italic = words.strong or None, words.emphasis or None
        if words.href:
            link = element("w:hyperlink", {"r:id": paragraph.part.relate_to(words.href, _LINK, is_external=True)})
            run.style = "Hyperlink"
            link.append(run._r)  # noqa: SLF001
            paragraph._p.append(link)  # noqa: SLF001


_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def _caption(word: WordDocument, caption: Caption) -> WordParagraph:
    paragraph = word.add_paragraph(style="Caption")
    if caption.number:
        paragraph.add_run(f"{caption.kind} ")
        sequence(paragraph, caption.kind, caption.number)
        paragraph.add_run(f": {caption.title}")
    else:
        paragraph.add_run(caption.title)
    return paragraph


def _picture(word: WordDocument, part: Picture) -> None:
    width, height = charts.size(part.chart)
    word.add_picture(io.BytesIO(charts.png(part.chart)), width=Cm(width), height=Cm(height))
    picture = word.paragraphs[-1]
    picture.paragraph_format.keep_with_next = True
    for properties in picture._p.iter(qn("wp:docPr")):  # noqa: SLF001
        properties.set("descr", part.chart.alt)
        properties.set("title", part.caption.text)
