"""The Hampshire report as JSON, CSV, HTML and a Word file."""

from __future__ import annotations

import csv
import io
import json
import time
from dataclasses import replace
from html.parser import HTMLParser

import docx
import pytest
from docx.oxml.ns import qn
from tests.unit.reporting.hampshire import COUNCIL, report

from putright.reporting.render import charts
from putright.reporting.render import csv as csv_file
from putright.reporting.render import docx as word_file
from putright.reporting.render import html as page
from putright.reporting.render import json as json_file
from putright.reporting.render.csv import harmless
from putright.reporting.tables import Cell

PUBLISHED = json.loads((COUNCIL / "published/childrens-annual-2017-18.json").read_text(encoding="utf-8"))


class Outline(HTMLParser):
    """What a page is made of: its elements in order with their attributes, and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def outline() -> Outline:
    return Outline(page.render(report()).decode())


def test_json_has_the_published_shape_rows_and_columns() -> None:
    data = json.loads(json_file.render(report()))
    assert list(data) == [*("authority", "report", "period", "tables", "charts", "figures", "checks", "not_computed")]
    assert {key: data[key] for key in ("authority", "report", "period")} == {
        key: PUBLISHED[key] for key in ("authority", "report", "period")
    }
    for made, printed in zip(data["tables"], PUBLISHED["tables"], strict=True):
        assert {key: made[key] for key in ("id", "title", "columns")} == {
            key: printed[key] for key in ("id", "title", "columns")
        }
        for row, published in zip(made["rows"], printed["rows"], strict=True):
            assert list(row) == ["label", "group", "is_total", "values", "printed"]
            assert {key: row[key] for key in ("label", "group", "is_total")} == {
                key: published[key] for key in ("label", "group", "is_total")
            }
    assert [figure["id"] for figure in data["figures"]] == sorted(
        (figure["id"] for figure in data["figures"]), key=lambda name: int(name[1:])
    )
    assert {"id": "s15", "says": "Time limit of Stage 1", "value": 10, "unit": "working days"} in data["figures"]
    assert all(set(check) == {"id", "ok", "message"} and check["ok"] for check in data["checks"])


def test_json_keeps_whole_numbers_whole() -> None:
    tables = {table["id"]: table for table in json.loads(json_file.render(report()))["tables"]}
    assert tables["table-2"]["rows"][4]["values"] == [12.0, None, 12.5, None, 11.6, None]
    assert [type(value) for value in tables["table-2"]["rows"][1]["values"]] == [int] * 6


def test_csv_has_a_line_for_every_cell() -> None:
    lines = list(csv.reader(io.StringIO(csv_file.render(report()).decode("utf-8-sig"))))
    assert lines[0] == list(csv_file.COLUMNS)
    assert lines[1][:6] == ["table-1a", "Statutory", "Complaint", "2017/18", "131", "representations"]
    assert len(lines) == 1 + sum(len(row.cells) for table in report().tables for row in table.rows)
    not_applicable = ["table-8a", "", "Escalated to S3", "2017-2018 Statutory Stage 1", "", "complaints"]
    assert [*not_applicable, "not_applicable"] in [line[:7] for line in lines]


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1"])
def test_no_label_is_a_formula_to_a_spreadsheet(words: str) -> None:
    table = report().tables[0]
    named = replace(table, rows=(replace(table.rows[0], label=words),), order=(0,))
    _, line, *_ = csv.reader(io.StringIO(csv_file.render(replace(report(), tables=(named,))).decode("utf-8-sig")))
    assert line[2] == f"'{words}"
    assert harmless("Quality of Service") == "Quality of Service"


def test_the_page_has_every_table_with_a_caption_and_headers() -> None:
    made = outline()
    tables = [attributes["id"] for attributes in made.all("table") if attributes.get("id")]
    assert tables == report().document.placed("table")
    assert len(made.all("caption")) == len(made.all("table"))
    assert all(attributes.get("scope") in ("col", "row", "colgroup", "rowgroup") for attributes in made.all("th"))
    assert made.all("html") == [{"lang": "en-GB"}]


def test_the_page_has_a_contents_list_whose_links_lead_somewhere() -> None:
    made = outline()
    ids = [attributes["id"] for _, attributes in made.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = [str(attributes["href"]) for attributes in made.all("a")]
    assert len(links) > 50
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_a_chart_is_drawn_says_all_it_shows_and_has_its_numbers() -> None:
    chart = report().chart["chart-3c"]
    made = Outline(str(page.chart(chart)))
    (drawing,) = made.all("svg")
    assert drawing["role"] == "img"
    assert drawing["aria-label"] == chart.alt
    assert "E-mail: 165 in 2015-2016, 193 in 2016-2017, 159 in 2017-2018" in chart.alt
    numbers = [word for word in made.words if word.isdigit()]
    for value in (value for series in chart.series for value in series.values):
        assert str(value) in numbers


def test_the_others_of_a_chart_are_added_up() -> None:
    chart, table = report().chart["chart-3c"], report().table["table-3a"]
    assert [series.label for series in chart.series] == ["E-mail", "E-Form", "Letter", "Telephone", "All others"]
    assert [sum(values) for values in zip(*(series.values for series in chart.series), strict=True)] == [
        table.total.cells[at].value for at in (4, 2, 0)
    ]


def test_cells_and_figures_link_where_they_are_told_to() -> None:
    def href(cell: Cell) -> str | None:
        return f"/cells/{cell.at.table}/{cell.at.row}/{cell.at.column}" if cell.cases else None

    table = Outline(str(page.table(report().table["table-8a"], href)))
    links = [attributes["href"] for attributes in table.all("a")]
    assert links[0] == "/cells/table-8a/0/0"
    assert len(links) == 18 * 3 - 1, "the one cell that does not apply is no link"
    body = Outline(str(page.body(report(), href)))
    figures = [attributes["href"] for attributes in body.all("a") if attributes["href"] == "/cells/table-1a/23/0"]
    assert len(figures) > 1, "the figure of all representations opens what its cell opens"


def test_what_a_report_says_is_escaped() -> None:
    table = report().tables[0]
    named = replace(
        table, title="<script>alert(1)</script>", rows=(replace(table.rows[0], label="<b>R&D</b>"),), order=(0,)
    )
    made = str(page.table(named))
    assert "<script>" not in made
    assert "&lt;b&gt;R&amp;D&lt;/b&gt;" in made


def test_the_page_is_made_in_a_moment_from_a_warm_process() -> None:
    page.render(report())
    started = time.perf_counter()
    page.render(report())
    assert time.perf_counter() - started < 1


def test_the_word_file_has_headings_contents_captions_and_repeated_header_rows() -> None:
    word = docx.Document(io.BytesIO(word_file.render(report())))
    styles = [paragraph.style.name for paragraph in word.paragraphs]
    assert styles.count("Heading 1") == 1
    assert styles.count("Heading 2") == 12
    captions = [paragraph.text for paragraph in word.paragraphs if paragraph.style.name == "Caption"]
    assert [text for text in captions if text.startswith("Table ")] == [table.title for table in report().tables]
    assert "TOC" in "".join(node.text or "" for node in word.element.iter(qn("w:instrText")))
    for table in word.tables:
        assert table.rows[0]._tr.trPr is not None
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert len(word.tables) == 25 + 2


def test_the_word_file_prints_the_same_cells() -> None:
    word = docx.Document(io.BytesIO(word_file.render(report())))
    table = word.tables[2]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0][1:3] == ["2017-2018", "2017-2018"]
    assert rows[1][1:] == ["Number", "%"] * 3
    assert ["in 10 working days", "61", "43%", "75", "41%", "98", "46%"] in rows
    assert ["in 50 working days", "0", "0%", "0", "–", "1", "50%"] in rows


def test_the_word_files_charts_have_words() -> None:
    word = docx.Document(io.BytesIO(word_file.render(report())))
    told = [properties.get("descr") for properties in word.element.iter(qn("wp:docPr"))]
    assert told == [chart.alt for chart in report().charts]
    assert charts.png(report().charts[0]).startswith(b"\x89PNG")
