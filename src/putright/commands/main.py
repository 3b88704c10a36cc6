"""The `putright` command line: which commands there are, and what each needs before it starts.

A command's module is loaded when the command is called, so that `putright due` starts without Django and without a
database. What a command needs is said here once and seen to before its module is imported (Django) or before it
runs (a migrated database, a database with something in it), never inside the commands.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import wraps
from importlib import import_module
from typing import Any

import click


class Needs(IntEnum):
    """What must be there before a command runs; each level includes the ones before it."""

    NOTHING = 0
    DJANGO = 1
    DATABASE = 2
    RECORDS = 3


@dataclass(frozen=True)
class Place:
    """Where a command is: its module in this room, its name there, and what it needs."""

    module: str
    attribute: str
    needs: Needs


COMMANDS = {
    "serve": Place("serve", "serve", Needs.DJANGO),
    "due": Place("due", "due", Needs.NOTHING),
    "import": Place("import_", "import_", Needs.DATABASE),
    "report": Place("report", "report", Needs.RECORDS),
    "reconcile": Place("reconcile", "reconcile", Needs.RECORDS),
    "issued": Place("issued", "issued", Needs.DATABASE),
    "work": Place("work", "work", Needs.DATABASE),
    "rag-report": Place("rag_report", "rag_report", Needs.DATABASE),
    "facts": Place("facts", "facts", Needs.RECORDS),
    "check": Place("check", "check", Needs.DATABASE),
    "rebuild": Place("check", "rebuild", Needs.DATABASE),
    "accounts": Place("accounts", "accounts", Needs.DATABASE),
    "tokens": Place("tokens", "tokens", Needs.DATABASE),
    "example": Place("example", "example", Needs.DATABASE),
    "migrate": Place("migrate", "migrate", Needs.DJANGO),
    "assets": Place("assets", "assets", Needs.NOTHING),
}


class Commands(click.Group):
    """The group of `COMMANDS`, each loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all commands, in the order of `COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called `cmd_name`, or None if there is none."""
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        if place.needs >= Needs.DJANGO:
            _call("django_setup", "django_ready")
        command = copy.copy(getattr(import_module(f"putright.commands.{place.module}"), place.attribute))
        command.callback = _with_needs(command.callback, place.needs)
        return command


def _with_needs(callback: Callable[..., Any], needs: Needs) -> Callable[..., Any]:
    @wraps(callback)
    def with_needs(*args: Any, **kwargs: Any) -> Any:
        if needs >= Needs.DATABASE:
            _call("migrate", "database_ready")
        if needs >= Needs.RECORDS:
            _call("example", "example_if_empty")
        return callback(*args, **kwargs)

    return with_needs


def _call(module: str, function: str) -> None:
    getattr(import_module(f"putright.commands.{module}"), function)()


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def putright(ctx: click.Context) -> None:
    """Complaints and representations of a council: handled in time, never forgotten, reported truly.

    Without a command it starts the pages, as `serve` does.
    """
    if ctx.invoked_subcommand is None:
        command = Commands.get_command(ctx.command, ctx, "serve")
        ctx.invoke(command)
