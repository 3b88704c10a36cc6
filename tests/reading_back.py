"""Reads each form of a report back with another library than the one that wrote it: its tables and its paragraphs."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

import docx
import openpyxl
from docx.oxml.ns import qn
from lxml import etree

Rows = list[list[str]]
ODF = {
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
}


@dataclass(frozen=True)
class Printed:
    """What stands in a document: the rows of each table by its caption, headings and groups left out, and its words."""

    tables: dict[str, Rows]
    words: str


def without_spaces(text: str) -> str:
    """`text` without what lines and pages break."""
    return re.sub(r"\s+", "", text)


def read_docx(blob: bytes) -> Printed:
    """A Word file."""
    word = docx.Document(io.BytesIO(blob))
    tables = {}
    for table in word.tables:
        (caption,) = [each.get(qn("w:val")) for each in table._tbl.tblPr.iter(qn("w:tblCaption"))]
        rows = [row for row in table.rows if row._tr.find(f".//{qn('w:tblHeader')}") is None]
        cells = [[cell.text for cell in row.cells] for row in rows if len({id(cell._tc) for cell in row.cells}) > 1]
        tables[caption] = cells
    return Printed(tables, without_spaces("".join(paragraph.text for paragraph in word.paragraphs)))


def read_odt(blob: bytes) -> Printed:
    """An OpenDocument text."""
    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        content = etree.fromstring(archive.read("content.xml"))
    tables = {}
    for table in content.iterfind(".//table:table", ODF):
        rows = [list(row.iterfind("table:table-cell", ODF)) for row in table.iterfind("table:table-row", ODF)]
        caption = "".join(table.find("table:title", ODF).itertext())
        tables[caption] = [["".join(cell.itertext()) for cell in row] for row in rows if len(row) > 1]
    return Printed(tables, without_spaces("".join(content.find(".//office:text", ODF).itertext())))


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tables: dict[str, Rows] = {}
        self.words: list[str] = []
        self._inside: list[str] = []
        self._row: list[str] = []
        self._caption = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("table", "caption", "thead", "tr", "th", "td", "style"):
            self._inside.append(tag)
        if tag == "caption":
            self._caption = ""
        elif tag == "tr":
            self._row = []
        elif tag in ("th", "td"):
            self._row.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._inside:
            self._inside.remove(tag)
        if tag == "caption":
            self.tables[self._caption] = []
        elif tag == "tr" and "thead" not in self._inside and len(self._row) > 1:
            self.tables[self._caption].append(self._row)

    def handle_data(self, data: str) -> None:
        if "caption" in self._inside:
            self._caption += data
        elif self._inside and self._inside[-1] in ("th", "td"):
            self._row[-1] += data
        elif "style" not in self._inside:
            self.words.append(data)


def read_html(blob: bytes) -> Printed:
    """A page of the web."""
    page = _Page(blob.decode())
    return Printed(page.tables, without_spaces("".join(page.words)))


@dataclass(frozen=True)
class Workbook:
    """The sheets of a workbook by the title in their first cell, each the rows of its table without its headings."""

    sheets: dict[str, list[list[Any]]]
    keys: dict[str, int]


def read_xlsx(blob: bytes) -> Workbook:
    """A spreadsheet; the notes that a title names are left out of it."""
    book = openpyxl.load_workbook(io.BytesIO(blob))
    sheets, keys = {}, {}
    for sheet in book.worksheets:
        for table in sheet.tables.values():
            title = re.sub(r"( \[note \d+\])+$", "", sheet["A1"].value)
            head, *rows = [[cell.value for cell in row] for row in sheet[table.ref]]
            sheets[title] = rows
            keys[title] = 2 if head[0] == "Group" else 1
    return Workbook(sheets, keys)


def read_csv(blob: bytes) -> list[dict[str, str]]:
    """The lines of a CSV file by their columns."""
    return list(csv.DictReader(io.StringIO(blob.decode("utf-8-sig"))))


def read_archive(blob: bytes) -> dict[str, bytes]:
    """The files of a zip archive."""
    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def read_json(blob: bytes) -> Any:
    """JSON."""
    return json.loads(blob)


def numbered(titles: list[str], captions: Iterator[str] | list[str]) -> dict[str, str]:
    """The caption of each title: the title, or it with a number before it; none for one not there."""
    listed = list(captions)
    return {
        title: caption
        for title in titles
        for caption in listed
        if re.fullmatch(rf"((Table|Chart) ?\d+: ?)?{re.escape(title)}", caption)
    }
