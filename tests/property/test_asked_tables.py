"""Any question that can be asked over any facts: the table that answers it against a plain count of the same rows."""

from __future__ import annotations

import sqlite3
from decimal import Decimal
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.fact_tables import complete, create
from tests.property.tables_by_hand import YEAR, Fact, by_hand
from tests.spec.tables_council import AUTHORITY

from putright.facts.schema import STAGE
from putright.reporting.asking import read_question
from putright.reporting.definition import CHANGES
from putright.reporting.engines import DatabaseEngine
from putright.reporting.imported import NOTHING_IMPORTED
from putright.reporting.period import year_beginning
from putright.reporting.questions import SHOWN, TOPS, Question, term_columns
from putright.reporting.tables import build_table

COLUMNS = term_columns("stage", AUTHORITY)
MONTHS = st.sampled_from([0, 201504, 201603, 201604, 201703, 201704, 201706, 201707, 201803, 201804])
TERMS = ["statutory", "corporate", "letter", "e_mail", "met", "missed", "yes", "no", "not_recorded", "fax"]
OWN = ("stage", "finding", "timeliness", "extended", "furthest", "procedure")


@st.composite
def all_facts(draw: st.DrawFn) -> list[Fact]:
    rows: list[Fact] = []
    for number in range(1, draw(st.integers(0, 6)) + 1):
        shared = {"category": draw(st.sampled_from(TERMS)), "method": draw(st.sampled_from(TERMS))}
        shared |= {"received_month": draw(MONTHS)}
        for _ in range(draw(st.integers(1, 3))):
            own = {"timeliness": draw(st.sampled_from(TERMS)), "responded_month": draw(MONTHS)}
            own |= {"working_days": draw(st.integers(-1, 25)), "extended": draw(st.sampled_from(["yes", "no"]))}
            identity = {"id": len(rows) + 1, "representation_id": number, "authority": "here"}
            rows.append(complete(STAGE, {**shared, **own, **identity}))
    return rows


@st.composite
def questions(draw: st.DrawFn) -> Question:
    shown = tuple(draw(st.lists(st.sampled_from(SHOWN), min_size=1, max_size=3, unique=True)))
    by = st.sampled_from(["", "quarters", "category", "method", "timeliness", "extended", "received_from/groups"])
    narrowed = draw(st.lists(st.sampled_from(["category", "timeliness"]), max_size=2, unique=True))
    codes = st.lists(st.sampled_from(["statutory", "met", "not_recorded"]), max_size=2, unique=True).map(tuple)
    return Question(
        facts="stage",
        base=draw(st.sampled_from(["received", "responded"])),
        title="Asked",
        once_each=draw(st.sampled_from([False, False, True])),
        shown=shown,
        of="working_days" if {"average", "sum"}.intersection(shown) else "",
        rows=draw(by | st.just("years")),
        across=draw(by.filter(lambda name: "/" not in name)),
        order=draw(st.sampled_from(["listed", "largest", *TOPS])),
        years=draw(st.integers(1, 3)),
        change=draw(st.sampled_from(["", "", *CHANGES])),
        only={column: draw(codes) for column in narrowed},
        refused=frozenset(draw(st.lists(st.sampled_from(narrowed), unique=True))) if narrowed else frozenset(),
        numbers=draw(st.sampled_from([{}, {}, {"working_days": (3, None)}, {"working_days": (None, 12)}])),
    )


@given(facts=all_facts(), question=questions())
@settings(max_examples=150, deadline=None)
def test_the_table_is_as_counted_by_hand(facts: list[Fact], question: Question) -> None:
    # A code of one vocabulary is none of another; such a question is refused, and not what is tried here.
    question = Question(**{**vars(question), "only": {c: tuple(_of(c, codes)) for c, codes in question.only.items()}})
    table, _ = read_question(question, AUTHORITY)
    assume(table is not None)
    assert table
    with sqlite3.connect(":memory:") as connection:
        create(connection, {"facts_stage": facts}, tables=(STAGE,))
        built = build_table(table, year_beginning(YEAR), DatabaseEngine(connection), "here", {})
    found: list[Any] = [
        [None if cell.value is None else Decimal(cell.value) for cell in row.cells] for row in built.shown
    ]
    assert found == [cells for _, cells in by_hand(facts, table, NOTHING_IMPORTED)]


def _of(column: str, codes: tuple[str, ...]) -> list[str]:
    allowed = {"category": {"statutory", "not_recorded"}, "timeliness": {"met", "not_recorded"}}[column]
    return [code for code in codes if code in allowed]
