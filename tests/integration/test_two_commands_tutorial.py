"""The tutorial is run: what it shows is what its commands print."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.integration.shown_commands import TUTORIAL, rewritten


@pytest.mark.slow
def test_the_tutorial_shows_what_its_commands_print(tmp_path: Path) -> None:
    page = TUTORIAL.read_text()
    assert page.count("$ ./run") > 8
    now = rewritten(page, tmp_path)
    assert now == page, "write it anew: PYTHONPATH=src .venv/bin/python -m tests.integration.shown_commands"
