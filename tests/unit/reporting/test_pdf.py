"""What PDF/UA-1 asks of the report's PDF, as far as it can be seen here: Typst refuses to make what breaks the rest."""

from __future__ import annotations

import io
from functools import cache
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import literal_name
from tests.reading_back_pdf import Tag, TaggedPdf, captioned
from tests.unit.reporting.hampshire import report

from putright.reporting.render import pdf

FORMS = {"report": pdf.render, "key facts": pdf.key_facts}


@cache
def made(form: str) -> TaggedPdf:
    return TaggedPdf(FORMS[form](report()))


@pytest.fixture(params=FORMS)
def tagged(request: pytest.FixtureRequest) -> TaggedPdf:
    return made(request.param)


def test_it_says_what_it_is(tagged: TaggedPdf) -> None:
    assert resolve1(tagged.catalog["MarkInfo"])["Marked"] is True
    assert resolve1(tagged.catalog["Lang"]) == b"en-GB"
    assert resolve1(tagged.catalog["ViewerPreferences"])["DisplayDocTitle"] is True
    about = resolve1(tagged.catalog["Metadata"]).get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    assert report().title.replace("'", "&apos;") in about or report().title in about


def test_each_page_is_read_in_the_order_of_its_tags(tagged: TaggedPdf) -> None:
    assert [literal_name(resolve1(page.attrs["Tabs"])) for page in tagged.pages] == ["S"] * len(tagged.pages)


def test_all_fonts_are_inside(tagged: TaggedPdf) -> None:
    fonts = [font for page in tagged.pages for font in resolve1(resolve1(page.attrs["Resources"])["Font"]).values()]
    assert fonts
    for font in fonts:
        (described,) = resolve1(resolve1(font)["DescendantFonts"])
        descriptor = resolve1(resolve1(described)["FontDescriptor"])
        assert {"FontFile2", "FontFile3"} & descriptor.keys()


def test_headings_leave_out_no_level(tagged: TaggedPdf) -> None:
    levels = [int(tag.name[1:]) for tag in tagged.root.all("H1", "H2", "H3")]
    assert levels[0] == 1
    assert all(following <= before + 1 for before, following in pairwise(levels))


def test_every_chart_has_words(tagged: TaggedPdf) -> None:
    told = [resolve1(tag.attributes["Alt"]) for tag in tagged.root.all("Figure")]
    assert told
    assert all(b"chart of" in words or "chart of".encode("utf-16-be") in words for words in told)


def test_every_table_has_a_caption_and_headings_of_columns(tagged: TaggedPdf) -> None:
    tables = list(captioned(tagged.root))
    assert len(tables) == tagged.names["Table"] > 0
    for caption, table in tables:
        assert caption.words
        (head,) = table.all("THead")
        assert all(cell.name == "TH" for row in head.all("TR") for cell in row.inside)


def test_the_contents_lead_somewhere() -> None:
    entries = list(made("report").root.all("TOCI"))
    assert len(entries) > 30
    assert all(list(entry.all("Link")) for entry in entries)


def test_every_figure_of_a_table_names_the_headings_of_its_column_its_row_and_its_group(tagged: TaggedPdf) -> None:
    for _, table in captioned(tagged.root):
        words = {resolve1(cell.attributes["ID"]): cell.words for cell in table.all("TH")}
        group: list[str] = []
        for row in (row for body in table.all("TBody") for row in body.all("TR")):
            first, *others = row.inside
            assert first.name == "TH"
            assert table_says(first)["Scope"] == ("Row" if others else "Column")
            if not others:
                group = [first.words]
                assert table_says(first)["Headers"] == []
            for cell in others:
                named = [words[heading] for heading in table_says(cell)["Headers"]]
                assert cell.name == "TD"
                assert len(named) >= 2
                assert named[-1 - len(group) :] == [*group, first.words]


def table_says(cell: Tag) -> dict[str, Any]:
    """What a cell says of itself as a part of a table."""
    (found,) = [each for each in resolve1(cell.attributes["A"]) if literal_name(resolve1(each)["O"]) == "Table"]
    said = {key: resolve1(value) for key, value in resolve1(found).items()}
    return {**said, "Scope": literal_name(said["Scope"])} if "Scope" in said else said


def test_the_file_is_sound_and_finds_each_heading_by_its_name() -> None:
    with pikepdf.open(io.BytesIO(pdf.render(report()))) as file:
        assert file.check_pdf_syntax() == []
        names = pikepdf.NameTree(file.Root.StructTreeRoot.IDTree)
        assert str(names["R0y0"].S) == "/TH"
        assert len(list(names.keys())) == len(set(names.keys())) > 400
