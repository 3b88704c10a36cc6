"""A table of a Word file: header rows that are repeated, rows that are not split, words for who cannot see it."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell

from putright.reporting.render.docx_fields import element
from putright.reporting.render.paper import Grid, Line


def add_table(word: WordDocument, grid: Grid) -> None:
    """`grid` as the last thing of `word` so far."""
    depth = len(grid.heads)
    table = word.add_table(rows=depth + len(grid.lines), cols=len(grid.widths))
    table.autofit = False
    for column, width in zip(table.columns, grid.widths, strict=True):
        column.width = Cm(width)
    rows = [row.cells for row in table.rows]
    for cells in rows:
        for cell, width in zip(cells, grid.widths, strict=True):
            cell.width = Cm(width)
    _look(table, grid)
    _headings(rows, grid)
    for row in table.rows[:depth]:
        _keep_whole(row._tr, repeated=True)  # noqa: SLF001
    for cells, line, row in zip(rows[depth:], grid.lines, table.rows[depth:], strict=True):
        _keep_whole(row._tr)  # noqa: SLF001
        _line(cells, line, grid)


def _look(table: WordTable, grid: Grid) -> None:
    """Lines between the rows only; the caption is the table's name to a screen reader."""
    properties = table._tbl.tblPr  # noqa: SLF001
    grey = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "B1B4B6"}
    dark = {**grey, "w:sz": "8", "w:color": "12436D"}
    lines = [element(f"w:{side}", look) for side, look in (("top", dark), ("bottom", dark), ("insideH", grey))]
    narrow = {"w:w": "85", "w:type": "dxa"}
    margins = element("w:tblCellMar", {}, element("w:left", narrow), element("w:right", narrow))
    said = f"{grid.corner} by {', '.join(dict.fromkeys(head.text for row in grid.heads for head in row))}"
    properties.insert_element_before(element("w:tblBorders", {}, *lines), "w:tblLayout", "w:tblLook")
    properties.insert_element_before(margins, "w:tblLook")
    properties.append(element("w:tblCaption", {"w:val": grid.caption.text}))
    properties.append(element("w:tblDescription", {"w:val": said}))


def _headings(rows: list[tuple[WordCell, ...]], grid: Grid) -> None:
    first, last = rows[0][0], rows[len(grid.heads) - 1][0]
    corner = first if first is last else first.merge(last)
    corner.vertical_alignment = WD_ALIGN_VERTICAL.BOTTOM
    _write(corner, grid.corner, "Table heading")
    for down, row in enumerate(grid.heads):
        for head in row:
            cell = rows[down][head.first + 1]
            if head.across > 1 or head.down > 1:
                cell = cell.merge(rows[down + head.down - 1][head.first + head.across])
            cell.vertical_alignment = WD_ALIGN_VERTICAL.BOTTOM
            right = not head.is_group and head.first not in grid.worded
            _write(cell, head.text, "Table heading", centred=head.is_group, right=right)


def _line(cells: tuple[WordCell, ...], line: Line, grid: Grid) -> None:
    if line.kind == "group":
        cell = cells[0].merge(cells[-1])
        _write(cell, line.label, "Table heading")
        cell.paragraphs[0].paragraph_format.keep_with_next = True
        cell._tc.get_or_add_tcPr().append(  # noqa: SLF001
            element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": "EEF2F5"})
        )
        return
    style = "Table heading" if line.kind == "total" else "Table words"
    _write(cells[0], line.label, style)
    for at, (cell, words) in enumerate(zip(cells[1:], line.cells, strict=True)):
        _write(cell, words, style, right=at not in grid.worded)


def _write(cell: WordCell, text: str, style: str, right: bool = False, centred: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph._p.style = style.replace(" ", "")  # noqa: SLF001  # by its id: looking for its name takes most of the time
    paragraph.add_run(text)
    if right or centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.RIGHT


def _keep_whole(row: BaseOxmlElement, repeated: bool = False) -> None:
    """A row is not split between pages; a header row is repeated on each."""
    properties = row.get_or_add_trPr()
    properties.append(element("w:cantSplit", {}))
    if repeated:
        properties.append(element("w:tblHeader", {}))
