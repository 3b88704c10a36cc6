"""Writes docs/reference/commands.md from the commands themselves: python -m tests.architecture.command_pages"""

from __future__ import annotations

from pathlib import Path

import click

from putright.commands.main import putright

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "commands.md"
HEAD = """# Commands

Written from the commands themselves (`PYTHONPATH=src .venv/bin/python -m tests.architecture.command_pages`); a test
holds it current. `./run --help` and `./run COMMAND --help` print the same.
"""


def page() -> str:
    """The page of all commands, as Markdown."""
    with click.Context(putright, info_name="./run") as context:
        return "\n".join([HEAD, *sections(putright, context)])


def sections(command: click.Command, context: click.Context) -> list[str]:
    """The section of a command, then those of the commands in it."""
    usage = command.collect_usage_pieces(context)
    parts = [f"## `{context.command_path}`\n", f"`{' '.join([context.command_path, *usage])}`\n"]
    if command.help:
        parts += [" ".join(paragraph.split()) + "\n" for paragraph in command.help.split("\n\n")]
    if rows := [row(parameter) for parameter in command.params if isinstance(parameter, click.Option)]:
        parts.append("| Option | Meaning |\n|---|---|\n" + "\n".join(rows) + "\n")
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            if inner is not None:
                parts += sections(inner, click.Context(inner, info_name=name, parent=context))
    return parts


def row(option: click.Option) -> str:
    """The row of an option in the table of its command."""
    spelled = ", ".join(option.opts + option.secondary_opts)
    takes = "" if option.is_flag else f" {option.make_metavar(click.Context(click.Command(None)))}"
    meaning = " ".join((option.help or "").split())
    if option.required:
        meaning += " Required."
    if option.show_default and option.default is not None:
        meaning += f" Default: {option.default}."
    return f"| `{(spelled + takes).replace('|', ' or ')}` | {meaning.strip()} |"


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page())
