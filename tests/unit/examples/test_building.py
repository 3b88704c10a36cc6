"""Rows made from tables give the tables again, the same each time; and what cannot be made is said."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from examples.building import (
    CALENDAR,
    DoesNotFit,
    allot,
    between,
    csv_text,
    later,
    mixed,
    number,
    parts,
    rows_of,
    scaled,
    spread,
    those,
    year,
)
from hypothesis import given
from hypothesis import strategies as st

COUNTS = st.dictionaries(st.sampled_from("abcde"), st.integers(0, 9), min_size=1)


@given(COUNTS, st.integers(0, 5))
def test_the_table_comes_out_again(counts: dict[str, int], more: int) -> None:
    rows = rows_of(sum(counts.values()) + more, kind="complaint")
    allot(rows, "service", counts, rest="blank")
    assert Counter(row["service"] for row in rows) == Counter({**counts, "blank": more})


@given(COUNTS, COUNTS)
def test_a_part_is_allotted_first_and_counts_in_the_whole(part: dict[str, int], besides: dict[str, int]) -> None:
    whole = dict(Counter(part) + Counter(besides))
    rows = rows_of(sum(whole.values()))
    some = rows[: sum(part.values())]
    allot(some, "service", part)
    allot(rows, "service", whole)
    assert Counter(row["service"] for row in some) == Counter(part) - Counter()
    assert Counter(row["service"] for row in rows) == Counter(whole)


def test_what_does_not_fit_is_said() -> None:
    rows = rows_of(3)
    with pytest.raises(DoesNotFit, match="4 values for 3 rows"):
        allot(rows, "service", {"a": 4})
    with pytest.raises(DoesNotFit, match="2 values for 3 rows"):
        allot(rows, "service", {"a": 2})
    allot(rows, "service", {"a": 3})
    with pytest.raises(DoesNotFit, match="'a' is to stand 2 times and does 3 times"):
        allot(rows, "service", {"a": 2, "b": 1})


def test_it_looks_like_chance_and_is_the_same_each_time() -> None:
    things = list(range(20))
    assert mixed(things, "one") == mixed(things, "one") != mixed(things, "two")
    assert sorted(mixed(things, "one")) == things != mixed(things, "one")
    assert mixed(things, "one")[:5] == [6, 16, 9, 8, 3]
    assert {between(1, 3, "days", place) for place in range(30)} == {1, 2, 3}


def test_days_are_working_days_of_the_year() -> None:
    first, last = year(2018)
    assert (first, last) == (date(2018, 4, 1), date(2019, 3, 31))
    rows = rows_of(500)
    spread(rows, "on", first, last)
    days = [row["on"] for row in rows if isinstance(row["on"], date)]
    assert days == sorted(days)
    assert all(first <= day <= last and CALENDAR.is_working_day(day) for day in days)
    assert later(date(2018, 12, 24), 1) == date(2018, 12, 27)


@given(st.integers(1, 40), st.integers(0, 10_000))
def test_amounts_add_up(count: int, more: int) -> None:
    amounts = parts(count * 10 + more, count, "paid")
    assert (sum(amounts), len(amounts)) == (count * 10 + more, count)
    assert min(amounts) >= 1


@given(COUNTS.filter(lambda counts: any(counts.values())), st.integers(0, 500))
def test_proportions_add_up(shares: dict[str, int], total: int) -> None:
    counts = scaled(shares, total)
    whole = sum(shares.values())
    assert sum(counts.values()) == total
    assert all(abs(counts[value] - total * share / whole) < 1 for value, share in shares.items())


def test_a_file_has_its_headings_and_blanks() -> None:
    rows = rows_of(2, kind="x, y")
    rows[0]["on"], rows[1]["on"] = date(2018, 5, 2), date(2018, 5, 1)
    number(rows, "ref", "A{n:03}", by=lambda row: row["on"])
    text = csv_text(rows, {"Ref": "ref", "Kind": "kind", "On": "on", "Until": "until"})
    assert text == 'Ref,Kind,On,Until\nA002,"x, y",2018-05-02,\nA001,"x, y",2018-05-01,\n'
    assert those(rows, ref="A001") == [rows[1]]
    assert those(rows, until=None) == rows
