"""Every form of a report: its bytes are the report's and nothing else's."""

from __future__ import annotations

import io
import re
import time
import zipfile
from dataclasses import replace

import pytest
from pdfminer.pdfpage import PDFPage
from tests.unit.reporting.hampshire import report

from putright.reporting.document import NOTHING_WRITTEN
from putright.reporting.render.archives import undated
from putright.reporting.render.forms import FORMS, NotInThisForm, forms_of, render


def test_the_same_report_is_the_same_bytes_at_another_time() -> None:
    first = {form: render(form, report()) for form in FORMS}
    time.sleep(2)
    assert [form for form in FORMS if render(form, report()) != first[form]] == []


def test_an_archive_without_its_times_keeps_its_files_and_their_order() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        target.writestr("second", "2")
        target.writestr("first", "1")
    with zipfile.ZipFile(io.BytesIO(undated(made.getvalue()))) as read:
        assert [(each.filename, each.date_time[0], read.read(each)) for each in read.infolist()] == [
            ("second", 1980, b"2"),
            ("first", 1980, b"1"),
        ]


def test_a_file_is_called_by_council_report_and_period() -> None:
    assert FORMS["docx"].file_name(report()) == "hampshire-childrens-annual-2017-18.docx"


def test_the_key_facts_are_one_page() -> None:
    pages = list(PDFPage.get_pages(io.BytesIO(render("key-facts-pdf", report()))))
    assert len(pages) == 1


def test_no_link_of_the_key_facts_leads_nowhere() -> None:
    page = render("key-facts", report()).decode()
    assert re.findall(r'href="#([^"]+)"', page) == []


def test_a_report_without_key_facts_is_not_had_as_such() -> None:
    without = replace(report(), key_facts=NOTHING_WRITTEN)
    assert {form.name for form in FORMS.values()} - {form.name for form in forms_of(without)} == {
        "key-facts",
        "key-facts-pdf",
    }
    with pytest.raises(NotInThisForm, match=re.escape("Write key-facts.md beside its document.md.")):
        render("key-facts", without)
    with pytest.raises(NotInThisForm, match="not to be had as doc"):
        render("doc", report())
