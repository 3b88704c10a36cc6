"""Reading ``imports/<layout>.toml``: every fault of the file at once."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from putright.authorities.entries import Entries, read_toml
from putright.authorities.faults import AuthorityFault
from putright.authorities.mapping import (
    DATE_FORMS,
    ENCODINGS,
    KINDS,
    ORDER_FAULTS,
    TREATMENTS,
    Column,
    DateForms,
    ImportMapping,
    OrderRule,
    Sheet,
    StageColumns,
    Treatment,
)
from putright.authorities.vocabulary import Vocabulary

_STAGE_DATES = ("requested", "started", "due", "extended_to", "responded")
_EXPECTED = ("due", "extended_to")
_OF_A_REPRESENTATION = ("reference", "received_on", "category", "type")
_OF_THE_OMBUDSMAN = ("reference", "ombudsman_reference", "referred_on", "referral_type", "decision")
_ON_RECEIPT = "on receipt"


@dataclass(frozen=True)
class Surroundings:
    """What of the council a mapping may speak: its vocabularies, and the stages of each procedure it adopted."""

    vocabularies: Mapping[str, Vocabulary]
    stages: Mapping[str, Collection[str]]


def read_mapping(
    path: Path, surroundings: Surroundings, faults: list[AuthorityFault], *, named: str
) -> ImportMapping | None:
    """The mapping in the file at `path`, called `named` in faults; None when it is not a usable TOML file."""
    entries = read_toml(path, faults, named=named)
    if entries is None:
        return None
    mapping = ImportMapping(
        layout=path.stem,
        title=entries.text("title"),
        encodings=_encodings(entries),
        dates=_dates(entries.part("dates")),
        reference_pattern=_pattern(entries),
        longest_cell=entries.whole("longest_cell", least=1),
        footers=entries.texts("footers"),
        refused_types=_refused_types(entries, surroundings),
        sheets=tuple(_sheet(sheet, surroundings) for sheet in entries.parts("sheet", "name")),
    )
    entries.finish()
    _check_sheets(entries, mapping.sheets)
    return mapping


def _encodings(entries: Entries) -> tuple[str, ...]:
    encodings = entries.texts("encodings")
    for encoding in encodings:
        if encoding not in ENCODINGS:
            entries.fault(f"has {encoding!r}", f"use one or both of: {', '.join(ENCODINGS)}", "encodings")
    if not encodings:
        entries.fault("names no encoding", f"name one or both of: {', '.join(ENCODINGS)}", "encodings")
    return encodings


def _dates(entries: Entries) -> DateForms:
    written = entries.choice("written", ("day_month_year", "year_month_day"))
    others: dict[str, Treatment] = {}
    for form in DATE_FORMS:
        if entries.has(form):
            treatment = entries.choice(form, TREATMENTS)
            others[form] = next((known for known in TREATMENTS if known == treatment), "refuse")
    earliest = entries.day("earliest")
    if earliest is None:
        entries.fault("is missing", "write the earliest day a date can be, such as 1990-01-01", "earliest")
    entries.finish()
    return DateForms(written, others, earliest or date.max)


def _pattern(entries: Entries) -> re.Pattern[str]:
    text = entries.text("reference_pattern")
    try:
        return re.compile(text)
    except re.error as error:
        entries.fault(f"is not a regular expression: {error}", "correct it", "reference_pattern")
        return re.compile("")


def _refused_types(entries: Entries, surroundings: Surroundings) -> tuple[str, ...]:
    codes = entries.texts("refused_types")
    for code in codes:
        if code not in surroundings.vocabularies["type"]:
            entries.fault(f"has {code!r}", "use codes of the vocabulary type", "refused_types")
    return codes


def _sheet(entries: Entries, surroundings: Surroundings) -> Sheet:
    named = [_column(column, surroundings) for column in entries.parts("columns", "heading")]
    received = next((column.heading for column in named if column.holds == "received_on"), "")
    stages = tuple(
        _stage(stage, number, received, surroundings) for number, stage in enumerate(entries.parts("stage", "said"), 1)
    )
    columns = (*named, *(column for stage in stages for column in _stage_columns(stage)))
    headings = [column.heading for column in columns]
    for heading in sorted({heading for heading in headings if headings.count(heading) > 1}):
        entries.fault(f"names the column {heading!r} twice", "give each column one meaning", "columns")
    order = tuple(_order(rule, headings) for rule in entries.parts("order", "fault"))
    said = [stage.said for stage in stages]
    for stage in stages:
        for before in stage.follows.values():
            if before not in said[: stage.number - 1]:
                entries.fault(f"{stage.said} follows {before!r}", "name a stage that stands before it", "stage")
    sheet = Sheet(entries.text("name"), entries.text("belongs_to", default=""), columns, stages, order)
    entries.finish()
    return sheet


def _column(entries: Entries, surroundings: Surroundings) -> Column:
    heading = entries.text("heading")
    holds = entries.choice("holds", tuple(KINDS))
    says = entries.words("says")
    kind = KINDS[holds]
    for printed, code in says.items():
        if kind == "term" and code not in surroundings.vocabularies[holds]:
            entries.fault(f"{printed!r} says {code!r}", f"use a code of the vocabulary {holds}", "says")
        if kind == "status" and code not in ("open", "closed"):
            entries.fault(f"{printed!r} says {code!r}", "write open or closed", "says")
    column = Column(heading, holds, kind, entries.truth("required"), says)
    entries.finish()
    return column


def _stage(entries: Entries, number: int, received: str, surroundings: Surroundings) -> StageColumns:
    headings = {date_of: entries.text(date_of, default="") for date_of in _STAGE_DATES}
    under = entries.words("under")
    follows = entries.words("follows")
    for procedure, named in under.items():
        if procedure not in surroundings.stages:
            entries.fault(f"names the procedure {procedure!r}", "name one that authority.toml adopts", "under")
        elif named not in surroundings.stages[procedure]:
            there = ", ".join(surroundings.stages[procedure])
            entries.fault(f"{procedure} has no stage {named!r}", f"name one of: {there}", "under")
    for procedure in follows:
        if procedure not in under:
            entries.fault(f"names the procedure {procedure!r}", "name one that stands in under", "follows")
    on_receipt = headings["started"] == _ON_RECEIPT
    if not headings["started"]:
        entries.fault("is missing", f'write the heading of the start, or "{_ON_RECEIPT}"', "started")
    stage = StageColumns(
        said=entries.text("said"),
        number=number,
        under=under,
        follows=follows,
        **(headings | {"started": received} if on_receipt else headings),
        starts_on_receipt=on_receipt,
    )
    entries.finish()
    return stage


def _stage_columns(stage: StageColumns) -> list[Column]:
    columns = []
    for date_of in _STAGE_DATES:
        heading = getattr(stage, date_of)
        if heading and not (date_of == "started" and stage.starts_on_receipt):
            kind = KINDS["received_on"] if date_of not in _EXPECTED else "expected_date"
            columns.append(Column(heading, f"{stage.said}: {date_of}", kind))
    return columns


def _order(entries: Entries, headings: Collection[str]) -> OrderRule:
    rule = OrderRule(entries.text("earlier"), entries.text("later"), entries.choice("fault", ORDER_FAULTS))
    for end in ("earlier", "later"):
        if getattr(rule, end) not in headings:
            entries.fault(f"is {getattr(rule, end)!r}", "write the heading of a date column of this sheet", end)
    entries.finish()
    return rule


def _check_sheets(entries: Entries, sheets: tuple[Sheet, ...]) -> None:
    main = [sheet.name for sheet in sheets if not sheet.belongs_to]
    if len(main) != 1:
        entries.fault(
            f"has {len(main)} sheets that belong to no other", "leave out belongs_to in just one of them", "sheet"
        )
    for sheet in sheets:
        if sheet.belongs_to and sheet.belongs_to not in main:
            entries.fault(f"{sheet.name} belongs to {sheet.belongs_to!r}", "name the main sheet", "sheet")
        needed = _OF_THE_OMBUDSMAN if sheet.belongs_to else _OF_A_REPRESENTATION
        held = [column.holds for column in sheet.columns]
        for holds in needed:
            if held.count(holds) != 1:
                entries.fault(
                    f"{sheet.name} has {held.count(holds)} columns that hold {holds}", "give it just one", "sheet"
                )
