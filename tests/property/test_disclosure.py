"""Disclosure control of any small cross-table: nothing small is printed, nothing withheld can be worked out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from putright.reporting.conditions import Base, OneOf, Window
from putright.reporting.disclosure.audit import Auditor, Interval, components
from putright.reporting.disclosure.counts import Count, Told
from putright.reporting.disclosure.relations import Relation, relations
from putright.reporting.disclosure.suppressing import Withheld, withhold

WINDOW = Window(Base("received", ("received_month",)), 201704, 201803)
Values = Mapping[Count, int]


def count(**terms: str) -> Count:
    where = frozenset(OneOf(column, (code,)) for column, code in terms.items())
    return Count("facts_representation", where, WINDOW)


@st.composite
def cross_tables(draw: st.DrawFn, most_rows: int = 4, most_columns: int = 4, most: int = 14) -> Values:
    """The counts of a table of methods by districts, with the totals of both and of all."""
    rows, columns = draw(st.integers(2, most_rows)), draw(st.integers(2, most_columns))
    size = st.integers(0, most) | st.just(0)
    cells = {(row, column): draw(size) for row in range(rows) for column in range(columns)}
    values = {count(method=f"m{row}", district=f"d{column}"): value for (row, column), value in cells.items()}
    for row in range(rows):
        values[count(method=f"m{row}")] = sum(value for at, value in cells.items() if at[0] == row)
    for column in range(columns):
        values[count(district=f"d{column}")] = sum(value for at, value in cells.items() if at[1] == column)
    return {**values, count(): sum(cells.values())}


def between(values: Values) -> tuple[Relation, ...]:
    return relations(Told(values, {}), {})


@settings(deadline=None, max_examples=60)
@given(cross_tables(), st.integers(3, 6))
def test_nothing_small_is_printed_and_no_zero_is_withheld(values: Values, threshold: int) -> None:
    withheld = withhold(values, between(values), threshold)
    for each, value in values.items():
        if 0 < value < threshold:
            assert each in withheld.small
        if value == 0:
            assert each not in withheld.counts


@settings(deadline=None, max_examples=60)
@given(cross_tables(), st.integers(3, 6))
def test_no_withheld_count_follows_from_sums_and_differences(values: Values, threshold: int) -> None:
    """By linear algebra, apart from the audit: in some direction that the sums leave open, each count moves."""
    withheld = withhold(values, between(values), threshold)
    assert_none_follows(withheld, between(values))


def assert_none_follows(withheld: Withheld, known: Sequence[Relation]) -> None:
    unknown = sorted(withheld.counts, key=lambda each: each.order)
    exact = [relation for relation in known if relation.exact]
    matrix = np.array(
        [[(each == r.whole) - sum(each == part for part in r.parts) for each in unknown] for r in exact], dtype=float
    ).reshape(len(exact), len(unknown))
    _, sizes, directions = np.linalg.svd(matrix, full_matrices=True)
    free = directions[int((sizes > 1e-9).sum()) :]
    for at, each in enumerate(unknown):
        assert np.abs(free[:, at]).max(initial=0) > 1e-9, each


@settings(deadline=None, max_examples=40)
@given(cross_tables(most_rows=2, most_columns=3, most=5), st.integers(3, 5))
def test_no_withheld_count_is_the_same_in_every_table_that_fits(values: Values, threshold: int) -> None:
    """By trying every table there could be, apart from the audit."""
    withheld = withhold(values, between(values), threshold)
    possible: dict[Count, set[int]] = {each: set() for each in withheld.counts}
    for other in tables_that_fit(values, withheld.counts):
        for each in possible:
            possible[each].add(other[each])
    for each, found in possible.items():
        assert len(found) > 1, each


def tables_that_fit(values: Values, unknown: frozenset[Count]) -> Iterator[Values]:
    """Every table with the printed counts of this one, whose withheld cells are from 1 to 6."""
    inside = [each for each in values if len(each.where) == 2]
    ranges = [range(1, 7) if each in unknown else (values[each],) for each in inside]
    for chosen in product(*ranges):
        table = dict(zip(inside, chosen, strict=True))
        for each in values:
            if each not in table:
                table[each] = sum(value for one, value in zip(inside, chosen, strict=True) if each.where <= one.where)
        if all(table[each] == values[each] or (each in unknown and table[each]) for each in values):
            yield table


@settings(deadline=None, max_examples=30)
@given(cross_tables(), st.integers(3, 6))
def test_no_count_is_withheld_that_protects_nothing(values: Values, threshold: int) -> None:
    withheld = withhold(values, between(values), threshold)
    for each in withheld.protecting:
        assert gives_something_away(values, withheld, each, threshold), each


def gives_something_away(values: Values, withheld: Withheld, printed: Count, threshold: int) -> bool:
    for component in components(withheld.counts - {printed}, between(values)):
        auditor = Auditor(component, values, [])
        for each in component.counts:
            wanted = max(1, threshold - 2) if each in withheld.small else 1
            if auditor.interval(each, wanted).width < wanted:
                return True
    return False


def test_tables_that_share_a_total_protect_each_other() -> None:
    """A total withheld in one table could be added up from another: so something is withheld there, too."""
    values = {
        count(): 20,
        count(method="m0"): 18, count(method="m1"): 2,
        count(district="d0"): 9, count(district="d1"): 11,
    }  # fmt: skip
    withheld = withhold(values, between(values), 5)
    assert withheld.counts == {count(method="m0"), count(method="m1")}
    assert withheld.found_out == ()
    alone = {each: value for each, value in values.items() if each != count(method="m0")}
    alone[count(method="m1")] = 2
    assert withhold(alone, between(alone), 5).counts == {count(method="m1")}


def test_a_part_is_no_larger_than_what_it_is_part_of() -> None:
    """Both are withheld of 6: each is from 1 to 5, and may be any small number."""
    values = {count(): 6, count(method="m0"): 3, count(method="m1"): 3}
    assert set(withhold(values, between(values), 5).intervals.values()) == {Interval(1, 5)}


def test_nothing_small_means_nothing_withheld() -> None:
    values = {count(): 20, count(method="m0"): 10, count(method="m1"): 10}
    assert withhold(values, between(values), 5).counts == frozenset()
