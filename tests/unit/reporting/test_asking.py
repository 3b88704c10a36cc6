"""Questions to the figures: the table that answers each, and those that nothing can answer."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.spec.tables_council import AUTHORITY

from putright.authorities import load_authority
from putright.reporting.asking import entries_of, read_question
from putright.reporting.questions import UNITS, Question, bases, number_columns, term_columns
from putright.reporting.writing_toml import table_toml

PLAIN = Question(facts="stage", base="responded", title="Asked", rows="category")


def faults(question: Question) -> list[str]:
    table, found = read_question(question, AUTHORITY)
    assert (table is None) is bool(found)
    return [f"{fault.what}: {fault.remedy}" for fault in found]


def test_a_plain_question_is_a_table_of_the_language() -> None:
    asked = replace(
        PLAIN, shown=("number", "average"), of="working_days", across="method", years=2, only={"type": ("complaint",)}
    )
    table, found = read_question(asked, AUTHORITY)
    assert not found
    assert table
    assert [row.label for row in table.rows] == [
        "Statutory", "Corporate", "Not applicable, or not listed", "Not recorded", "Total",
    ]  # fmt: skip
    assert table.years == (0, -1)
    groups = ["Letter", "E-mail", "In person", "Total"]
    assert [(head.group, head.label) for head in table.heads] == [
        (group, label) for label in ("Number", "Average") for group in groups[:3]
    ] + [("Total", "Number"), ("Total", "Average")]


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (replace(PLAIN, shown=()), ["shows nothing"]),
        (replace(PLAIN, shown=("row_share",)), ["one column for it: put something in columns"]),
        (replace(PLAIN, shown=("average",)), ["by nothing: choose a number of days or pounds"]),
        (replace(PLAIN, facts="learning", base="recorded", shown=("sum",)), ["untick the average and the sum"]),
        (replace(PLAIN, of="working_days"), ["is of nothing that is shown"]),
        (replace(PLAIN, once_each=True, shown=("average",), of="working_days"), ["remove once_each"]),
        (replace(PLAIN, rows="quarters", across="quarters"), ["has quarters as rows and as columns"]),
        (replace(PLAIN, change="number"), ["compares two years, but one is shown"]),
        (replace(PLAIN, change="number", years=2, across="method"), ["compares years that stand side by side"]),
        (replace(PLAIN, change="points", years=2), ["points are of percentages"]),
        (replace(PLAIN, numbers={"working_days": (20, 10)}), ["nothing lies in"]),
        (replace(PLAIN, base="decided"), ["decided is not a month that facts_stage has"]),
        (replace(PLAIN, rows="no_such"), ["there are no such terms of no_such"]),
        (replace(PLAIN, across="no_such"), ["is not a column with terms"]),
        (
            replace(PLAIN, facts="concern", base="closed", once_each=True, rows="concern", order="top5"),
            ["may have several"],
        ),
        (
            replace(PLAIN, shown=("row_share",), change="number", of="working_days"),
            ["put something in columns", "is of nothing that is shown", "show two years or more"],
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_refused_with_every_fault_and_its_remedy(asked: Question, says: list[str]) -> None:
    told = faults(asked)
    for fault in says:
        assert sum(fault in each for each in told) == 1, told


def test_a_table_too_large_to_read_is_refused() -> None:
    hampshire = load_authority("hampshire")
    asked = Question("representation", "received", "Large", rows="nature", across="service", years=6)
    table, found = read_question(asked, hampshire)
    assert table is None
    assert [fault.remedy for fault in found] == [
        "ask for fewer years, for the largest rows alone, or put something else in columns"
    ]


def test_everything_that_is_offered_can_be_asked() -> None:
    for council in ("hampshire", "coventry"):
        authority = load_authority(council)
        for facts in UNITS:
            numbers = number_columns(facts)
            for base in bases(facts):
                asked = Question(facts, base, "Asked", shown=("number", *(["average"] if numbers else [])))
                asked = replace(asked, of=numbers[0] if numbers else "")
                for column in term_columns(facts, authority):
                    for order in ("listed", "largest", "top5"):
                        table, found = read_question(replace(asked, rows=column, order=order), authority)
                        assert table, (facts, column, found)


given_text = st.text(st.characters(codec="utf-8"), max_size=12)
values: Any = st.recursive(
    given_text | st.booleans() | st.integers(-(10**9), 10**9),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(given_text, inside, max_size=3),
    max_leaves=8,
)
keys = st.from_regex(r"[a-z_]{1,10}", fullmatch=True).filter(lambda key: key != "block")


@given(st.dictionaries(keys, values, max_size=4), st.lists(st.dictionaries(keys, values, min_size=1, max_size=3)))
def test_what_is_written_reads_back_the_same(entries: dict[str, Any], blocks: list[dict[str, Any]]) -> None:
    whole = entries | ({"block": blocks} if blocks else {})
    assert tomllib.loads(table_toml(whole))["table"] == [whole]


def test_a_question_is_written_as_a_file_would_hold_it() -> None:
    asked = replace(
        PLAIN, shown=("number", "share"), years=2, only={"type": ("complaint",)}, refused=frozenset({"type"})
    )
    assert tomllib.loads(table_toml(entries_of(asked)))["table"] == [entries_of(asked)]
    assert 'where = { type = { not = ["complaint"] } }' in table_toml(entries_of(asked))
