"""What is written for one year's report: commentary, chapter by chapter, set into the definition's own prose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from putright.reporting.document import Block, Document, Heading, Paragraph, Placed, Span, anchor, parse_document
from putright.reporting.reading_report import not_there
from putright.reporting.report import ReportDefinition


@dataclass(frozen=True)
class Chapter:
    """A chapter of a report: `key` is what it is called in addresses."""

    key: str
    title: str


@dataclass(frozen=True)
class Commentary:
    """What a post wrote for a chapter, in the Markdown of documents."""

    chapter: str
    text: str
    post: str


def chapters(document: Document) -> tuple[Chapter, ...]:
    """The chapters of a document, each once, in order."""
    headings = [block for block in document.blocks if isinstance(block, Heading) and block.level == 2]
    found = {anchor(heading.text): Chapter(anchor(heading.text), heading.text) for heading in headings}
    return tuple(found.values())


def with_commentary(definition: ReportDefinition, commentaries: Sequence[Commentary]) -> ReportDefinition:
    """The definition with each commentary at the end of its chapter, and under it who wrote it."""
    by_chapter: dict[str, list[Commentary]] = {}
    for commentary in commentaries:
        if commentary.text.strip():
            by_chapter.setdefault(commentary.chapter, []).append(commentary)
    return replace(definition, document=Document(tuple(_set_in(definition.document, by_chapter))))


def _set_in(document: Document, commentaries: Mapping[str, Sequence[Commentary]]) -> Iterator[Block]:
    open_chapter = ""
    for block in document.blocks:
        if isinstance(block, Heading) and block.level <= 2:
            yield from _blocks(commentaries.get(open_chapter, ()))
            open_chapter = anchor(block.text) if block.level == 2 else ""
        yield block
    yield from _blocks(commentaries.get(open_chapter, ()))


def _blocks(commentaries: Sequence[Commentary]) -> Iterator[Block]:
    for commentary in commentaries:
        yield from parse_document(commentary.text).blocks
        yield Paragraph((Span(f"Commentary by the {commentary.post}.", emphasis=True),))


def faults_in(definition: ReportDefinition, text: str) -> tuple[str, ...]:
    """What cannot be used of a commentary on a report of this definition: what, and what to do."""
    written = parse_document(text)
    faults = [f"{fault.place} {fault.what}: {fault.remedy}" for fault in not_there("commentary", written, definition)]
    for block in written.blocks:
        if isinstance(block, Heading) and block.level < 3:
            faults.append(f"The heading “{block.text}” would begin a chapter: begin it with ###")
        if isinstance(block, Placed) and block.id in definition.document.placed(block.kind):
            faults.append(f"The {block.kind} {block.id} is in the report already: refer to it in words")
    return tuple(faults)
