"""`putright serve`, which ./run without a command starts: sees to all that is missing, then serves the pages."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click
from django.conf import settings
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from putright.commands import assets, example, migrate

APPLICATION = "putright.config.wsgi:application"
THREADS_OF_A_WORKER = min(8, 2 * (os.cpu_count() or 1) + 1)  # 8: the pool of connections in config.database


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to serve on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port to serve on.")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1), help="Server processes.")
@click.option("--no-example", is_flag=True, help="Leave an empty database empty.")
def serve(host: str, port: int, workers: int, no_example: bool) -> None:
    """Build the pages' assets, bring the database up to date, load the example into an empty one, and serve.

    Where PUTRIGHT_MAIL names a mail server, the worker that sends notices is started beside the pages.
    """
    refuse_unless_free(host, port)
    assets.build()
    migrate.database_ready()
    if not no_example:
        example.example_if_empty()
    server = Granian(
        APPLICATION,
        address=host,
        port=port,
        workers=workers,
        blocking_threads=THREADS_OF_A_WORKER,
        interface=Interfaces.WSGI,
        log_level=LogLevels.warning,
    )
    server.on_startup(lambda: click.echo(welcome(host, port)))
    with worker_beside():
        server.serve()


@contextmanager
def worker_beside() -> Iterator[subprocess.Popen[bytes] | None]:
    """Let the worker run as a process of its own for as long as the pages are served; None without a mail server."""
    if not settings.MAIL:
        yield None
        return
    command = [sys.executable, "-P", "-m", "putright", "work"]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True) as worker:
        try:
            yield worker
        finally:
            worker.terminate()


def refuse_unless_free(host: str, port: int) -> None:
    """Raise ClickException with the remedy when `port` of `host` cannot be served on."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
    except OSError as problem:
        reason = "it is in use" if problem.errno == errno.EADDRINUSE else str(problem.strerror)
        raise click.ClickException(
            f"Port {port} of {host} cannot be served on: {reason}. "
            f"Stop what uses it, or choose another: ./run serve --port {port + 1 if port < 65535 else 8000}"
        ) from problem


def welcome(host: str, port: int) -> str:
    """What a person reads when the pages are up: where to look, and whom to sign in as."""
    place = f"[{host}]" if ":" in host else host
    lines = [f"Putright is at http://{place}:{port}/", *example.how_to_sign_in(), "Control-C stops it."]
    return "\n".join(lines)
