"""The table of the language that answers a question put to the figures, or everything that is wrong with it.

A question says nothing that a report could not hold. It is written as the entries of a `[[table]]` and read by the
same functions as a council's `tables.toml`, so that a faulty one is refused in the same words.
"""

from __future__ import annotations

from collections.abc import Iterator

from putright.authorities.authority import Authority
from putright.authorities.entries import Entries
from putright.authorities.faults import AuthorityFault
from putright.reporting.definition import Table
from putright.reporting.questions import GROUPS, QUARTERS, SHOWN, TOPS, UNITS, YEARS, Question, number_columns
from putright.reporting.reading import read_table
from putright.reporting.writing_toml import Given

FILE = "this table"
MOST_CELLS = 4_000


def entries_of(question: Question) -> dict[str, Given]:
    """The `[[table]]` that answers the question."""
    entries: dict[str, Given] = {
        "id": question.id,
        "title": question.title,
        "facts": question.facts,
        "unit": question.unit,
        "base": question.base,
    }
    if question.once_each:
        entries["once_each"] = True
    if where := _where(question):
        entries["where"] = where
    column = question.rows.removesuffix(GROUPS)
    if column not in ("", YEARS, QUARTERS):
        entries["by"] = column
    if question.rows_are:
        entries["rows_are"] = question.rows_are
    if question.rows != YEARS and question.years > 1:
        entries["years"] = _years(question)
    columns = [*_columns(question), *_changes(question)]
    if columns != [{}]:
        entries["columns"] = columns
    rows: list[Given] = [*_rows(question)]
    if question.rows != YEARS:
        rows.append({"total": "Total"})
    entries["block"] = [{"rows": rows}]
    return entries


def read_question(question: Question, authority: Authority) -> tuple[Table | None, list[AuthorityFault]]:
    """The table that answers the question, or None and every fault of it with its remedy."""
    faults: list[AuthorityFault] = []
    entries = Entries(entries_of(question), FILE, "", faults)
    _refuse(question, entries)
    table = read_table(entries, authority, {})
    entries.finish()
    if not faults and len(table.rows) * len(table.columns) > MOST_CELLS:
        size = f"has {len(table.rows):,} rows and {len(table.columns):,} columns"
        entries.fault(size, "ask for fewer years, for the largest rows alone, or put something else in columns", "rows")
    return (None, faults) if faults else (table, [])


def _refuse(question: Question, entries: Entries) -> None:
    """What the language would let pass, but answers nothing."""
    if not question.shown:
        entries.fault("shows nothing", "choose the number, a share, an average or a sum", "shown")
    if "row_share" in question.shown and question.across in ("", QUARTERS):
        entries.fault(
            "is of a row, but there is one column for it", "put something in columns, or take the share", "row_share"
        )
    if {"average", "sum"}.intersection(question.shown) and not question.of:
        there = (
            "choose a number of days or pounds" if number_columns(question.facts) else "untick the average and the sum"
        )
        entries.fault(f"{UNITS[question.facts]} are averaged or added up by nothing", there, "of")
    if question.of and not {"average", "sum"}.intersection(question.shown):
        entries.fault("is of nothing that is shown", "tick the average or the sum, or choose nothing", "of")
    if question.change and question.years < 2:
        entries.fault("compares two years, but one is shown", "show two years or more", "change")
    if question.change and (question.rows == YEARS or question.across):
        entries.fault("compares years that stand side by side", "leave columns empty, and years out of rows", "change")


def _where(question: Question) -> dict[str, Given]:
    where: dict[str, Given] = {}
    for column, codes in question.only.items():
        if codes:
            where[column] = {"not": [*codes]} if column in question.refused else [*codes]
    for column, (low, high) in question.numbers.items():
        ends = {"from": low, "to": high}
        held: dict[str, Given] = {end: number for end, number in ends.items() if number is not None}
        if held:
            where[column] = held
    return where


def _years(question: Question) -> list[Given]:
    return [-number for number in range(question.years)]


def _rows(question: Question) -> Iterator[Given]:
    others = "Not applicable, or not listed"
    if question.rows == QUARTERS:
        yield {"quarters": True, "label": "Quarter {quarter}"}
    elif question.rows == YEARS:
        yield {"years": _years(question), "label": "{start}/{yy}"}
    elif question.rows.endswith(GROUPS):
        yield {"groups": True, "others": others}
    elif question.order in TOPS:
        yield {"top": TOPS[question.order], "others": "All others"}
    elif question.order == "largest":
        yield {"at_least": 1, "others": others}
        yield "not_recorded"
    elif question.rows:
        yield {"all": True, "others": others}
        yield "not_recorded"


def _columns(question: Question) -> Iterator[Given]:
    """The columns within a year: what is shown, for each term or quarter that is asked for, and in all."""
    asked = [shown for shown in SHOWN if shown in question.shown and (question.of or shown not in ("average", "sum"))]
    measures = [(_LABELS[shown], _measure(shown, question)) for shown in asked]
    single = len(measures) == 1
    for label, measure in measures:
        if question.across == QUARTERS:
            group: dict[str, Given] = {} if single else {"group": label}
            yield {**group, "quarters": True, "label": "Quarter {quarter}", **measure}
            yield {**group, "label": "Year", **measure}
        elif question.across:
            yield {"each": question.across, **({} if single else {"label": label}), **measure}
        else:
            yield measure if label == "Number" else {"label": label, **measure}
    if question.across not in ("", QUARTERS):
        for label, measure in measures:
            yield {"label": "Total", **measure} if single else {"group": "Total", "label": label, **measure}


_LABELS = {"number": "Number", "share": "%", "row_share": "% of the row", "average": "Average", "sum": "Sum"}


def _measure(shown: str, question: Question) -> dict[str, Given]:
    measures: dict[str, dict[str, Given]] = {
        "number": {},
        "share": {"share_of": "table"},
        "row_share": {"share_of": "row"},
        "average": {"average": question.of},
        "sum": {"sum": question.of},
    }
    measure = measures[shown]
    if shown in ("average", "sum") and question.of in _UNITS_OF:
        measure["unit"] = _UNITS_OF[question.of]
    return measure


# The language knows the unit of the others.
_UNITS_OF = {"days_to_acknowledge": "working days", "entries": "entries"}


def _changes(question: Question) -> Iterator[Given]:
    """How the first column differs from the year before."""
    if question.change and question.years > 1 and not question.across and question.rows != YEARS:
        first = next((shown for shown in SHOWN if shown in question.shown), "number")
        label = _LABELS[first]
        yield {"change": question.change, **({} if label == "Number" else {"of": label})}
