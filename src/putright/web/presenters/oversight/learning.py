"""What was learnt, and the actions that follow, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.urls import reverse

from putright.authorities import Authority
from putright.oversight.learning import LearningTotal, actions_after, standing_of
from putright.oversight.registers import Line
from putright.record.parts import Action
from putright.web.forms.oversight import ACTION_STANDINGS
from putright.web.forms.steps.lists import SOURCES, THEMES, WORKED, word
from putright.web.presenters.oversight.register import TAGS, Cell, Register, RegisterLine, Totals
from putright.web.presenters.words import number, short_date

LEARNING = Register(
    "learning",
    "What was learnt",
    "What services learnt from complaints, and what became of it.",
    "Nothing has been learnt yet. What is learnt is recorded on the page of a representation.",
    ("thing learnt", "things learnt"),
    ("What was learnt", "Service", "Learnt", "Actions"),
)
ACTIONS = Register(
    "actions",
    "Actions",
    "What was agreed so that it does not happen again, the nearest last day first.",
    "No action has been agreed yet. Actions are agreed on the page of a representation.",
    ("action", "actions"),
    ("What is to be done", "With", "Due", "How it stands"),
)
LEARNING_FILE = ("Reference", "Theme", "Service", "Learnt on", "What was learnt", "Actions", "Actions done", "Worked")
ACTION_FILE = (
    "Reference", "Theme", "Service", "Comes from", "What is to be done", "With", "Due on", "Done on", "What shows it",
    "Looked at on", "Worked", "How it stands",
)  # fmt: skip
TOTAL_HEADS = ("Learnt", "Actions", "Done", "Overdue", "Worked")


def learning_line(line: Line, council: Authority, today: date) -> RegisterLine:
    """One thing that was learnt, with how its actions stand."""
    actions = actions_after(line)
    told = "; ".join(f"{each.post}: {ACTION_STANDINGS[standing_of(each, today)].lower()}" for each in actions)
    cells = [
        Cell(word(THEMES, line.row.theme), line.said),
        Cell(_service(council, line.row.learning_service)),
        Cell(short_date(line.row.recorded_on)),
        Cell(number(len(actions)) if actions else "None", told),
    ]
    return RegisterLine(line.reference, reverse("representation", args=[line.row.representation_id]), cells)


def action_line(line: Line, council: Authority, today: date) -> RegisterLine:
    """One action, with what shows that it was done."""
    action: Action = line.part
    stands = standing_of(action, today)
    theme = word(THEMES, line.row.theme) if line.row.theme in THEMES else ""
    source = word(SOURCES, action.source) if action.source in SOURCES else ""
    about = " · ".join(part for part in (theme, source, _service(council, line.row.service)) if part)
    cells = [
        Cell(line.said or theme or "An action", about if line.said else about.removeprefix(f"{theme} · ")),
        Cell(action.post),
        Cell(short_date(action.due_on)),
        Cell(ACTION_STANDINGS[stands], _done(line), TAGS[stands]),
    ]
    return RegisterLine(line.reference, reverse("representation", args=[line.row.representation_id]), cells)


def _done(line: Line) -> str:
    action: Action = line.part
    if action.completed_on is None:
        return ""
    shown = f": {action.evidence}" if action.evidence and line.words else ""
    looked = f" Looked at on {short_date(action.checked_on)}." if action.checked_on else ""
    return f"Done on {short_date(action.completed_on)}{shown}.{looked}"


def learning_file(lines: Iterable[Line], council: Authority) -> Iterator[Sequence[object]]:
    """The lines of the file of what was learnt."""
    for line in lines:
        actions = actions_after(line)
        yield (
            line.reference, word(THEMES, line.row.theme), _service(council, line.row.learning_service),
            line.row.recorded_on, line.said, len(actions),
            sum(1 for each in actions if each.completed_on), sum(1 for each in actions if each.worked == "yes"),
        )  # fmt: skip


def action_file(lines: Iterable[Line], council: Authority, today: date) -> Iterator[Sequence[object]]:
    """The lines of the file of actions."""
    for line in lines:
        action: Action = line.part
        yield (
            line.reference, word(THEMES, line.row.theme), _service(council, line.row.service),
            word(SOURCES, action.source), line.said, action.post, action.due_on, action.completed_on,
            action.evidence if line.words else "", action.checked_on, WORKED.get(action.worked, ""),
            ACTION_STANDINGS[standing_of(action, today)],
        )  # fmt: skip


def learning_totals(council: Authority, themes: list[LearningTotal], services: list[LearningTotal]) -> list[Totals]:
    """The register by theme and by service."""
    return [
        Totals("By theme", ("Theme", *TOTAL_HEADS), [_total(word(THEMES, each.code), each) for each in themes]),
        Totals(
            "By service or team",
            ("Service or team", *TOTAL_HEADS),
            [_total(_service(council, each.code), each) for each in services],
        ),
    ]


def _total(label: str, total: LearningTotal) -> list[str]:
    figures = (total.learnt, total.actions, total.done, total.overdue, total.worked)
    return [label, *(number(figure) for figure in figures)]


def _service(council: Authority, code: str) -> str:
    return council.vocabulary("service").label(code)
