"""Reading ``imports/<layout>.toml``: every fault of the file at once."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from putright.authorities.entries import Entries, read_toml
from putright.authorities.faults import AuthorityFault
from putright.authorities.mapping import DATE_FORMS, ENCODINGS, TREATMENTS, DateForms, ImportMapping, Treatment
from putright.authorities.mapping_columns import Surroundings
from putright.authorities.mapping_sheets import check_sheets, read_sheet

__all__ = ["Surroundings", "read_mapping"]


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
        sheets=tuple(read_sheet(sheet, surroundings) for sheet in entries.parts("sheet", "name")),
    )
    entries.finish()
    check_sheets(entries, mapping.sheets)
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
