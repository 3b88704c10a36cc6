"""The committed example files are what their builders make."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from examples.__main__ import BUILDERS, COUNCILS, write


@pytest.mark.parametrize("council", BUILDERS)
def test_the_committed_files_are_what_is_built(council: str) -> None:
    there = {path.name: path.read_text(encoding="utf-8") for path in (COUNCILS / council / "example").iterdir()}
    differing = {name for name, text in BUILDERS[council]().items() if there.pop(name, None) != text}
    assert (differing, list(there)) == (set(), []), f"write them anew: python -m examples {council}"


def test_a_council_without_a_builder_is_refused() -> None:
    assert "is not" in CliRunner().invoke(write, ["hampshire"]).output
