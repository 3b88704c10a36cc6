"""Every figure of each council's reports is read back from each of their forms, and is the same in all."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from tests.every_figure import all_differences
from tests.reading_back_pdf import TaggedPdf

from putright.authorities import load_authority
from putright.commands.example import councils_with_example, load_example
from putright.oversight.reports import live_report
from putright.reporting.period import read_period
from putright.reporting.render.forms import render


def published(council: str) -> dict[str, str]:
    """The period of each report that the council has published, by the report."""
    folder = load_authority(council).folder / "published"
    found = [re.fullmatch(r"(.+)-(\d{4}-\d{2})", path.stem) for path in folder.glob("[!e]*.json")]
    return {match[1]: match[2] for match in found if match}


@pytest.mark.once
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("council", councils_with_example())
def test_every_form_has_every_figure(council: str) -> None:
    load_example(council)
    periods = published(council)
    year = next(iter(periods.values()))
    assert periods
    for folder in load_authority(council).reports:
        report = folder.name.replace("_", "-")
        built = live_report(council, report, read_period(periods.get(report, year)), connection)
        found = all_differences(built)
        assert {form: wrong[:5] for form, wrong in found.items() if wrong} == {}, report
        if built.key_facts.blocks:
            assert len(TaggedPdf(render("key-facts-pdf", built)).pages) == 1
