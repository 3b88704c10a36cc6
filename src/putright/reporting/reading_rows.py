"""The blocks and rows of a council's tables, read from its file with their faults noted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from putright.authorities.entries import Entries
from putright.authorities.fixed_terms import STAGE, vocabulary_asked
from putright.authorities.vocabulary import Term, Vocabulary
from putright.reporting.conditions import Condition, OneOf
from putright.reporting.definition import Head, Ranked, Row, may_have_several
from putright.reporting.measures import DISTINCT
from putright.reporting.reading_columns import QUARTERS
from putright.reporting.reading_conditions import read_base, read_where, read_years
from putright.reporting.reading_frame import Frame
from putright.reporting.reading_measures import read_measure

_EACH_TERM = ("all", "terms_of", "top", "at_least")


def read_block(entries: Entries, frame: Frame, heads: tuple[Head, ...]) -> tuple[Row, ...]:
    """The rows of one block, each with the block's own condition in front of its own."""
    group = entries.text("group") if entries.has("group") else None
    population = read_where(entries, frame.facts, frame.authority)
    if entries.has("by"):
        frame = replace(frame, by=entries.text("by"))
    rows = [row for item in _items(entries) for row in _rows(item, frame, heads)]
    rows = _with_others_definite(_without_those_listed(rows))
    if len({row.ranked for row in rows if row.ranked}) > 1 or sum(row.is_others for row in rows) > 1:
        entries.fault("ranks its rows twice", "write top or at_least once in a block", "rows")
    for row in rows:
        _check_left_out(entries, row, rows)
    entries.finish()
    return tuple(replace(row, group=group, where=population + row.where, population=population) for row in rows)


def _items(block: Entries) -> Iterator[Entries]:
    """What stands under `rows`; a code by itself is short for a table with nothing but that code."""
    rows = block.raw("rows")
    if not isinstance(rows, list) or not rows:
        block.fault("are missing", 'write them like ["a_code", { total = "Total" }]', "rows")
        return
    for number, row in enumerate(rows, start=1):
        if isinstance(row, str):
            yield Entries({"code": row}, block.file, f"{block.place} row {number} ({row})", block.faults)
        elif isinstance(row, dict):
            name = next((row[key] for key in ("label", "total", "code") if key in row), "")
            yield Entries(row, block.file, f"{block.place} row {number} ({name})", block.faults)
        else:
            block.fault(f"row {number} is {row!r}", "write a code or { … = … }", "rows")


def _rows(item: Entries, frame: Frame, heads: tuple[Head, ...]) -> list[Row]:
    if any(item.has(key) for key in _EACH_TERM):
        rows = _each_term(item, frame)
    elif item.truth("groups"):
        rows = _each_group(item, frame)
    elif item.has("comparators"):
        rows = _comparators(item, frame, heads)
    else:
        rows = list(_each_time(item, _row(item, frame, heads), frame))
    item.finish()
    return rows


def _each_term(item: Entries, frame: Frame) -> list[Row]:
    """A row for each term of the vocabulary, or of one of its groups; perhaps only the largest; perhaps all others."""
    group = item.text("terms_of") if item.has("terms_of") else ""
    item.truth("all")
    vocabulary = vocabulary_asked(frame.by, frame.authority)
    terms = [term for term in vocabulary.terms if group in ("", term.group)] if vocabulary else []
    # A council may have no words for a column yet; a definition that councils share then prints what is not listed.
    if vocabulary is None or (group and not terms):
        item.fault(
            f"there are no such terms of {frame.by or 'no column'}",
            "name a column with a vocabulary in `by`, and a group",
        )
    rows = [_of_codes(term.label, (term.code,), item, frame) for term in terms]
    others = _others(item, frame)
    if not (item.has("top") or item.has("at_least")):
        return rows + others
    top = item.whole("top", least=1) if item.has("top") else None
    rule = Ranked(top, item.whole("at_least", least=1, default=1))
    if frame.counted == DISTINCT and may_have_several(frame.facts, frame.by):
        item.fault(f"ranks {frame.by}, of which a representation may have several", "count facts, without once_each")
    return [replace(row, ranked=rule) for row in rows] + others


def _others(item: Entries, frame: Frame) -> list[Row]:
    """The row for what no other row of its block counts, where one is asked for."""
    return [Row(item.text("others"), None, (), (), by=frame.by, is_others=True)] if item.has("others") else []


def _each_group(item: Entries, frame: Frame) -> list[Row]:
    """A row for each group of the vocabulary, with all its terms."""
    vocabulary = vocabulary_asked(frame.by, frame.authority)
    groups = vocabulary.groups() if vocabulary else ()
    if not groups:
        item.fault(f"there are no groups of {frame.by or 'no column'}", "name a column whose vocabulary has groups")
    terms: tuple[Term, ...] = vocabulary.terms if vocabulary else ()
    rows = [
        _of_codes(group, tuple(term.code for term in terms if term.group == group), item, frame) for group in groups
    ]
    return rows + _others(item, frame)


def _of_codes(label: str, codes: tuple[str, ...], item: Entries, frame: Frame) -> Row:
    return Row(label, None, _codes(item, frame, codes), (), by=frame.by, codes=codes)


