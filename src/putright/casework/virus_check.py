"""Asking a clamd whether a file is infected, by its INSTREAM command.

The setting CLAMD says where it listens: ``host:port``, or the path of a Unix socket; empty for none. Where one is
named, a file that it could not check is not taken.
"""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator

from django.conf import settings

_CHUNK = 64 * 1024
_SECONDS = 30


class Infected(ValueError):
    """The virus check found something; `virus` is what it calls it."""

    def __init__(self, name: str, virus: str) -> None:
        super().__init__(
            f"{name} was refused: the virus check found {virus} in it, and nothing of it was kept. "
            "Tell whoever sent it, and your IT service."
        )
        self.virus = virus


class NotChecked(Exception):
    """The virus check could not be made, so the file was not taken; the message says what to do."""


def is_set() -> bool:
    """Whether this installation checks documents for viruses."""
    return bool(settings.CLAMD)


def check(name: str, content: bytes) -> None:
    """Pass if a virus check is not set or finds nothing; raises :class:`Infected` or :class:`NotChecked`."""
    if not is_set():
        return
    try:
        answer = _ask(content)
    except OSError as cause:
        raise _not_checked(name, f"the virus check at {settings.CLAMD} does not answer ({cause})") from cause
    if answer.endswith(" FOUND"):
        raise Infected(name, answer.removeprefix("stream: ").removesuffix(" FOUND"))
    if answer != "stream: OK":
        raise _not_checked(name, f"the virus check answered “{answer or 'nothing'}”")


def _not_checked(name: str, why: str) -> NotChecked:
    return NotChecked(
        f"{name} was not taken: {why}. Ask your IT service to start clamd, or to put its StreamMaxLength above "
        "the size of the file, then add it again."
    )


def _ask(content: bytes) -> str:
    with _connected() as connection:
        connection.sendall(b"zINSTREAM\0")
        try:
            for part in _parts(content):
                connection.sendall(part)
        except (BrokenPipeError, ConnectionResetError):
            # A clamd that has heard enough (its size limit) answers and hangs up before everything is sent.
            return _heard(connection)
        return _heard(connection)


def _connected() -> socket.socket:
    host, colon, port = settings.CLAMD.rpartition(":")
    if colon and port.isdigit():
        return socket.create_connection((host.strip("[]"), int(port)), timeout=_SECONDS)
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(_SECONDS)
    try:
        connection.connect(settings.CLAMD)
    except OSError:
        connection.close()
        raise
    return connection


def _parts(content: bytes) -> Iterator[bytes]:
    """The content as INSTREAM takes it: each part behind its length, then a part of no length."""
    for start in range(0, len(content), _CHUNK):
        part = content[start : start + _CHUNK]
        yield struct.pack("!L", len(part)) + part
    yield struct.pack("!L", 0)


def _heard(connection: socket.socket) -> str:
    heard = bytearray()
    while part := connection.recv(4096):
        heard += part
    return heard.decode("utf-8", "replace").strip("\0\n ")
