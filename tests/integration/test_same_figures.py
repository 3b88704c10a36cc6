"""Every figure of each council's published report is read back from each of its forms, and is the same in all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.db import connection
from tests.every_figure import all_differences

from putright.authorities import load_authority
from putright.commands.example import councils_with_example, load_example
from putright.oversight.reports import live_report
from putright.reporting.period import read_period

PUBLISHED = [
    (council, path)
    for council in councils_with_example()
    for path in sorted((load_authority(council).folder / "published").glob("[!e]*.json"))
]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("council", "path"), PUBLISHED, ids=[path.stem for _, path in PUBLISHED])
def test_every_form_has_every_figure(council: str, path: Path) -> None:
    load_example(council)
    report, period = re.fullmatch(r"(.+)-(\d{4}-\d{2})", path.stem).groups()  # type: ignore[union-attr]
    found = all_differences(live_report(council, report, read_period(period), connection))
    assert {form: wrong[:5] for form, wrong in found.items() if wrong} == {}