def _comparators(item: Entries, frame: Frame, heads: tuple[Head, ...]) -> list[Row]:
    """A row for each other council of which a figure is entered, by the label of the column it stands in."""
    entered = item.words("comparators")
    known = {head.name for head in heads if head.change is None}
    for label, measure in entered.items():
        if label not in known:
            item.fault(f"there is no column {label!r}", f"name one of: {', '.join(sorted(known))}", "comparators")
        if measure not in frame.imported.compared:
            there = ", ".join(frame.imported.compared) or "none; enter them in a file of the folder activity"
            item.fault(f"there is no comparator {measure!r}", f"write one of: {there}", "comparators")
    councils = frame.imported.councils(*entered.values())
    return [Row(council, None, (), (), entered=tuple(entered.items())) for council in councils]


def _row(item: Entries, frame: Frame, heads: tuple[Head, ...]) -> Row:
    codes = (item.text("code"),) if item.has("code") else item.texts("codes")
    where = read_where(item, frame.facts, frame.authority) + (_codes(item, frame, codes) if codes else ())
    is_total = item.has("total")
    if is_total and where:
        item.fault("is of its whole block", "remove its code and its where, or write what it leaves out", "total")
    without = item.texts("without")
    if without and not is_total:
        item.fault("is of a row that is no total", "write { total = …, without = … }", "without")
    measure = read_measure(item, frame)
    if measure and measure.share_of == "row":
        item.fault("is of a row, so it is a column that can have it", "write block or table", "share_of")
    return Row(
        label=item.text("total") if is_total else _label(item, frame, codes),
        group=None,
        where=where
        + tuple(replace(test, refused=True) for test in _codes(item, frame, without) if isinstance(test, OneOf)),
        population=(),
        is_total=is_total,
        measure=measure,
        base=read_base(item, frame.facts) if item.has("base") else None,
        blank=_heads_named(item, "blank", heads),
        not_applicable=_heads_named(item, "not_applicable", heads),
        by=frame.by,
        codes=codes,
        without=without,
    )


def _each_time(item: Entries, row: Row, frame: Frame) -> Iterator[Row]:
    """The row, or one for each of the years or the quarters that it is to stand for."""
    if item.has("years"):
        for year in read_years(item):
            yield replace(row, year=year)
        if frame.years != (0,):
            item.fault("are rows, but the table shows several years as columns", "write years in one place", "years")
    elif item.truth("quarters"):
        for quarter in QUARTERS:
            yield replace(row, quarter=quarter)
    else:
        yield row


def _codes(item: Entries, frame: Frame, codes: tuple[str, ...]) -> Condition:
    if not codes:
        return ()
    if not frame.by:
        item.fault("has a code, but nothing says of which column", "write `by` in the block or in the table")
        return ()
    asked = Entries({"where": {frame.by: list(codes)}}, item.file, item.place, item.faults)
    return read_where(asked, frame.facts, frame.authority)


def _label(item: Entries, frame: Frame, codes: tuple[str, ...]) -> str:
    vocabulary: Vocabulary | None = vocabulary_asked(frame.by, frame.authority)
    known = None
    if frame.by == STAGE and len(codes) == 1:
        known = frame.authority.stage_label(codes[0])
    if known is None and vocabulary and len(codes) == 1:
        known = vocabulary.label(codes[0]) if codes[0] in vocabulary else codes[0]
    if item.has("years"):
        known = frame.year_label
    elif item.has("quarters"):
        known = "Quarter {quarter}"
    return item.text("label", default=known)


def _heads_named(item: Entries, key: str, heads: tuple[Head, ...]) -> frozenset[str]:
    named = frozenset(item.texts(key))
    known = {name for head in heads for name in (head.label, head.group, head.name) if name}
    if unknown := sorted(named - known):
        item.fault(f"there is no column {', '.join(unknown)}", f"name one of: {', '.join(sorted(known))}", key)
    return named


def _without_those_listed(rows: list[Row]) -> list[Row]:
    """The rows without ranked ones whose code has a row of its own."""
    listed = {code for row in rows if not row.ranked for code in row.codes}
    return [row for row in rows if not (row.ranked and listed.intersection(row.codes))]


def _with_others_definite(rows: list[Row]) -> list[Row]:
    """The rows; where none is ranked, it is known which are shown, and the one for all others says what it counts."""
    if any(row.ranked for row in rows):
        return rows
    codes = tuple(dict.fromkeys(code for row in rows for code in row.codes))
    tests = (OneOf(row.by, codes, refused=True) for row in rows if row.is_others)
    where: Condition = tuple(tests) if codes else ()
    return [replace(row, where=(*row.where, *where), is_others=False) if row.is_others else row for row in rows]


def _check_left_out(block: Entries, total: Row, rows: list[Row]) -> None:
    """A total leaves out whole rows, or it could not be held against the rows of its block."""
    for row in rows:
        if 0 < len(set(row.codes) & set(total.without)) < len(row.codes):
            block.fault(f"{total.label} leaves out part of {row.label}", "leave out all its codes or none", "rows")
