"""The page of the import's faults, made from the faults themselves: python -m tests.unit.intake.fault_page"""

from __future__ import annotations

import re
from pathlib import Path

from putright.authorities.mapping import DATE_FORMS
from putright.intake.fault_kinds import KINDS, FaultKind

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "import-faults.md"
OPENING = """# Faults of imported rows

Made from `putright.intake.fault_kinds` by `python -m tests.unit.intake.fault_page`; a test holds it current.

Every fault of a row is reported; the first of them is its *primary* fault: what refuses it before what only flags it,
then from the first column to the last. A row with a fault of the first table is refused, and kept as it came until it
is mended. A row with only faults of the second is accepted, and listed to be looked at. Words in italics stand for
what the row or the check says.
"""
FORGIVEN = """
## What is set right without a word to anyone but the count

The summary counts these rows as `normalised`. In values that stand in a list: spaces at the ends or doubled, no-break
spaces, invisible characters, letter case, other dashes and apostrophes, and the synonyms of the council's vocabulary.
In free text: accents written as two characters. In dates: the forms that the mapping says to normalise, of
{forms}.

An older system may break its last column over two lines without quotes. A line of one cell, after a whole record whose
last column is free text, is put back into that cell, unless it looks like a reference or a closing line.
"""


def page() -> str:
    """The whole page."""
    refused = [kind for kind in KINDS.values() if kind.treatment == "refuse"]
    flagged = [kind for kind in KINDS.values() if kind.treatment == "flag"]
    forms = ", ".join(f"`{form}`" for form in DATE_FORMS)
    return "\n".join(
        [
            OPENING,
            *_table("What refuses a row", refused),
            "",
            *_table("What flags a row", flagged),
            "",
            "`swapped_day_month` refuses the row where the date contradicts other dates too.",
            FORGIVEN.format(forms=forms),
        ]
    )


def _table(title: str, kinds: list[FaultKind]) -> list[str]:
    rows = [f"| `{kind.code}` | {_words(kind.reason)} | {_words(kind.remedy)} |" for kind in kinds]
    return [f"## {title}", "", "| Code | What it says | Remedy |", "|---|---|---|", *rows]


def _words(text: str) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: f"*{found[1].replace('_', ' ')}*", text).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
