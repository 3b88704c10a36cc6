"""`python -m examples COUNCIL …`: writes the example files of councils that are rebuilt from their reports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from examples import harrow, lancashire, stockport, thornmere

COUNCILS = Path(__file__).resolve().parents[1] / "councils"
BUILDERS: dict[str, Callable[[], dict[str, str]]] = {
    "harrow": harrow.files,
    "lancashire": lancashire.files,
    "stockport": stockport.files,
    "thornmere": thornmere.files,
}
"""What makes each council's files: their texts by name."""


@click.command("examples")
@click.argument("councils", nargs=-1, required=True, type=click.Choice(list(BUILDERS)))
def write(councils: tuple[str, ...]) -> None:
    """Write the example of each of COUNCILS into its folder."""
    for council in councils:
        folder = COUNCILS / council / "example"
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in BUILDERS[council]().items():
            (folder / name).write_text(text, encoding="utf-8", newline="")
            click.echo(f"{folder.relative_to(COUNCILS.parent) / name}: {text.count(chr(10)) - 1} rows")


if __name__ == "__main__":
    write()
