"""Reading the sheets of ``imports/<layout>.toml``, and whether they belong together."""

from __future__ import annotations

from collections.abc import Collection

from putright.authorities.entries import Entries
from putright.authorities.mapping import KINDS, NEEDED, ORDER_FAULTS, Column, Gives, OrderRule, Sheet, StageColumns
from putright.authorities.mapping_columns import Surroundings, read_column, read_stage, stage_columns


def read_sheet(entries: Entries, surroundings: Surroundings) -> Sheet:
    """One sheet with its columns, stages and order of dates."""
    named = [read_column(column, surroundings) for column in entries.parts("columns", "heading")]
    received = next((c.heading for c in named if "received_on" in (c.holds, *c.also)), "")
    stages = tuple(
        read_stage(stage, number, received, surroundings)
        for number, stage in enumerate(entries.parts("stage", "said"), 1)
    )
    columns = (*named, *(column for stage in stages for column in stage_columns(stage)))
    headings = [column.heading for column in columns]
    for heading in sorted({heading for heading in headings if headings.count(heading) > 1}):
        entries.fault(f"names the column {heading!r} twice", "give each column one meaning", "columns")
    sheet = Sheet(
        name=entries.text("name"),
        gives=_gives(entries),
        belongs_to=entries.text("belongs_to", default=""),
        columns=columns,
        always=_always(entries, surroundings),
        stages=stages,
        order=tuple(_order(rule, headings) for rule in entries.parts("order", "fault")),
    )
    _check_follows(entries, stages)
    _check_held(entries, sheet)
    entries.finish()
    return sheet


def check_sheets(entries: Entries, sheets: tuple[Sheet, ...]) -> None:
    """Note what is wrong between the sheets of one mapping."""
    whole = [sheet.name for sheet in sheets if sheet.gives == "representations"]
    if not whole:
        entries.fault("has no sheet of representations", "leave out gives and belongs_to in one of them", "sheet")
    for sheet in sheets:
        if sheet.gives == "representations" and sheet.belongs_to:
            entries.fault(
                f"{sheet.name} belongs to {sheet.belongs_to!r} and does not say what it gives it",
                f"write gives = one of: {', '.join(list(NEEDED)[1:])}",
                "sheet",
            )
        if sheet.gives != "representations" and sheet.belongs_to not in whole:
            entries.fault(
                f"{sheet.name} gives {sheet.gives} and belongs to {sheet.belongs_to or 'no sheet'}",
                f"write belongs_to = one of: {', '.join(whole)}",
                "sheet",
            )


def _gives(entries: Entries) -> Gives:
    given = entries.choice("gives", tuple(NEEDED), default="representations")
    return next((known for known in NEEDED if known == given), "representations")


def _always(entries: Entries, surroundings: Surroundings) -> dict[str, str]:
    always = entries.words("always")
    for holds, code in always.items():
        if KINDS.get(holds) != "term":
            entries.fault(f"has {holds!r}", "name the vocabulary of a column, such as type", "always")
        elif not surroundings.has_term(Column("", holds, "term").vocabulary, code):
            entries.fault(f"{holds} is {code!r}", f"use a code of the vocabulary {holds}", "always")
    return always


def _order(entries: Entries, headings: Collection[str]) -> OrderRule:
    rule = OrderRule(entries.text("earlier"), entries.text("later"), entries.choice("fault", ORDER_FAULTS))
    for end in ("earlier", "later"):
        if getattr(rule, end) not in headings:
            entries.fault(f"is {getattr(rule, end)!r}", "write the heading of a date column of this sheet", end)
    entries.finish()
    return rule


def _check_follows(entries: Entries, stages: tuple[StageColumns, ...]) -> None:
    said = [stage.said for stage in stages]
    for stage in stages:
        for before in stage.follows.values():
            if before not in said[: stage.number - 1]:
                entries.fault(f"{stage.said} follows {before!r}", "name a stage that stands before it", "stage")


def _check_held(entries: Entries, sheet: Sheet) -> None:
    """A sheet holds what it must, just once: in a column, besides another in a column, or always the same."""
    held = [holds for column in sheet.columns for holds in (column.holds, *column.also)] + list(sheet.always)
    needed = NEEDED[sheet.gives]
    if sheet.gives == "representations" and "ombudsman_reference" in held:
        needed = (*needed, *NEEDED["ombudsman"][1:])
    for holds in needed:
        if held.count(holds) != 1:
            entries.fault(
                f"{sheet.name} has {held.count(holds)} columns that hold {holds}", "give it just one", "columns"
            )
