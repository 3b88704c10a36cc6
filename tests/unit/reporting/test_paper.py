"""A report as it stands on paper: captions with numbers, widths of columns, pages that lie on the side."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from tests.unit.reporting.hampshire import report

from putright.reporting.document import Document, Heading, Paragraph, Placed, Span
from putright.reporting.render import docx as word_file
from putright.reporting.render.captions import captions
from putright.reporting.render.paper import paper_of
from putright.reporting.render.widths import TURNED, UPRIGHT, widths_of
from putright.reporting.report import BuiltReport


def placing(*tables: str, titles: dict[str, str] | None = None) -> BuiltReport:
    """The Hampshire report with these tables placed in this order, and some of them given other titles."""
    built = report()
    kept = tuple(replace(built.table[name], title=(titles or {}).get(name, built.table[name].title)) for name in tables)
    blocks = (Heading(2, "A chapter"), *(Placed("table", name) for name in tables))
    return replace(built, tables=kept, charts=(), document=Document(blocks))


def test_titles_that_have_numbers_keep_them() -> None:
    assert captions(report())["table-2"].number == 0
    assert captions(report())["table-2"].text == report().table["table-2"].title


def test_titles_without_numbers_are_numbered_in_the_order_in_which_they_are_printed() -> None:
    built = placing("table-3a", "table-1a", titles={"table-3a": "Stage 1: how", "table-1a": "What"})
    called = captions(replace(built, tables=built.tables[::-1]))
    assert [called[name].text for name in ("table-1a", "table-3a")] == ["Table 2: What", "Table 1: Stage 1: how"]


def test_word_counts_the_numbers_that_were_given() -> None:
    word = docx.Document(io.BytesIO(word_file.render(placing("table-1a", titles={"table-1a": "What"}))))
    fields = [node.text for node in word.element.iter(qn("w:instrText"))]
    assert " SEQ Table \\* ARABIC " in fields


@pytest.mark.parametrize(
    ("heads", "turned"),
    [
        ([["2017/18"], ["2016/17"]], False),
        ([["Number"], ["%"]] * 3, False),
        ([["Representations"], ["Investigations"]] * 4, True),
        ([["N"]] * 30, True),
    ],
)
def test_a_table_that_is_too_wide_turns_the_page(heads: list[list[str]], turned: bool) -> None:
    widths, is_turned = widths_of("Method", heads, [("E-mail", *["1"] * len(heads))])
    assert is_turned is turned
    assert len(widths) == len(heads) + 1
    assert sum(widths) <= (TURNED if turned else UPRIGHT) + 0.2
    assert min(widths) > 0.5


def test_a_heading_goes_with_its_turned_table_and_the_pages_stand_again_after_it() -> None:
    built = placing("table-1a")
    wide = replace(
        built.tables[0],
        columns=tuple(
            replace(built.tables[0].columns[0], label=f"Representations {at}", levels=(f"Representations {at}",))
            for at in range(12)
        ),
        rows=tuple(replace(row, cells=row.cells[:1] * 12) for row in built.tables[0].rows),
    )
    before, after = (Paragraph((Span(words),)) for words in ("Before.", "After."))
    document = Document((before, Heading(2, "Wide"), Placed("table", "table-1a"), after))
    paper = paper_of(replace(built, tables=(wide,), document=document))
    assert [(sheets.turned, len(sheets.parts)) for sheets in paper.sheets[:2]] == [(False, 1), (True, 2)]
    assert not paper.sheets[2].turned
    word = docx.Document(io.BytesIO(word_file.render(replace(built, tables=(wide,), document=document))))
    assert [section.orientation for section in word.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
