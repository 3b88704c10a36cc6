"""Imports: what could not be taken is listed, mended and imported again."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from tests.legacy_exports import broken_file
from tests.system import records
from tests.system.visitor import Visitor

pytestmark = pytest.mark.browser


@pytest.fixture
def a_broken_file(transactional_db: None, tmp_path: Path) -> None:
    manager = records.account("complaints_manager")
    records.account("analyst")
    records.imported(manager, broken_file(tmp_path), as_of=date(2018, 6, 30))


def test_before_the_first_import_the_page_says_how_to(visitor: Visitor) -> None:
    records.account("complaints_manager")
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_follow("Imports")
    visitor.then_i_see("./run import FILE… --authority hampshire")
    visitor.then_the_page_has_no_barriers()


@pytest.mark.usefixtures("a_broken_file")
def test_i_find_the_rows_of_one_fault_and_take_them_as_a_file(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_follow("Imports")
    visitor.then_i_see("40 rejected rows are waiting to be mended.")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_follow("16 April 2018 at 10:30am")
    visitor.then_i_see("52 rows")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_choose("What became of the row", "Accepted, to look at")
    visitor.when_i_press("Filter")
    visitor.then_i_see("12 rows")
    rows = list(csv.DictReader(visitor.then_i_get_a_file("Download the held rows (CSV)").splitlines()))
    assert len(rows) >= 52


@pytest.mark.usefixtures("a_broken_file")
def test_i_mend_a_row_at_the_second_try(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to("/imports/")
    visitor.when_i_follow("16 April 2018 at 10:30am")
    visitor.when_i_follow("Line 4")
    visitor.then_the_problem_is("there is no day 31 in month 2 of 2018")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_fill_in("Date Rec'd", "32/03/2018")
    visitor.when_i_press("Import this row")
    visitor.then_i_see("The row still cannot be taken.")
    visitor.then_the_problem_is("“32/03/2018” is not a date")
    visitor.then_the_page_has_no_barriers()
    visitor.when_i_fill_in("Date Rec'd", "09/10/2017")
    visitor.when_i_press("Import this row")
    visitor.then_i_see("Line 4 of hampshire-broken.csv is imported.")
    visitor.when_i_go_to("/imports/")
    visitor.then_i_see("39 rejected rows are waiting to be mended.")
    visitor.when_i_go_to("/representations/?q=CSC17-90003")
    visitor.then_the_references_are("CSC17-90003")


@pytest.mark.usefixtures("a_broken_file")
def test_a_row_with_nothing_more_to_do_is_settled(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("complaints_manager")
    visitor.when_i_go_to("/imports/")
    visitor.when_i_follow("16 April 2018 at 10:30am")
    visitor.when_i_follow("Line 4")
    visitor.when_i_press("Nothing more to do")
    visitor.then_i_see("Line 4 of hampshire-broken.csv is settled.")
    visitor.when_i_follow("Line 4")
    visitor.then_i_see("Settled by Complaints manager on 16 April 2018")
    visitor.then_the_page_has_no_barriers()


@pytest.mark.usefixtures("a_broken_file")
def test_only_who_may_import_sees_imports(visitor: Visitor) -> None:
    visitor.given_i_am_signed_in_as("analyst")
    visitor.when_i_go_to("/imports/")
    visitor.then_i_see("Your account may not import records or see what was imported.")
