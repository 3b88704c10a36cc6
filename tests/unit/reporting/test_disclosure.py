"""Hampshire's report as it may be published: small numbers withheld wherever they would show."""

from __future__ import annotations

import sqlite3
from functools import cache

import pytest
from tests.fact_tables import create
from tests.property.test_disclosure import assert_none_follows
from tests.spec.building_tables import PERIOD, facts_of, report_of
from tests.spec.building_tables import printed as as_printed
from tests.spec.tables_council import AUTHORITY
from tests.spec.tables_examples import EXAMPLES
from tests.unit.reporting.hampshire import definition, report

from putright.authorities import load_authority
from putright.authorities.publishing import DisclosureRules
from putright.reporting.disclosure.counts import counts_of, told_by
from putright.reporting.disclosure.relations import relations
from putright.reporting.disclosure.releasing import Released, release
from putright.reporting.disclosure.rounding import to_base
from putright.reporting.engines import DatabaseEngine
from putright.reporting.printed import Cell
from putright.reporting.render.forms import FORMS, render
from putright.reporting.render.words import cell_words, figure_words
from putright.reporting.report import build
from putright.rules import load_book


@cache
def released(method: str = "withhold", threshold: int = 5) -> Released:
    rules = DisclosureRules(method, threshold)  # type: ignore[arg-type]
    return release(definition(), report(), rules, load_authority("hampshire"), load_book())


def cells(of: Released) -> list[tuple[Cell, Cell]]:
    """Each cell as it truly is, and as it is printed."""
    return [
        (true, printed)
        for table, shown in zip(report().tables, of.report.tables, strict=True)
        for row, other in zip(table.rows, shown.rows, strict=True)
        for true, printed in zip(row.cells, other.cells, strict=True)
    ]


def test_no_cell_is_printed_that_rests_on_a_small_count() -> None:
    small = [(true, printed) for true, printed in cells(released()) if any(0 < v < 5 for _, v in counts_of(true))]
    assert len(small) > 300
    assert {cell_words(printed) for _, printed in small} == {"[c]"}
    assert all(printed.numerator is None and printed.denominator is None for _, printed in small)


def test_a_count_of_0_is_printed_as_0() -> None:
    nothing = [printed for true, printed in cells(released()) if true.is_count and true.value == 0]
    assert len(nothing) > 100
    assert {cell_words(printed) for printed in nothing} == {"0"}


def test_what_is_printed_is_what_it_was() -> None:
    kept = [(true, printed) for true, printed in cells(released()) if printed.mark != "[c]"]
    assert len(kept) > 500
    assert all(true == printed for true, printed in kept)


def test_the_audit_finds_nothing_and_so_does_linear_algebra() -> None:
    withheld = released().withheld
    assert withheld.found_out == ()
    defined = definition().all_tables
    known = relations(
        told_by(definition(), report()), {name: (defined[name], built) for name, built in report().table.items()}
    )
    assert_none_follows(withheld, known)


def test_far_from_everything_is_withheld() -> None:
    withheld = released().withheld
    assert len(withheld.protecting) < len(withheld.small) / 3


def test_figures_charts_and_notes_follow_the_tables() -> None:
    of = released()
    hidden = [figure for figure in of.report.figures if figure.mark]
    assert hidden
    assert {figure_words(figure) for figure in hidden} == {"[c]"}
    assert {figure_words(figure, "moved") for figure in hidden} == {"changed"}
    assert all(
        "[c] is a number withheld" in " ".join(t.notes) for t in of.report.tables if of.withheld_in(t.id) != (0, 0)
    )
    values = [value for chart in of.report.charts for series in chart.series for value in series.values]
    assert None in values
    assert not any(value is not None and 0 < value < 5 for value in values)


def test_checks_tell_no_number() -> None:
    assert all(check.message.endswith((": holds.", ": does not hold.")) for check in released().report.checks)


@pytest.mark.parametrize("form", list(FORMS))
def test_every_form_can_print_it(form: str) -> None:
    assert render(form, released().report)


def test_a_higher_threshold_withholds_more() -> None:
    assert released(threshold=3).withheld.small < released().withheld.small


def test_rounded_counts_are_multiples_of_the_base_and_shares_are_taken_of_them() -> None:
    counts = [printed for true, printed in cells(released("round")) if true.is_count]
    assert all(isinstance(cell.value, int) and cell.value % 5 == 0 for cell in counts)
    shares = [
        (true, printed) for true, printed in cells(released("round"))
        if true.unit == "percent" and printed.numerator and printed.denominator
    ]  # fmt: skip
    assert shares
    assert any(true.value != printed.value for true, printed in shares)
    assert "rounded to the nearest 5" in " ".join(released("round").report.tables[0].notes)


def test_with_no_control_everything_is_printed() -> None:
    assert released("none").report == report()


@pytest.mark.parametrize(("count", "base", "to"), [(2, 5, 0), (3, 5, 5), (982, 5, 980), (5, 10, 10), (4, 10, 0)])
def test_rounding(count: int, base: int, to: int) -> None:
    assert to_base(count, base) == to


PUT_TOGETHER = {
    "withhold": (("2017/18", "3", "[c]", "[c]", "[c]", "[c]"), ("2016/17", "[c]", "0", "2", "[c]", "[c]")),
    "round": (("2017/18", "5", "0", "0", "5", "100%"), ("2016/17", "0", "0", "0", "0", "–")),
}


@pytest.mark.parametrize(("method", "rows"), PUT_TOGETHER.items())
def test_a_table_put_together_tells_no_more_than_its_parts(method: str, rows: tuple[tuple[str, ...], ...]) -> None:
    example = next(example for example in EXAMPLES if example.title == "Different facts side by side")
    with sqlite3.connect(":memory:") as connection:
        create(connection, facts_of(example))
        whole = build(report_of(example), PERIOD, DatabaseEngine(connection), AUTHORITY, load_book())
    rules = DisclosureRules(method, 2)  # type: ignore[arg-type]
    (table,) = release(report_of(example), whole, rules, AUTHORITY, load_book()).report.tables
    assert as_printed(table) == rows
