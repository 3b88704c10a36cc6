"""Every page, step and test that the page of the coverage names exists, and every line says how it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.urls import get_resolver

from putright.accounts.permissions import CASE_VERBS

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "coverage.md"
STANDINGS = ("✓", "part", "not yet", "elsewhere")
LINES = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not re.match(r"\| (What|Type|Reason|Role) \| Stands", line)
]
FILES: dict[str, str] = {}
"""The tests by the name of their file; files of one name together."""
for _file in sorted((ROOT / "tests").rglob("test_*.py")):
    FILES[_file.stem] = FILES.get(_file.stem, "") + _file.read_text(encoding="utf-8")


def named(cell: str, kind: str) -> list[str]:
    """What a cell names after “step”, “steps”, “page” or “pages”, with what follows a comma."""
    lists = re.findall(rf"\b{kind}s? ((?:`[a-z_-]+`(?:, )?)+)", cell)
    return [name for found in lists for name in re.findall(r"`([a-z_-]+)`", found)]


def checks_named(cell: str) -> list[tuple[str, str]]:
    """Files of tests, each with the name of the test, empty for the file as a whole."""
    return re.findall(r"`(test_\w+)(?:::(test_\w+))?`", cell)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[0][:40])
def test_a_line_names_only_what_there_is(line: list[str]) -> None:
    what, stands, shown = line
    assert stands in STANDINGS, what
    assert shown, what
    for verb in named(shown, "step"):
        assert verb in CASE_VERBS, verb
    for page in named(shown, "page"):
        assert page in addresses(), page
    for file, test in checks_named(shown):
        assert file in FILES, file
        assert f"def {test}" in FILES[file], f"{file}::{test}"


def test_every_step_is_named() -> None:
    told = {verb for _, _, shown in LINES for verb in named(shown, "step")}
    assert set(CASE_VERBS) == told


def addresses() -> set[str]:
    """The names of every page."""
    found: set[str] = set()
    waiting = [*get_resolver().url_patterns]
    while waiting:
        pattern = waiting.pop()
        waiting += getattr(pattern, "url_patterns", [])
        found.add(str(getattr(pattern, "name", "")))
    return found
