"""A letter's text as paragraphs: the one tree that the page, the Word file and the PDF are made from.

The text is Markdown of the plainest kind: headings, lists, bold, italics and links. A new line in the text is a new
line in the letter. Pictures, tables and HTML have no meaning and stay as they were typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

_NOT_OF_LETTERS = ["image", "html_block", "html_inline", "code", "fence", "backticks", "entity", "autolink"]
_READER = MarkdownIt("commonmark", {"html": False}).disable(_NOT_OF_LETTERS)
_STYLES = {"strong_open": "bold", "em_open": "italic", "link_open": "href"}
_OFF = {"strong_close": ("bold", False), "em_close": ("italic", False), "link_close": ("href", "")}


@dataclass(frozen=True)
class Run:
    """Text in one style; a text of one new line is a break of the line."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


Line = tuple[Run, ...]


@dataclass(frozen=True)
class Block:
    """A paragraph or heading of one line of runs, or a list whose items are one line each."""

    kind: Literal["paragraph", "heading", "bullets", "numbers"]
    lines: tuple[Line, ...]


def blocks_of(text: str) -> list[Block]:
    """The paragraphs, headings and lists of `text` in order."""
    tokens = _READER.parse(text)
    blocks, number = [], 0
    while number < len(tokens):
        token = tokens[number]
        if token.type in ("bullet_list_open", "ordered_list_open"):
            end = _end_of(tokens, number)
            kind: Literal["bullets", "numbers"] = "bullets" if token.type == "bullet_list_open" else "numbers"
            blocks.append(Block(kind, tuple(_lines(tokens[number:end]))))
            number = end
        elif token.type == "inline":
            heading = tokens[number - 1].type == "heading_open"
            blocks.append(Block("heading" if heading else "paragraph", (_line(token),)))
        number += 1
    return blocks


def plain_text(blocks: Sequence[Block]) -> str:
    """The words alone, an empty line between paragraphs: for an e-mail.

    >>> plain_text(blocks_of("Dear **Parent A**\\n\\n- one\\n- two"))
    'Dear Parent A\\n\\n- one\\n- two'
    """
    return "\n\n".join("\n".join(_said(block, line) for line in block.lines) for block in blocks)


def _said(block: Block, line: Line) -> str:
    mark = "- " if block.kind in ("bullets", "numbers") else ""
    return mark + "".join(run.text for run in line)


def _end_of(tokens: Sequence[Token], start: int) -> int:
    """The place at which the list that opens at `start` closes."""
    level = tokens[start].level
    return next(n for n in range(start + 1, len(tokens)) if tokens[n].nesting == -1 and tokens[n].level == level)


def _lines(tokens: Sequence[Token]) -> Iterator[Line]:
    return (_line(token) for token in tokens if token.type == "inline")


def _line(token: Token) -> Line:
    """The runs of one paragraph, each style switched on and off where it opens and closes."""
    style, runs = Run(""), []
    for child in token.children or []:
        if child.type in _STYLES:
            value = str(child.attrGet("href") or "") if child.type == "link_open" else True
            style = replace(style, **{_STYLES[child.type]: value})
        elif child.type in _OFF:
            name, off = _OFF[child.type]
            style = replace(style, **{name: off})
        elif child.type in ("softbreak", "hardbreak"):
            runs.append(Run("\n"))
        elif child.content:
            runs.append(replace(style, text=child.content))
    return tuple(runs)
