"""Reads a tagged PDF by its tags, as a screen reader does: its tables, its words, and what each tag is made of."""

from __future__ import annotations

import io
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import literal_name
from tests.reading_back import Printed, without_spaces


class _Words(PDFTextDevice):
    """The words of each marked content, by the page and by its number."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.words: dict[tuple[int, int], str] = defaultdict(str)
        self._page = 0
        self._marks: list[int | None] = []

    def begin_page(self, page: PDFPage, ctm: Any) -> None:
        self._page = page.pageid

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        self._marks.append(props.get("MCID") if isinstance(props, dict) else None)

    def end_tag(self) -> None:
        self._marks.pop()

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        mark = next((each for each in reversed(self._marks) if each is not None), None)
        if mark is None:
            return
        for part in seq:
            if isinstance(part, bytes):
                self.words[self._page, mark] += "".join(map(textstate.font.to_unichr, textstate.font.decode(part)))


@dataclass
class Tag:
    """An element of the structure: its name, what is said of it, what it holds, and the words right in it."""

    name: str
    attributes: dict[str, Any]
    inside: list[Tag] = field(default_factory=list)
    own: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The words in it, however deep."""
        return "".join(self.own) + "".join(each.words for each in self.inside)

    def all(self, *names: str) -> Iterator[Tag]:
        """The elements of these names in it, however deep."""
        for each in self.inside:
            if each.name in names:
                yield each
            yield from each.all(*names)


class TaggedPdf:
    """A PDF with its structure."""

    def __init__(self, blob: bytes) -> None:
        self.document = PDFDocument(PDFParser(io.BytesIO(blob)))
        self.catalog: dict[str, Any] = self.document.catalog
        manager = PDFResourceManager()
        self._device = _Words(manager)
        interpreter = PDFPageInterpreter(manager, self._device)
        self.pages = list(PDFPage.create_pages(self.document))
        for page in self.pages:
            interpreter.process_page(page)
        self.root = Tag("Root", {})
        self._read(resolve1(self.catalog["StructTreeRoot"]).get("K"), self.root, 0)

    def _read(self, held: Any, into: Tag, page: int) -> None:
        if isinstance(resolve1(held), list):
            for each in resolve1(held):
                self._read(each, into, page)
            return
        held = resolve1(held)
        if isinstance(held, int):
            into.own.append(self._device.words.get((page, held), ""))
        elif isinstance(held, dict):
            where = held.get("Pg")
            page = where.objid if isinstance(where, PDFObjRef) else page
            if "S" in held:
                tag = Tag(literal_name(held["S"]), held)
                into.inside.append(tag)
                self._read(held.get("K", []), tag, page)
            elif "MCID" in held:
                into.own.append(self._device.words.get((page, held["MCID"]), ""))

    @cached_property
    def names(self) -> Counter[str]:
        """How many elements there are of each name."""
        return Counter(tag.name for tag in self._everything(self.root))

    def _everything(self, tag: Tag) -> Iterator[Tag]:
        for each in tag.inside:
            yield each
            yield from self._everything(each)


def captioned(tag: Tag) -> Iterator[tuple[Tag, Tag]]:
    """Each table with its caption, which stands in it or in what both stand in."""
    for each in tag.inside:
        tables = [each] if each.name == "Table" else list(each.all("Table"))
        captions = [inside for inside in each.inside if inside.name == "Caption"]
        if captions and tables:
            yield captions[0], tables[0]
        else:
            yield from captioned(each)


def read_pdf(blob: bytes) -> Printed:
    """A PDF by its tags; spaces are left out of captions and cells, for lines break there."""
    pdf = TaggedPdf(blob)
    tables = {}
    for caption, table in captioned(pdf.root):
        body = [row for group in table.all("TBody") for row in group.all("TR")]
        rows = [[without_spaces(cell.words) for cell in row.all("TH", "TD")] for row in body]
        tables[without_spaces(caption.words)] = [row for row in rows if len(row) > 1]
    return Printed(tables, without_spaces(pdf.root.words))
