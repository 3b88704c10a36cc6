"""The columns of a council's tables, read from its file with their faults noted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from putright.authorities.entries import Entries
from putright.authorities.fixed_terms import vocabulary_asked
from putright.reporting.conditions import OneOf
from putright.reporting.definition import CHANGES, Change, ChangeKind, Head
from putright.reporting.measures import NUMBER, Measure
from putright.reporting.reading_conditions import read_base, read_where
from putright.reporting.reading_frame import Frame, read_decimals, read_rounding
from putright.reporting.reading_measures import KINDS, read_measure

_CHANGE_LABELS: dict[ChangeKind, str] = {"number": "Change", "percent": "Change %", "points": "Change, points"}
QUARTERS = (1, 2, 3, 4)


def read_heads(table: Entries, frame: Frame) -> tuple[Head, ...]:
    """The columns under `columns`; the number itself where there are none."""
    heads = [head for part in table.parts("columns", named_by="label") for head in _heads(part, frame)]
    names = [(head.group, head.label) for head in heads]
    for name in sorted({name for name in names if names.count(name) > 1}):
        table.fault(f"has two columns {' '.join(name).strip()!r}", "give each a label of its own", "columns")
    for head in heads:
        if head.change:
            _check_change(table, head, heads, frame)
    return tuple(heads) or (Head("", Measure(NUMBER, frame.counted, frame.unit)),)


def _heads(entries: Entries, frame: Frame) -> Iterator[Head]:
    if entries.has("change"):
        yield _change(entries, frame)
    elif entries.has("each"):
        yield from _each_term(entries, frame)
    elif entries.truth("quarters"):
        label = entries.text("label", default="Q{quarter}")
        head = _head(entries, frame, label)
        for number in QUARTERS:
            yield Head(label.replace("{quarter}", str(number)), head.measure, head.where, head.base, head.group, number)
    else:
        yield _head(entries, frame, entries.text("label") if entries.has("label") else "")
    entries.finish()


def _each_term(entries: Entries, frame: Frame) -> Iterator[Head]:
    """A column for each term of a column of the facts, under the term's label; perhaps one for all others."""
    column, head = entries.text("each"), _head(entries, frame, entries.text("label") if entries.has("label") else "")
    known = {each.name for each in frame.facts.columns if each.kind == "term"}
    vocabulary = vocabulary_asked(column, frame.authority) if column in known else None
    terms = vocabulary.terms if vocabulary else ()
    if not terms:
        entries.fault(f"{column!r} is not a column with terms", "name a column that has a vocabulary", "each")
    told = [(term.label, OneOf(column, (term.code,))) for term in terms]
    if entries.has("others"):
        told.append((entries.text("others"), OneOf(column, tuple(term.code for term in terms), refused=True)))
    for label, test in told:
        if head.label:
            yield replace(head, group=label, where=(*head.where, test))
        else:
            yield replace(head, label=label, where=(*head.where, test))


def _head(entries: Entries, frame: Frame, label: str) -> Head:
    base = read_base(entries, frame.facts) if entries.has("base") else None
    measure = read_measure(entries, frame) or Measure(NUMBER, frame.counted, frame.unit)
    head = Head(
        label=label,
        measure=measure,
        where=read_where(entries, frame.facts, frame.authority),
        base=base,
        group=entries.text("group") if entries.has("group") else "",
        quarter=_quarter(entries),
    )
    if measure.share_of in frame.before and (head.quarter or entries.has("quarters")):
        entries.fault(
            "is of another table's year, but the column is a quarter", "take the share of this table", "share_of"
        )
    return head


def _quarter(entries: Entries) -> int:
    quarter = entries.whole("quarter", least=1, default=0) if entries.has("quarter") else 0
    if quarter > QUARTERS[-1]:
        entries.fault(f"is {quarter}", "write 1, 2, 3 or 4", "quarter")
    return quarter


def _change(entries: Entries, frame: Frame) -> Head:
    written = entries.choice("change", CHANGES)
    kind = next(known for known in CHANGES if known == written)
    change = Change(kind, entries.text("of") if entries.has("of") else "", _since(entries, frame))
    unit = {"number": frame.unit, "percent": "percent", "points": "percentage points"}[kind]
    decimals = read_decimals(entries) if kind == "percent" else 0
    measure = Measure("change", frame.counted, unit, decimals, read_rounding(entries, frame.rounding))
    for key in (*KINDS, "where", "base", "quarter", "quarters"):
        if entries.has(key):
            entries.fault("is of a column that counts, but this one compares", "remove it", key)
            entries.raw(key)
    group = entries.text("group") if entries.has("group") else ""
    return Head(entries.text("label", default=_CHANGE_LABELS[kind]), measure, group=group, change=change)


def _since(entries: Entries, frame: Frame) -> int:
    """The year compared with: that under `since`, or the year before."""
    since = entries.raw("since") if entries.has("since") else -1
    if isinstance(since, int) and since in frame.years and since != 0 and 0 in frame.years:
        return since
    shown = ", ".join(str(year) for year in frame.years)
    entries.fault(f"compares this year with {since}, but the table shows {shown}", "show both in `years`", "since")
    return 0


def _check_change(table: Entries, head: Head, heads: list[Head], frame: Frame) -> None:
    compared = (
        next((h for h in heads if h.change is None and (h.group, h.label) == (head.group, head.change.of)), None)
        if head.change
        else None
    )
    if head.change is None:
        return
    if compared is None:
        labels = ", ".join(repr(other.label) for other in heads if other.change is None and other.group == head.group)
        table.fault(f"{head.name} compares no column {head.change.of!r}", f"write one of {labels} in `of`", "columns")
    elif (head.change.kind == "points") != (compared.measure.unit == "percent"):
        table.fault(
            f"{head.name} is {head.change.kind} of a column in {compared.measure.unit}",
            "points are of percentages, number and percent of others",
            "columns",
        )
