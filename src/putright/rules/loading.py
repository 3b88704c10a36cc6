"""The rule book: every procedure and calendar, read once and refused whole if anything in it is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from putright.rules.calendars import WorkingDayCalendar
from putright.rules.faults import BookFaults, Fault, FaultList
from putright.rules.procedures import NotInBook, Procedure
from putright.rules.reading import Table
from putright.rules.reading_calendars import calendar_from
from putright.rules.reading_procedures import procedure_from
from putright.rules.reading_toml import read_toml

DEFAULT_FOLDER = Path(__file__).parent / "book"


@dataclass(frozen=True, slots=True)
class Book:
    """All that was loaded: procedures and calendars by name."""

    procedures: Mapping[str, Procedure]
    calendars: Mapping[str, WorkingDayCalendar]

    def procedure(self, name: str) -> Procedure:
        """The procedure called `name`; NotInBook, naming the procedures there are, if there is none."""
        try:
            return self.procedures[name]
        except KeyError:
            raise NotInBook("procedure", name, tuple(self.procedures)) from None

    def calendar(self, name: str) -> WorkingDayCalendar:
        """The calendar called `name`; NotInBook, naming the calendars there are, if there is none."""
        try:
            return self.calendars[name]
        except KeyError:
            raise NotInBook("calendar", name, tuple(self.calendars)) from None


def load_book(folder: Path | None = None) -> Book:
    """The rule book in `folder`, or the one that comes with the program, which is read once.

    `folder` holds one TOML file a procedure and, under `calendars`, one a calendar; the file's name is the name.
    Raises BookFaults with every fault of every file.
    """
    return _default_book() if folder is None else _read_book(folder)


@cache
def _default_book() -> Book:
    return _read_book(DEFAULT_FOLDER)


def _read_book(folder: Path) -> Book:
    faults = FaultList()
    calendar_files = {path.stem: path for path in sorted((folder / "calendars").glob("*.toml"))}
    calendars: dict[str, WorkingDayCalendar] = {}
    for name, path in calendar_files.items():
        content = read_toml(path, faults)
        calendar = calendar_from(content, path.name, name, faults) if content is not None else None
        if calendar:
            calendars[name] = calendar
    procedures, of_procedures = _procedures(folder, calendar_files)
    faults.all += of_procedures
    if not procedures and not faults.all:
        faults.note(
            str(folder),
            "the folder",
            "it holds no procedure.",
            "There is no rule to go by.",
            "Check the folder's name.",
        )
    if faults.all:
        raise BookFaults(faults.all)
    return Book(MappingProxyType(procedures), MappingProxyType(calendars))


def _procedures(folder: Path, calendars: Mapping[str, object]) -> tuple[dict[str, Procedure], list[Fault]]:
    """The procedures of all files by name, and the faults found file by file.

    Those that stand by themselves are read before those that stand under one of them.
    """
    faults = FaultList()
    contents = {path: read_toml(path, faults) for path in sorted(folder.glob("*.toml"))}
    tables = {path.stem: Table(found, path.name, "", faults) for path, found in contents.items() if found is not None}
    above = {name: table.text("under") for name, table in tables.items() if table.has("under")}
    read = {name: procedure_from(table, name, calendars) for name, table in tables.items() if name not in above}
    laws = dict(read)
    for name, law in above.items():
        if law and law not in laws:
            tables[name].fault(
                f"under is {law!r}, which is no procedure that stands by itself.",
                "What is kept of the law above is read from there.",
                f"Write one of: {', '.join(laws) or 'none here'}.",
                "under",
            )
        read[name] = procedure_from(tables[name], name, calendars, laws.get(law))
    return {name: read[name] for name in tables}, sorted(faults.all, key=lambda fault: fault.file)
