"""Writes docs/reference/permissions.md from the table of the roles: python -m tests.spec.permissions_page"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from putright.accounts.permissions import CASE_VERBS, ROLES, ROOM_VERBS

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "permissions.md"
MATRIX = ROOT / "tests" / "data" / "permission_matrix.csv"
HEAD = """# Permissions

Who may do what. Written from `src/putright/accounts/permissions.py` and `tests/data/permission_matrix.csv`
(`PYTHONPATH=src:. .venv/bin/python -m tests.spec.permissions_page`); a test holds it current, and another asks every
page and every step as every role and compares the answers. An account may have several roles: it may then do what any
of them may.

Three things narrow what a role gives. Those with `see_own_cases` and not `see_cases` meet only the representations
that their post handles, for which they stand in, or to which they are appointed, for as long as that lasts; an agent
also those they took down. Without `see_words` there are no names, no texts and no documents. And a step is taken only
if the rules of the procedure permit it now: [permitted steps](permitted-steps.md).
"""
ROOMS = {
    "receive": "take down a representation",
    "see_cases": "see all of the council's representations",
    "see_own_cases": "see one's own representations",
    "see_restricted": "See restricted representations that are not theirs",
    "keep_pool": "see and change the pool of those who may be appointed",
    "see_words": "see names and personal words",
    "see_reports": "see reports",
    "see_work": "see queues and what is due",
    "see_rules": "see the rule book",
    "import_records": "import an older system's export",
    "edit_letters": "change the council's letters",
    "arrange_cover": "arrange cover for leave",
    "add_tables": "add tables to the council's reports",
    "draft_reports": "draft reports, ask for commentary and approval, propose",
    "contribute_to_reports": "write commentary for a report where one's post was asked to",
    "approve_reports": "approve a report where one's post was asked to",
    "issue_reports": "issue a report, and decide how small numbers are kept out of it",
    "see_issued_reports": "see issued reports",
}
MARKS = {"200": "✓", "302": "✓", "403": "", "404": "–"}


def page() -> str:
    """The page, as Markdown."""
    lines = [HEAD, "## Rooms\n", *_table("May", ROOM_VERBS, lambda verb: f"{ROOMS[verb]} (`{verb}`)")]
    lines += ["## Steps on a representation\n", *_table("Step", CASE_VERBS, lambda verb: f"`{verb}`")]
    lines += [
        "## Pages\n",
        "Each page with what it answers on a small council, where everybody has one representation of their own. "
        "✓: let in. Empty: refused. –: not there for this person.\n",
        *_pages(),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _table(head: str, verbs: Iterable[str], told: Callable[[str], str]) -> Iterator[str]:
    yield from _head(head)
    for verb in verbs:
        yield _line(told(verb), ("✓" if verb in given else "" for given in ROLES.values()))
    yield ""


def _pages() -> Iterator[str]:
    yield from _head("Page")
    with MATRIX.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            if not line["page"].startswith("step "):
                yield _line(f"`{line['page']}`", (MARKS[line[role]] for role in ROLES))
    yield ""


def _head(first: str) -> Iterator[str]:
    yield _line(first, (role.replace("_", " ") for role in ROLES))
    yield f"|---|{'---|' * len(ROLES)}"


def _line(first: str, cells: Iterable[str]) -> str:
    return f"| {first} | {' | '.join(cells)} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
