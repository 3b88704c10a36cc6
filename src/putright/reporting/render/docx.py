"""A report as a Word file: real headings, a contents field, captions, repeated header rows, charts with words."""

from __future__ import annotations

import io
from datetime import datetime, time
from itertools import groupby

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.text.paragraph import Paragraph as WordParagraph

from putright.reporting.charts import BuiltChart
from putright.reporting.document import Block, Heading, Paragraph, Placed
from putright.reporting.render import charts
from putright.reporting.render.archives import undated
from putright.reporting.render.heads import heading_rows
from putright.reporting.render.words import cell_words, number, span_words
from putright.reporting.report import BuiltReport
from putright.reporting.tables import BuiltTable

_LISTS = {"": None, "bullet": "List Bullet", "number": "List Number"}
_DARK_BLUE = RGBColor(0x12, 0x43, 0x6D)


def render(report: BuiltReport) -> bytes:
    """The report as a .docx file. Word fills in the contents when it opens the file."""
    word = docx.Document()
    _styles(word)
    word.core_properties.title = report.title
    word.core_properties.author = report.authority
    word.core_properties.language = "en-GB"
    ended = datetime.combine(report.period.end, time(12))
    word.core_properties.created = word.core_properties.modified = ended
    word.add_paragraph(report.title, style="Title")
    word.add_paragraph(report.authority, style="Subtitle")
    _contents(word)
    for block in report.document.blocks:
        _block(word, block, report)
    _about(word, report)
    file = io.BytesIO()
    word.save(file)
    return undated(file.getvalue())


def _styles(word: WordDocument) -> None:
    word.styles["Normal"].font.name = "Arial"
    word.styles["Normal"].font.size = Pt(11)
    for name in ("Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Caption"):
        style = word.styles[name]
        style.font.name = "Arial"
        style.font.color.rgb = _DARK_BLUE
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    word.styles["Caption"].paragraph_format.keep_with_next = True


def _contents(word: WordDocument) -> None:
    """A field of Word's own, with the headings of this report until Word has put in the page numbers."""
    word.add_paragraph("Contents", style="Subtitle")
    paragraph = word.add_paragraph()
    for kind, text in (("begin", ""), ("", 'TOC \\o "1-3" \\h \\z \\u'), ("separate", "")):
        run = paragraph.add_run()._r  # noqa: SLF001
        run.append(_element("w:fldChar", {"w:fldCharType": kind}) if kind else _instruction(text))
    paragraph.add_run("Open the file in Word and let it update its fields to see the contents here.")
    paragraph.add_run()._r.append(_element("w:fldChar", {"w:fldCharType": "end"}))  # noqa: SLF001
    word.settings.element.append(_element("w:updateFields", {"w:val": "true"}))


def _block(word: WordDocument, block: Block, report: BuiltReport) -> None:
    if isinstance(block, Heading):
        word.add_heading(block.text, level=block.level)
    elif isinstance(block, Paragraph):
        paragraph = word.add_paragraph(style=_LISTS[block.marker])
        for span in block.spans:
            run = paragraph.add_run(span_words(span, report))
            run.bold, run.italic = span.strong or None, span.emphasis or None
    elif isinstance(block, Placed):
        if block.kind == "table":
            _table(word, report.table[block.id])
        elif block.kind == "chart":
            _chart(word, report.chart[block.id])
        else:
            for item in report.lists[block.id]:
                word.add_paragraph(item, style="List Number")


def _table(word: WordDocument, built: BuiltTable) -> None:
    word.add_paragraph(built.title, style="Caption")
    table = _grid(word, len(built.columns) + 1)
    _headings(table, built)
    _repeat_headers(table)
    for group, rows in groupby(built.shown, key=lambda row: row.group):
        listed = list(rows)
        if group and not (len(listed) == 1 and listed[0].label == group):
            cells = _new_row(table)
            _write(cells[0].merge(cells[-1]), group, bold=True)
        for row in listed:
            _row(table, row.label, [cell_words(cell) for cell in row.cells], bold=row.is_total)
    for note in built.notes:
        word.add_paragraph(note)


def _headings(table: WordTable, built: BuiltTable) -> None:
    headings = heading_rows(built)
    cells = [_new_row(table) for _ in headings]
    first = cells[0][0].merge(cells[-1][0]) if len(cells) > 1 else cells[0][0]
    _write(first, built.rows_are[:1].upper() + built.rows_are[1:], bold=True)
    for down, row in enumerate(headings):
        for head in row:
            cell = cells[down][head.first + 1]
            if head.across > 1 or head.down > 1:
                cell = cell.merge(cells[down + head.down - 1][head.first + head.across])
            _write(cell, head.text, bold=True, right=True)


def _chart(word: WordDocument, built: BuiltChart) -> None:
    word.add_paragraph(built.title, style="Caption")
    word.add_picture(io.BytesIO(charts.png(built)), width=Cm(15))
    picture = word.paragraphs[-1]._p  # noqa: SLF001
    for properties in picture.iter(qn("wp:docPr")):
        properties.set("descr", built.alt)
        properties.set("title", built.title)
    word.add_paragraph(f"{built.title}: the numbers", style="Caption")
    table = _grid(word, len(built.years) + 1)
    _row(table, built.unit[:1].upper() + built.unit[1:], list(built.years), bold=True)
    _repeat_headers(table)
    for series in built.series:
        _row(table, series.label, [number(value) for value in series.values])


def _about(word: WordDocument, report: BuiltReport) -> None:
    word.add_heading("About the figures", level=2)
    failed = [check for check in report.checks if not check.ok]
    word.add_paragraph(f"{len(report.checks)} checks were made of the figures; {len(failed) or 'none'} did not hold.")
    for check in failed:
        word.add_paragraph(check.message, style="List Bullet")
    if report.not_computed:
        word.add_paragraph("The records do not hold what would be needed for these:")
    for told in report.not_computed:
        word.add_paragraph(f"{told.what}. {told.why}", style="List Bullet")


def _grid(word: WordDocument, columns: int) -> WordTable:
    table: WordTable = word.add_table(rows=0, cols=columns)
    table.style = word.styles["Table Grid"]
    return table


def _new_row(table: WordTable) -> tuple[WordCell, ...]:
    cells: tuple[WordCell, ...] = table.add_row().cells  # type: ignore[no-untyped-call]  # python-docx leaves it so
    return cells


def _row(table: WordTable, label: str, values: list[str], bold: bool = False) -> None:
    cells = _new_row(table)
    _write(cells[0], label, bold=bold)
    for cell, value in zip(cells[1:], values, strict=True):
        _write(cell, value, bold=bold, right=True)


def _write(cell: WordCell, text: str, bold: bool = False, right: bool = False) -> None:
    paragraph: WordParagraph = cell.paragraphs[0]
    paragraph.add_run(text).bold = bold
    paragraph.paragraph_format.space_after = Pt(2)
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _repeat_headers(table: WordTable) -> None:
    """Every row so far is a header: repeated on each page, never split."""
    for row in table.rows:
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001
        properties.append(_element("w:cantSplit", {}))
        properties.append(_element("w:tblHeader", {}))


def _instruction(text: str) -> BaseOxmlElement:
    instruction = _element("w:instrText", {"xml:space": "preserve"})
    instruction.text = text
    return instruction


def _element(name: str, attributes: dict[str, str]) -> BaseOxmlElement:
    element: BaseOxmlElement = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(key), value)
    return element
