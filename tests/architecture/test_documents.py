"""The documents: their links lead somewhere, their terms are in the code, and the commands' page is current."""

from __future__ import annotations

import importlib
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.architecture import command_pages

from putright.commands.main import putright

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("bench/*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
COMMANDS_PAGE = ROOT / "docs" / "reference" / "commands.md"


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def anchors(page: Path) -> set[str]:
    """The anchors that the headings of a page make."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    lost = []
    for target in LINK.findall(page.read_text()):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        there = (page.parent / name).resolve() if name else page
        if not there.exists() or (anchor and there.suffix == ".md" and anchor not in anchors(there)):
            lost.append(target)
    assert not lost, f"{named(page)} links to {', '.join(lost)}"


def test_the_page_of_the_commands_is_current() -> None:
    assert COMMANDS_PAGE.read_text() == command_pages.page(), (
        "write it anew: python -m tests.architecture.command_pages"
    )


def glossary() -> list[tuple[str, str]]:
    """The rows of GLOSSARY.md that name code: (term, dotted name under putright)."""
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|", (ROOT / "GLOSSARY.md").read_text(), flags=re.MULTILINE)
    return [(term.strip(), name) for term, names in rows for name in re.findall(r"`([a-z_]+\.[\w.]+)`", names)]


def test_the_glossary_has_terms() -> None:
    assert len(glossary()) > 30


@pytest.mark.parametrize(("term", "name"), glossary(), ids=[term for term, _ in glossary()])
def test_a_term_of_the_glossary_is_in_the_code(term: str, name: str) -> None:
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(["putright", *parts[:length]]))
        except ModuleNotFoundError:
            continue
        break
    else:
        pytest.fail(f"{term}: there is no putright.{name}")
    for part in parts[length:]:
        fields = getattr(found, "__dataclass_fields__", {})
        annotations = getattr(found, "__annotations__", {})
        assert hasattr(found, part) or part in fields or part in annotations, f"{term}: there is no putright.{name}"
        found = getattr(found, part, None)


def shown_in_the_pages() -> list[tuple[str, str, str]]:
    """Commands shown with their output, in fences marked `console`: (page, command, output)."""
    return [
        (named(page), command, output)
        for page in PAGES
        for command, output in re.findall(r"```console\n\$ \./run (due [^\n]+)\n(.*?)```", page.read_text(), re.DOTALL)
    ]


def test_some_commands_are_shown_with_their_output() -> None:
    assert shown_in_the_pages()


@pytest.mark.parametrize(("page", "command", "output"), shown_in_the_pages())
def test_what_a_page_shows_is_what_the_command_prints(page: str, command: str, output: str) -> None:
    assert CliRunner().invoke(putright, shlex.split(command)).output == output
