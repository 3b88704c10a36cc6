"""From files to the sheets of a mapping: each file, or worksheet, is known by its headings, whatever it is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from putright.authorities.mapping import ImportMapping, Sheet
from putright.authorities.spelling import likeness, plain
from putright.intake.continued import rejoined
from putright.intake.encodings import encoding_of
from putright.intake.reading_csv import read_csv
from putright.intake.reading_xlsx import open_workbook, read_worksheet
from putright.intake.rows import Row, SheetRows, UnusableFile

OURS = "Putright "
HELD, HELD_FOR = "Putright row", "Putright fault"
"""Headings of the columns that a download of held rows adds; all that begin with `OURS` are passed over."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet may take for the beginning of a formula."""


@dataclass(frozen=True)
class Reading:
    """The sheets that were found, how many lines their files have in all, and what was passed over, in words."""

    sheets: tuple[SheetRows, ...]
    lines: int
    passed_over: tuple[str, ...]


def read_files(paths: Sequence[Path], mapping: ImportMapping) -> Reading:
    """Open `paths` and find the mapping's sheets in them. Rows are read as they are asked for.

    Raises :class:`UnusableFile` when a file cannot be read or holds none of the sheets.
    """
    sheets: list[SheetRows] = []
    passed_over: list[str] = []
    lines = 0
    for path in paths:
        if not path.is_file():
            raise UnusableFile(f"{path} is not a file. Check the name.")
        try:
            if path.suffix.lower() in (".xlsx", ".xlsm"):
                found, names = _worksheets(path, mapping)
                sheets += found
                passed_over += names
            else:
                encoding = encoding_of(path, mapping.encodings)
                lines += encoding.lines
                sheets.append(_sheet_rows(path.name, read_csv(path, encoding), encoding.name, mapping))
        except OSError as problem:
            raise UnusableFile(f"{path} cannot be read: {problem.strerror}. Give yourself permission to.") from problem
    return Reading(tuple(sheets), lines, tuple(passed_over))


def _worksheets(path: Path, mapping: ImportMapping) -> tuple[list[SheetRows], list[str]]:
    workbook = open_workbook(path)
    found, passed_over, why_not = [], [], []
    for title in workbook.sheetnames:
        name = path.name if len(workbook.sheetnames) == 1 else f"{path.name} [{title}]"
        rows = read_worksheet(workbook, title, name, mapping.dates.written)
        try:
            found.append(_sheet_rows(name, rows, "utf-8", mapping))
        except UnusableFile as problem:
            passed_over.append(f"The worksheet {title!r} of {path.name} was passed over: its headings are not known.")
            why_not.append(str(problem))
    if not found:
        raise UnusableFile(why_not[0] if why_not else f"{path.name} has no worksheets.")
    return found, passed_over


def _sheet_rows(file: str, rows: Iterator[Row], encoding: str, mapping: ImportMapping) -> SheetRows:
    header = next(rows, None)
    if header is None or header.is_blank:
        raise UnusableFile(f"{file} is empty. Its first line must hold the headings.")
    known = [{likeness(heading): heading for heading in sheet.by_heading} for sheet in mapping.sheets]
    printed = [likeness(cell) for cell in header.cells]
    best = max(range(len(known)), key=lambda index: len(known[index].keys() & set(printed)))
    sheet, headings = mapping.sheets[best], known[best]
    ours = [index for index, cell in enumerate(header.cells) if plain(cell).text.startswith(OURS)]
    theirs = [index for index in range(len(printed)) if index not in ours]
    _refuse_other_headings(file, [header.cells[index] for index in theirs], headings, sheet)
    if not ours:
        rows = rejoined(rows, len(printed), headings[printed[-1]], sheet, mapping)
    else:
        rows = _without_ours(rows, [plain(cell).text for cell in header.cells], theirs)
    return SheetRows(file, sheet, tuple(headings[printed[index]] for index in theirs), encoding, rows)


def _refuse_other_headings(file: str, printed: Sequence[str], headings: dict[str, str], sheet: Sheet) -> None:
    there = [likeness(cell) for cell in printed]
    unknown = [cell for cell in printed if likeness(cell) not in headings]
    missing = [heading for like, heading in headings.items() if like not in there]
    twice = sorted({cell for cell in printed if there.count(likeness(cell)) > 1})
    said = [
        f"{words}: {', '.join(repr(cell[:60]) for cell in cells[:5])}{' and more' if len(cells) > 5 else ''}"
        for words, cells in (("unknown columns", unknown), ("missing columns", missing), ("columns there twice", twice))
        if cells
    ]
    if said:
        raise UnusableFile(
            f"{file} does not have the headings of the sheet {sheet.name!r}; {'; '.join(said)}. "
            "Correct its first line, or import it with the mapping made for it."
        )


def _without_ours(rows: Iterator[Row], header: list[str], theirs: list[int]) -> Iterator[Row]:
    """The rows of a mended download: our columns read off, and the guard before a formula taken away."""
    held = header.index(HELD) if HELD in header else None
    held_for = header.index(HELD_FOR) if HELD_FOR in header else None
    for row in rows:
        if row.broken or len(row.cells) != len(header):
            yield row
            continue
        number = row.cells[held].strip() if held is not None else ""
        yield Row(
            file=row.file,
            line=row.line,
            cells=tuple(_unguarded(row.cells[index]) for index in theirs),
            raw=row.raw,
            held=int(number) if number.isascii() and number.isdigit() and len(number) < 19 else 0,
            held_for=row.cells[held_for].strip() if held_for is not None else "",
        )


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*FORMULA_STARTS, "'")) else cell
