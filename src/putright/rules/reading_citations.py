"""From the tables of a procedure file to its citations."""

from __future__ import annotations

from collections.abc import Mapping

from putright.rules.citations import CHECKED_MARKS, Checked, Citation
from putright.rules.reading import Table

_WHY_CITED = "A number nobody can look up is not a rule."
_WHY_CHECKED = "The product says who has read the text."


def instruments_from(table: Table) -> dict[str, str]:
    """The instruments a file cites: short name to full title."""
    instruments = {}
    for name, entry in table.named_tables("instruments"):
        instruments[name] = entry.text("title", _WHY_CITED)
        entry.no_other_keys()
    return instruments


def citation_from(table: Table, instruments: Mapping[str, str]) -> tuple[Citation, Checked]:
    """The citation of a table and the mark that says who has read it."""
    entry = table.table(
        "citation", _WHY_CITED, 'Write citation = { instrument = "…", provision = "…", href = "https://…" }.'
    )
    citation = Citation("", "", "", "")
    if entry:
        instrument = entry.text("instrument", _WHY_CITED)
        if instrument and instrument not in instruments:
            entry.fault(
                f"the instrument {instrument!r} is not listed.",
                _WHY_CITED,
                f"Add it under [instruments], or write one of: {', '.join(instruments) or 'none listed yet'}.",
                "instrument",
            )
        citation = Citation(
            instrument,
            instruments.get(instrument, ""),
            entry.text("provision", _WHY_CITED),
            entry.text("href", _WHY_CITED),
        )
        entry.no_other_keys()
    return citation, table.choice("checked", CHECKED_MARKS, _WHY_CHECKED)
