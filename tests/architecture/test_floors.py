"""The floors of docs/decisions/0001-the-house.md, held by import-linter, and proven able to fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(config_filename=sys.argv[1]))"


def lint(source: Path) -> subprocess.CompletedProcess[str]:
    """What import-linter says of the package under `source`."""
    return subprocess.run(
        [sys.executable, "-c", LINT, str(ROOT / "importlinter.ini")],
        cwd=source,
        env=os.environ | {"PYTHONPATH": str(source)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def copy_of_the_source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = tmp_path_factory.mktemp("source")
    shutil.copytree(
        ROOT / "src" / "putright", source / "putright", ignore=shutil.ignore_patterns("static", "__pycache__")
    )
    return source


def test_imports_point_downwards_only() -> None:
    linted = lint(ROOT / "src")
    assert linted.returncode == 0, linted.stdout


@pytest.mark.parametrize(
    ("module", "planted", "broken"),
    [
        ("rules/planted.py", "import putright.record", "Imports point downwards only"),
        ("record/planted.py", "import putright.authorities", "Imports point downwards only"),
        ("reporting/planted.py", "import putright.casework.log", "Imports point downwards only"),
        ("intake/planted.py", "import putright.oversight", "Imports point downwards only"),
        ("casework/planted.py", "import putright.web", "Imports point downwards only"),
        ("facts/planted.py", "import django.db", "Law, record, facts and reporting know no Django"),
        ("attic/__init__.py", "", "Imports point downwards only"),
    ],
)
def test_a_planted_fault_is_found(copy_of_the_source: Path, module: str, planted: str, broken: str) -> None:
    place = copy_of_the_source / "putright" / module
    place.parent.mkdir(exist_ok=True)
    place.write_text(f'"""Planted by a test."""\n{planted}\n')
    try:
        linted = lint(copy_of_the_source)
    finally:
        place.unlink()
        if not any(place.parent.glob("*.py")):
            shutil.rmtree(place.parent)
    assert linted.returncode == 1
    assert f"{broken} BROKEN" in linted.stdout
