"""The rule book: every procedure and calendar, read once and refused whole if anything in it is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from putright.rules.calendars import WorkingDayCalendar
from putright.rules.citations import RULE_KINDS
from putright.rules.faults import BookFaults, FaultList
from putright.rules.procedures import Escalation, NotInBook, Post, Procedure, Stage, WorkingDayRule
from putright.rules.reading import Table, read_toml
from putright.rules.reading_calendars import calendar_from, check_calendar
from putright.rules.reading_limits import citation_from, instruments_from, limits_from

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
    procedures: dict[str, Procedure] = {}
    for path in sorted(folder.glob("*.toml")):
        content = read_toml(path, faults)
        if content is not None:
            procedures[path.stem] = _procedure_from(content, path, calendar_files, faults)
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


def _procedure_from(
    content: dict[str, Any], path: Path, calendars: Mapping[str, object], faults: FaultList
) -> Procedure:
    table = Table(content, path.name, "", faults)
    instruments = instruments_from(table)
    working_day = _working_day_from(table, instruments, calendars)
    stages = tuple(
        _stage_from(entry, name, instruments, working_day.calendar, calendars)
        for name, entry in table.named_tables("stages")
    )
    procedure = Procedure(
        path.stem,
        table.text("title"),
        table.choice("kind", RULE_KINDS, "Law, guidance, a code and a council's own policy are different things."),
        working_day,
        stages,
        MappingProxyType(limits_from(table, instruments, working_day.calendar, calendars)),
        table.text("after", "The complainant is told what is open at the end."),
    )
    table.no_other_keys()
    _check_stages(table, procedure)
    return procedure


def _working_day_from(table: Table, instruments: Mapping[str, str], calendars: Mapping[str, object]) -> WorkingDayRule:
    entry = table.table(
        "working_day",
        "Each instrument says for itself what a working day is.",
        'Write [working_day] with calendar = "…".',
    )
    entry = entry or Table({}, table.file, "working_day", FaultList())
    calendar = entry.text("calendar", "Without its bank holidays no working day can be counted.")
    check_calendar(entry, calendar, calendars)
    rule = WorkingDayRule(calendar, entry.text("definition"), *citation_from(entry, instruments))
    entry.no_other_keys()
    return rule


def _stage_from(
    table: Table, name: str, instruments: Mapping[str, str], calendar: str, calendars: Mapping[str, object]
) -> Stage:
    posts = []
    for entry in table.listed_tables("posts"):
        post = entry.text("post"), entry.whole_number("number", "The law says how many."), entry.text("duty")
        posts.append(Post(*post, *citation_from(entry, instruments)))
        entry.no_other_keys()
    stage = Stage(
        name,
        table.text("spoken_as", "People say a number; the code never does."),
        table.text("title"),
        MappingProxyType(limits_from(table, instruments, calendar, calendars)),
        tuple(posts),
        _escalation_from(table, instruments),
    )
    table.no_other_keys()
    return stage


def _escalation_from(table: Table, instruments: Mapping[str, str]) -> Escalation | None:
    if not table.has("escalation"):
        return None
    entry = table.table("escalation", "It says what may be asked for next.", f"Write [{table.place}.escalation].")
    if entry is None:
        return None
    why = "It decides what the complainant may ask for."
    to, grounds = entry.text("to", why), entry.flag("grounds_needed", why)
    unanswered, agreed = entry.flag("when_unanswered", why), entry.flag("by_agreement", why)
    citation, checked = citation_from(entry, instruments)
    escalation = Escalation(to, grounds, unanswered, agreed, citation, checked, entry.texts("notes"))
    entry.no_other_keys()
    return escalation


def _check_stages(table: Table, procedure: Procedure) -> None:
    following = {stage.name: stage.next for stage in procedure.stages}
    if not following:
        table.fault("there are no stages.", "A procedure is made of its stages.", "Write [stages.NAME].", "stages")
    for name, to in following.items():
        if to and to not in following:
            table.fault(
                f"the next stage {to!r} is not a stage of this procedure.",
                "The complainant would be sent nowhere.",
                f"Write one of: {', '.join(following)}.",
                f"stages.{name}.escalation.to",
            )
    seen: list[str] = []
    at = procedure.stages[0].name if procedure.stages else None
    while at in following and at not in seen:
        seen.append(at)
        at = following[at]
    if at in seen:
        table.fault(
            f"the stages go round: {' → '.join([*seen, at])}.",
            "A procedure must come to an end.",
            "Take the escalation out of the last stage.",
            "stages",
        )
