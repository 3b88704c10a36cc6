"""Reading the columns and stages of a sheet of ``imports/<layout>.toml``."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from putright.authorities.entries import Entries
from putright.authorities.mapping import CHOICES, KINDS, Column, StageColumns
from putright.authorities.vocabulary import Vocabulary
from putright.rules import load_book

_STAGE_DATES = ("requested", "started", "due", "extended_to", "responded")
_EXPECTED = ("due", "extended_to")
_ON_RECEIPT = "on receipt"
_READ_ALIKE = {"date": "date", "reference": "text"}


@dataclass(frozen=True)
class Surroundings:
    """What of the council a mapping may speak: its vocabularies, and the stages of each procedure it adopted."""

    vocabularies: Mapping[str, Vocabulary]
    stages: Mapping[str, Collection[str]]

    def has_term(self, vocabulary: str, code: str) -> bool:
        """Whether the council has a vocabulary with this term."""
        return vocabulary in self.vocabularies and code in self.vocabularies[vocabulary]


def read_column(entries: Entries, surroundings: Surroundings) -> Column:
    """One column; what it holds, says and separates is held against the council's vocabularies."""
    holds = entries.choice("holds", tuple(KINDS))
    kind = KINDS[holds]
    column = Column(
        heading=entries.text("heading"),
        holds=holds,
        kind=kind,
        is_required=entries.truth("required"),
        says=entries.words("says"),
        also=entries.texts("also"),
        between=entries.text("between") if kind == "terms" else "",
    )
    if kind in ("term", "terms") and column.vocabulary not in surroundings.vocabularies:
        entries.fault(f"holds {holds}", f"write the vocabulary [{column.vocabulary}] in vocabularies.toml", "holds")
    for printed, code in column.says.items():
        if kind in ("term", "terms") and not surroundings.has_term(column.vocabulary, code):
            entries.fault(f"{printed!r} says {code!r}", f"use a code of the vocabulary {column.vocabulary}", "says")
        if kind == "choice" and code not in CHOICES[holds]:
            entries.fault(f"{printed!r} says {code!r}", f"write {' or '.join(CHOICES[holds])}", "says")
    for besides in column.also:
        if KINDS.get(besides) != _READ_ALIKE.get(kind, ""):
            entries.fault(
                f"has {besides!r}", "a date may also hold another date, a reference another reference", "also"
            )
    entries.finish()
    return column


def read_stage(entries: Entries, number: int, received: str, surroundings: Surroundings) -> StageColumns:
    """The stage with this number; `received` is the heading of the day of receipt."""
    headings = {date_of: entries.text(date_of, default="") for date_of in _STAGE_DATES}
    limit = entries.text("limit", default="response")
    under = _under(entries, limit, surroundings)
    follows = entries.words("follows")
    for procedure in follows:
        if procedure not in under:
            entries.fault(f"names the procedure {procedure!r}", "name one that stands in under", "follows")
    on_receipt = headings["started"] == _ON_RECEIPT
    if not headings["started"]:
        entries.fault("is missing", f'write the heading of the start, or "{_ON_RECEIPT}"', "started")
    found, finds = entries.text("found", default=""), entries.words("finds")
    for printed, finding in finds.items():
        if finding not in CHOICES["finding"]:
            entries.fault(f"{printed!r} is {finding!r}", f"write one of: {', '.join(CHOICES['finding'])}", "finds")
    if bool(found) != bool(finds):
        entries.fault("found and finds belong together", "write the heading, and what each printed finding means")
    stage = StageColumns(
        said=entries.text("said"),
        number=number,
        under=under,
        follows=follows,
        **(headings | {"started": received} if on_receipt else headings),
        starts_on_receipt=on_receipt,
        limit=limit,
        found=found,
        finds=finds,
    )
    entries.finish()
    return stage


def _under(entries: Entries, limit: str, surroundings: Surroundings) -> dict[str, str]:
    under = entries.words("under")
    for procedure, named in under.items():
        if procedure not in surroundings.stages:
            entries.fault(f"names the procedure {procedure!r}", "name one that authority.toml adopts", "under")
        elif named not in surroundings.stages[procedure]:
            there = ", ".join(surroundings.stages[procedure])
            entries.fault(f"{procedure} has no stage {named!r}", f"name one of: {there}", "under")
        elif entries.has("limit") and limit not in (limits := load_book().procedure(procedure).stage(named).limits):
            entries.fault(f"{named} has no limit {limit!r}", f"name one of: {', '.join(limits)}", "limit")
    return under


def stage_columns(stage: StageColumns) -> list[Column]:
    """The columns of a stage's dates and of what was found at it."""
    columns = []
    for date_of in _STAGE_DATES:
        heading = getattr(stage, date_of)
        if heading and not (date_of == "started" and stage.starts_on_receipt):
            kind = KINDS["received_on"] if date_of not in _EXPECTED else "expected_date"
            columns.append(Column(heading, f"{stage.said}: {date_of}", kind))
    if stage.found:
        columns.append(Column(stage.found, "finding", "choice", says=stage.finds))
    return columns
