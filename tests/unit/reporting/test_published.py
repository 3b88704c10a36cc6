"""Reconciliation: every difference is an erratum that holds, or a fault."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from tests.unit.reporting.hampshire import COUNCIL, report

from putright.authorities.faults import AuthorityFaults
from putright.reporting.published import (
    FIGURES,
    Erratum,
    Place,
    load_errata,
    load_published,
    reconcile,
    reproduced_values,
)

PUBLISHED = load_published(COUNCIL / "published/childrens-annual-2017-18.json")
ERRATA = load_errata(COUNCIL / "published/errata-childrens-annual-2017-18.toml")
COMPLAINTS = Place("table-1a", "Statutory", "Complaint", "2017/18")


def test_all_published_cells_and_figures_are_accounted_for() -> None:
    outcome = reconcile(report(), PUBLISHED, ERRATA)
    assert outcome.faults == ()
    assert outcome.summary == (
        "cells 1027, equal 1001, errata 26; figures 106, equal 68, errata 23, not in the records 15; faults 0"
    )


def test_a_difference_without_an_erratum_is_a_fault() -> None:
    outcome = reconcile(report(), PUBLISHED | {COMPLAINTS: Decimal(130)}, ERRATA)
    assert outcome.faults == (
        "table-1a [Statutory / Complaint] 2017/18: published 130, reproduced 131, and no erratum says why.",
    )
    assert outcome.equal_cells == 1000


def test_a_figure_that_differs_without_an_erratum_is_a_fault() -> None:
    outcome = reconcile(report(), PUBLISHED | {Place(FIGURES, "", "s1", ""): Decimal(981)}, ERRATA)
    assert outcome.faults == ("figure s1: published 981, reproduced 982, and no erratum says why.",)


@pytest.mark.parametrize(
    ("published", "reproduced"),
    [(131, 130), (130, 131), (131, 131)],
    ids=["the records say otherwise", "the report says otherwise", "they are equal"],
)
def test_an_erratum_that_does_not_hold_is_a_fault(published: int, reproduced: int) -> None:
    erratum = Erratum(COMPLAINTS, Decimal(published), Decimal(reproduced), "For no reason.")
    (fault,) = reconcile(report(), PUBLISHED, (*ERRATA, erratum)).faults
    assert fault.startswith(f"{COMPLAINTS}: the erratum says published {published}, reproduced {reproduced}, but they")


def test_an_erratum_of_no_cell_is_a_fault() -> None:
    nowhere = replace(ERRATA[0], place=Place("table-1b", "", "Nothing", "2017/18"))
    (fault,) = reconcile(report(), PUBLISHED, (*ERRATA, nowhere)).faults
    assert "but they are nothing and nothing" in fault


def test_a_cell_the_report_does_not_have_is_a_fault() -> None:
    (fault,) = reconcile(report(), PUBLISHED | {Place("table-12", "", "Total", "2017/18"): Decimal(1)}, ERRATA).faults
    assert "the report has no such place" in fault


def test_a_cell_that_was_not_published_is_a_fault() -> None:
    fewer = {place: value for place, value in PUBLISHED.items() if place != COMPLAINTS}
    (fault,) = reconcile(report(), fewer, ERRATA).faults
    assert fault == f"{COMPLAINTS}: is not in the published report. Take it out of the definition."


def test_a_value_where_nothing_was_printed_is_a_fault() -> None:
    (fault,) = reconcile(report(), PUBLISHED | {COMPLAINTS: None}, ERRATA).faults
    assert "published nothing, reproduced 131" in fault


def test_a_cell_that_prints_several_numbers_is_held_against_each() -> None:
    whole = report()
    table = whole.tables[0]
    composite = replace(table.rows[0].cells[0], numerator=3, denominator=4, shown="{value} ({above}/{below})")
    row = replace(table.rows[0], cells=(composite, *table.rows[0].cells[1:]))
    values = reproduced_values(replace(whole, tables=(replace(table, rows=(row, *table.rows[1:])),)))
    at = Place(table.id, row.group or "", row.label, table.columns[0].label)
    printed = [values[replace(at, column=at.column + name)] for name in ("", " {above}", " {below}")]
    assert printed == [composite.value, 3, 4]


def test_faults_of_an_errata_file_are_named_at_once(tmp_path: Path) -> None:
    file = tmp_path / "errata.toml"
    file.write_text(
        '[[cell]]\ntable = "table-1a"\nrow = "Complaint"\ncolumn = "2017/18"\npublished = "14"\nreproduced = 0\n'
        '[[figure]]\nids = ["s1"]\npublished = 1\nreproduced = 2\nwhy = "Because."\nbecause = "So."\n',
        encoding="utf-8",
    )
    with pytest.raises(AuthorityFaults) as caught:
        load_errata(file)
    assert [(fault.place, fault.what) for fault in caught.value.faults] == [
        ("cell 1 (table-1a) published", "is '14'"),
        ("cell 1 (table-1a) why", "is missing"),
        ("figure 1 (Because.) because", "is not a known entry"),
    ]
