"""A real clamd on a port of its own, with one signature: that of the EICAR test file. Nothing is downloaded."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

CLAMD = shutil.which("clamd", path="/usr/sbin:/usr/local/sbin:/usr/bin")
LARGEST = 1024 * 1024
# In two halves, so that no virus check takes this file for what it tests with.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


@contextlib.contextmanager
def running_clamd(folder: Path) -> Iterator[tuple[str, str]]:
    """A clamd while the context lasts; gives its address and the path of its socket. Skips, loudly, without one."""
    if CLAMD is None:
        pytest.skip("THE VIRUS CHECK WAS NOT TRIED: there is no clamd here. apt-get install clamav-daemon")
    port = _free_port()
    _write(folder, port)
    with (folder / "clamd.out").open("wb") as out:
        process = subprocess.Popen([CLAMD, "--config-file", str(folder / "clamd.conf")], stdout=out, stderr=out)
    try:
        _wait(process, port, folder)
        yield f"127.0.0.1:{port}", str(folder / "clamd.sock")
    finally:
        process.terminate()
        process.wait(timeout=30)


def _write(folder: Path, port: int) -> None:
    (folder / "signatures").mkdir()
    signature = f"{hashlib.md5(EICAR, usedforsecurity=False).hexdigest()}:{len(EICAR)}:Eicar-Test-Signature\n"
    (folder / "signatures" / "eicar.hdb").write_text(signature)
    lines = {
        "DatabaseDirectory": folder / "signatures",
        "TCPSocket": port,
        "TCPAddr": "127.0.0.1",
        "LocalSocket": folder / "clamd.sock",
        "Foreground": "yes",
        "StreamMaxLength": LARGEST,
    }
    (folder / "clamd.conf").write_text("".join(f"{key} {value}\n" for key, value in lines.items()))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    for _ in range(300):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1) as probe:
            probe.sendall(b"zPING\0")
            if probe.recv(16).startswith(b"PONG"):
                return
        assert process.poll() is None, (folder / "clamd.out").read_text()
        time.sleep(0.1)
    raise AssertionError(f"clamd does not answer: {(folder / 'clamd.out').read_text()}")
