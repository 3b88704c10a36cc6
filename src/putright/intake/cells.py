"""Reading one cell: the typed value it means, the faults it has, and what was forgiven in its spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from putright.authorities import Authority, ImportMapping, Vocabulary
from putright.authorities.mapping import Column
from putright.authorities.spelling import likeness, plain
from putright.authorities.vocabulary import NOT_RECORDED
from putright.intake.dates import PrintedDate, read_date
from putright.intake.faults import Fault, fault
from putright.intake.reading import FORMULA_STARTS

Value = str | int | date | tuple[str, ...] | None

LONGEST = {"reference": 60, "text": 120}
"""The most characters that can be stored, by kind of column; a mapping may set less."""

MOST_OF_ONE_CASE = 99
"""The highest number a concern may have: the facts of one representation are numbered in two figures."""

_CACHED_AT_MOST = 200_000
_UNUSUAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd\u2400]")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell means. `value` is None where it is blank or faulty; a blank term is ``not_recorded``.

    `forgiven` are the codes of the departures in spelling that were set right. For a date, `printed_date` is how it
    was read.
    """

    value: Value
    faults: tuple[Fault, ...] = ()
    forgiven: tuple[str, ...] = ()
    printed_date: PrintedDate | None = None


class CellReader:
    """Reads cells of one file of a council under a mapping. What has been read once is remembered."""

    def __init__(self, authority: Authority, mapping: ImportMapping, as_of: date, encoding: str) -> None:
        self.authority = authority
        self.mapping = mapping
        self.as_of = as_of
        self._not_in_encoding = "not_windows_1252" if encoding == "windows-1252" else "not_utf8"
        self._known: dict[tuple[str, str, str], Cell] = {}
        self._by_kind: dict[str, Callable[[Column, str, str], Cell]] = {
            "reference": self._reference,
            "term": self._term,
            "terms": self._terms,
            "date": self._date,
            "expected_date": self._date,
            "money": self._money,
            "number": self._number,
            "text": self._text,
            "words": self._text,
            "choice": self._choice,
            "ignored": lambda column, printed, category: Cell(None),
        }

    def read(self, column: Column, printed: str, category: str) -> Cell:
        """The meaning of `printed` under `column`, in a row of the category with this code, empty if not known."""
        if column.kind in ("words", "text", "reference"):
            return self._read(column, printed, category)
        key = (column.heading, printed, category)
        cell = self._known.get(key)
        if cell is None:
            if len(self._known) > _CACHED_AT_MOST:
                self._known.clear()
            cell = self._known[key] = self._read(column, printed, category)
        return cell

    def _read(self, column: Column, printed: str, category: str) -> Cell:
        blank = not printed or not plain(printed).text
        if blank and column.is_required:
            code = "missing_reference" if column.kind == "reference" else "missing_required"
            return Cell(None, (fault(code, column.heading),))
        if blank:
            return Cell(NOT_RECORDED if column.kind == "term" else None)
        longest = min(self.mapping.longest_cell, LONGEST.get(column.kind, self.mapping.longest_cell))
        if len(printed) > longest:
            found = {"length": f"{len(printed):,}", "longest": f"{longest:,}"}
            return Cell(None, (fault("cell_too_long", column.heading, printed, **found),))
        unusual = self._unusual(column, printed) if _UNUSUAL.search(printed) else ()
        if any(one.treatment == "refuse" for one in unusual):
            return Cell(None, unusual)
        cell = self._by_kind[column.kind](column, printed, category)
        return Cell(cell.value, (*unusual, *cell.faults), cell.forgiven, cell.printed_date) if unusual else cell

    def _unusual(self, column: Column, printed: str) -> tuple[Fault, ...]:
        """Faults of a text that holds bytes outside its encoding, NUL or control characters."""
        characters = _UNUSUAL.findall(printed)
        faults = []
        if any("\ud800" <= character <= "\udfff" for character in characters):
            faults.append(fault(self._not_in_encoding, column.heading, printed))
        if "\0" in characters:
            faults.append(fault("nul_byte", column.heading, printed))
        controls = sorted({c for c in characters if "\0" < c < "\xa0"})
        if controls:
            names = ", ".join(f"U+{ord(character):04X}" for character in controls)
            faults.append(fault("control_character", column.heading, printed, name=names))
        if "\ufffd" in characters or "\u2400" in characters:
            faults.append(fault("damaged_character", column.heading, printed))
        return tuple(faults)

    def _reference(self, column: Column, printed: str, category: str) -> Cell:
        made = plain(printed)
        reference = made.text.upper()
        forgiven = made.changes if reference == made.text else (*made.changes, "letter_case")
        if self.mapping.reference_pattern.fullmatch(reference):
            return Cell(reference, (), forgiven)
        return Cell(reference, (fault("reference_format", column.heading, printed),), forgiven)

    def _term(self, column: Column, printed: str, category: str) -> Cell:
        vocabulary = self.authority.vocabulary(column.vocabulary)
        said = next((code for says, code in column.says.items() if likeness(says) == likeness(printed)), None)
        if said is not None:
            return Cell(said, (), ("synonym",))
        match = vocabulary.match(printed, category or None)
        if match is None:
            return Cell(None, (_unknown(column, printed, vocabulary, category),))
        if category and not match.term.occurs_in(category):
            code = "type_not_in_category" if column.holds == "type" else "value_not_in_category"
            categories = self.authority.vocabulary("category")
            within = ", ".join(categories.label(within) for within in match.term.categories)
            found = fault(code, column.heading, printed, category=categories.label(category), within=within)
            return Cell(match.term.code, (found,), match.differs_in)
        return Cell(match.term.code, (), match.differs_in)

    def _terms(self, column: Column, printed: str, category: str) -> Cell:
        """Several terms in one cell, each once: their codes, in the order in which they are printed."""
        parts = [part for part in printed.split(column.between) if plain(part).text]
        cells = [self._term(column, part.strip(), category) for part in parts]
        codes = tuple(dict.fromkeys(cell.value for cell in cells if isinstance(cell.value, str)))
        return Cell(
            codes,
            tuple(one for cell in cells for one in cell.faults),
            tuple(dict.fromkeys(code for cell in cells for code in cell.forgiven)),
        )

    def _date(self, column: Column, printed: str, category: str) -> Cell:
        read = read_date(printed, self.mapping.dates, self.as_of)
        if read.day is None:
            return Cell(None, (fault("bad_date", column.heading, printed, why=read.why),))
        on = in_figures(read.day)
        if column.kind == "date" and read.day > self.as_of:
            return Cell(None, (fault("future_date", column.heading, printed, on=on, as_of=in_figures(self.as_of)),))
        flagged = [form for form in read.forms if self.mapping.dates.others.get(form) == "flag"]
        faults = tuple(fault(form, column.heading, printed, on=on, treatment="flag") for form in flagged)
        return Cell(read.day, faults, tuple(form for form in read.forms if form not in flagged), read)

    def _money(self, column: Column, printed: str, category: str) -> Cell:
        try:
            pence = Decimal(plain(printed).text.removeprefix("£").replace(",", "")) * 100
        except InvalidOperation:
            pence = Decimal(-1)
        if not 0 <= pence <= 10**9 or pence != pence.to_integral_value():
            return Cell(None, (fault("bad_amount", column.heading, printed),))
        return Cell(int(pence))

    def _number(self, column: Column, printed: str, category: str) -> Cell:
        text = plain(printed).text.removesuffix(".0")
        if not (text.isascii() and text.isdigit() and 0 < int(text) <= MOST_OF_ONE_CASE):
            return Cell(None, (fault("bad_number", column.heading, printed, most=str(MOST_OF_ONE_CASE)),))
        return Cell(int(text))

    def _text(self, column: Column, printed: str, category: str) -> Cell:
        composed = unicodedata.normalize("NFC", printed)
        text = composed.replace("\r\n", "\n").strip()
        forgiven = ("unicode_nfd",) if composed != printed else ()
        if printed.startswith(FORMULA_STARTS) or text.startswith(FORMULA_STARTS):
            return Cell(text, (fault("formula_injection", column.heading, printed),), forgiven)
        return Cell(text, (), forgiven)

    def _choice(self, column: Column, printed: str, category: str) -> Cell:
        for says, code in column.says.items():
            if likeness(says) == likeness(printed):
                return Cell(code)
        unknown = "unknown_status" if column.holds == "status" else "unknown_choice"
        return Cell(None, (fault(unknown, column.heading, printed, known=", ".join(column.says)),))


def in_figures(day: date) -> str:
    """A day as the export writes it: 31/12/2017."""
    return f"{day:%d/%m/%Y}"


def _unknown(column: Column, printed: str, vocabulary: Vocabulary, category: str) -> Fault:
    code = {"category": "unknown_category", "type": "unknown_type"}.get(column.holds, "unknown_value")
    terms = vocabulary.terms_in(category) if category else vocabulary.terms
    return fault(code, column.heading, printed, known=", ".join(term.label for term in terms))
