"""Every form of a report: its bytes are the report's and nothing else's."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from tests.unit.reporting.hampshire import report

from putright.reporting.render.archives import undated
from putright.reporting.render.forms import FORMS, render


@pytest.mark.parametrize("form", FORMS)
def test_the_same_report_is_the_same_bytes_at_another_time(form: str) -> None:
    first = render(form, report())
    time.sleep(2)
    assert render(form, report()) == first


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
