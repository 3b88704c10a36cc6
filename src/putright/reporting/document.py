"""A report's prose: Markdown in which tables, charts, lists and figures are placed by name.

A line of its own places a table, a chart or a list: ``{{table table-1a}}``. In a sentence, ``{{figure s5}}`` prints a
figure as it is, ``{{size s5}}`` without its sign, ``{{moved s5}}`` the verb that its sign means (rose, fell, did not
change), and ``{{year}}``, ``{{last year}}``, ``{{from}}`` and ``{{to}}`` the period.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

_PLACED = re.compile(r"^\{\{(table|chart|list) ([a-z0-9-]+)\}\}$")
_INLINE = re.compile(r"\{\{([^{}]*)\}\}")
_FIGURE = re.compile(r"^(figure|size|moved) ([a-z0-9-]+)$")
PERIOD_WORDS = ("year", "last year", "from", "to")


@dataclass(frozen=True)
class Span:
    """A run of words. Where `how` is set, the words are made from the figure, or the part of the period, in `text`."""

    text: str
    how: Literal["", "figure", "size", "moved", "period", "unknown"] = ""
    strong: bool = False
    emphasis: bool = False
    href: str = ""


@dataclass(frozen=True)
class Heading:
    """A heading; `level` 1 is the report's own title."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, or an item of a list where `marker` is a bullet or a number; `is_quoted`: it is somebody's words."""

    spans: tuple[Span, ...]
    marker: Literal["", "bullet", "number"] = ""
    is_quoted: bool = False


@dataclass(frozen=True)
class Placed:
    """A table, a chart or a list placed by its id."""

    kind: Literal["table", "chart", "list"]
    id: str


Block = Heading | Paragraph | Placed


@dataclass(frozen=True)
class Document:
    """The blocks of a report's prose in order."""

    blocks: tuple[Block, ...]

    def spans(self) -> Iterator[Span]:
        """Every run of words in paragraphs and items."""
        return (span for block in self.blocks if isinstance(block, Paragraph) for span in block.spans)

    def placed(self, kind: str) -> list[str]:
        """The ids of the tables, charts or lists placed, in order."""
        return [block.id for block in self.blocks if isinstance(block, Placed) and block.kind == kind]


NOTHING_WRITTEN = Document(())


def anchor(heading: str) -> str:
    """What a heading is called in addresses, and the fragment by which it is linked to.

    >>> anchor("How long answers took")
    'how-long-answers-took'
    """
    return re.sub(r"[^a-z0-9]+", "-", heading.casefold()).strip("-")


def parse_document(text: str) -> Document:
    """The document written in `text`; raw HTML in it stays text."""
    blocks: list[Block] = []
    marker: list[Literal["bullet", "number"]] = []
    quotations = 0
    tokens = MarkdownIt("commonmark", {"html": False}).parse(text)
    for token, following in zip_longest(tokens, tokens[1:]):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            marker.append("bullet" if token.type == "bullet_list_open" else "number")
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            marker.pop()
        elif token.type in ("blockquote_open", "blockquote_close"):
            quotations += 1 if token.type == "blockquote_open" else -1
        elif token.type == "heading_open" and following:
            blocks.append(Heading(int(token.tag[1:]), following.content))
        elif token.type == "paragraph_open" and following:
            placed = _PLACED.match(following.content)
            if placed:
                blocks.append(_placed(placed[1], placed[2]))
            else:
                spans = tuple(_spans(following.children or []))
                blocks.append(Paragraph(spans, marker[-1] if marker else "", is_quoted=quotations > 0))
    return Document(tuple(blocks))


def _placed(kind: str, name: str) -> Placed:
    kinds: tuple[Literal["table", "chart", "list"], ...] = ("table", "chart", "list")
    return Placed(next(known for known in kinds if known == kind), name)


def _spans(tokens: list[Token]) -> Iterator[Span]:
    look = Span("")
    for token in tokens:
        if token.type in ("strong_open", "strong_close"):
            look = replace(look, strong=token.type == "strong_open")
        elif token.type in ("em_open", "em_close"):
            look = replace(look, emphasis=token.type == "em_open")
        elif token.type == "link_open":
            look = replace(look, href=str(token.attrs.get("href", "")))
        elif token.type == "link_close":
            look = replace(look, href="")
        elif token.type in ("softbreak", "hardbreak"):
            yield replace(look, text=" ")
        elif token.content:
            yield from _words(token.content, look)


def _words(text: str, look: Span) -> Iterator[Span]:
    ended = 0
    for found in _INLINE.finditer(text):
        if found.start() > ended:
            yield replace(look, text=text[ended : found.start()])
        yield _inline(found[1].strip(), look)
        ended = found.end()
    if ended < len(text):
        yield replace(look, text=text[ended:])


def _inline(words: str, look: Span) -> Span:
    figure = _FIGURE.match(words)
    if figure:
        hows: tuple[Literal["figure", "size", "moved"], ...] = ("figure", "size", "moved")
        return replace(look, text=figure[2], how=next(how for how in hows if how == figure[1]))
    return replace(look, text=words, how="period" if words in PERIOD_WORDS else "unknown")


@dataclass(frozen=True)
class Typed:
    """A word of the prose that holds a digit which no figure explains: its chapter, and the passage it stands in.

    What a figure or the period fills in stands in the passage as an ellipsis.
    """

    chapter: str
    word: str
    passage: str


def typed(document: Document, names: tuple[str, ...]) -> Iterator[Typed]:
    """Each word that holds a digit and is no part of one of `names`, in order."""
    chapter = ""
    for block in document.blocks:
        if isinstance(block, Heading) and block.level <= 2:
            chapter = block.text
        passage = _passage(block)
        unexplained = passage
        for name in names:
            unexplained = unexplained.replace(name, "")
        for word in unexplained.split():
            if any(character.isdigit() for character in word):
                yield Typed(chapter, word, passage)


def _passage(block: Block) -> str:
    if isinstance(block, Heading):
        return block.text
    spans = block.spans if isinstance(block, Paragraph) else ()
    return "".join("\N{HORIZONTAL ELLIPSIS}" if span.how else span.text for span in spans)


def typed_numbers(document: Document, names: tuple[str, ...]) -> list[str]:
    """The words of the prose that hold a digit which no figure explains and that are not part of one of `names`."""
    return [found.word for found in typed(document, names)]
