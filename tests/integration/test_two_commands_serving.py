"""`./run` alone: what is missing is seen to, the pages are served, and what is in the way is named in one line."""

from __future__ import annotations

import errno
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from putright import __main__

ROOT = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 120


def environment(data: Path, **more: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), "PUTRIGHT_DATA": str(data)} | more


def putright(data: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Call a command as ./run does, on a data folder of the test's own."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "putright", *words],
        env=environment(data, **more),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


@pytest.fixture
def served(tmp_path: Path, port: int) -> Iterator[tuple[str, str]]:
    """A server on an empty data folder: its address and all it printed until it was up."""
    server = subprocess.Popen(
        [sys.executable, "-P", "-m", "putright", "serve", "--port", str(port)],
        env=environment(tmp_path / "data", PYTHONUNBUFFERED="1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    printed = ""
    stop_at = time.monotonic() + SECONDS_TO_START
    assert server.stdout is not None
    while "Control-C" not in printed and server.poll() is None and time.monotonic() < stop_at:
        printed += server.stdout.readline()
    yield f"http://127.0.0.1:{port}", printed
    server.send_signal(signal.SIGINT)
    assert server.wait(20) == 0
    server.stdout.close()


def up(address: str) -> bool:
    """Whether the server answers yet; its workers start after it has said where it is."""
    host, port = address.removeprefix("http://").split(":")
    for _ in range(100):
        with socket.socket() as trial:
            if trial.connect_ex((host, int(port))) == 0:
                return True
        time.sleep(0.1)
    return False


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return answer.status
    except urllib.error.HTTPError as refused:
        refused.close()
        return refused.code


@pytest.mark.slow
def test_an_empty_folder_becomes_a_server_with_the_example(served: tuple[str, str], tmp_path: Path) -> None:
    address, printed = served
    assert f"Putright is at {address}/" in printed
    assert re.search(r"manager@hampshire\.example +\S{12,}", printed), printed
    assert up(address)
    assert status(f"{address}/") == 200
    assert status(f"{address}/assets/putright.css") == 200
    assert status(f"{address}/no-such-page") == 404
    assert (tmp_path / "data" / "putright.sqlite3").exists()


def test_a_port_in_use(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        failed = putright(tmp_path, "serve", "--port", str(port))
    assert failed.returncode == 1
    assert failed.stderr == (
        f"Error: Port {port} of 127.0.0.1 cannot be served on: it is in use. "
        f"Stop what uses it, or choose another: ./run serve --port {port + 1}\n"
    )


def test_a_data_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    failed = putright(tmp_path / "file" / "data", "check")
    assert failed.returncode == 1
    assert re.fullmatch(r"Error: The data folder cannot be written: .* PUTRIGHT_DATA=DIR\n", failed.stderr)


def test_a_database_server_that_is_not_there(tmp_path: Path) -> None:
    failed = putright(tmp_path, "check", DATABASE_URL="postgresql://putright@127.0.0.1:9/putright")
    assert failed.returncode == 1
    assert failed.stderr.startswith("Error: The database of DATABASE_URL cannot be opened: ")
    assert failed.stderr.endswith("Start its server, or correct DATABASE_URL.\n")
    assert failed.stderr.count("\n") == 1


def test_a_database_address_that_cannot_be_read(tmp_path: Path) -> None:
    failed = putright(tmp_path, "check", DATABASE_URL="mysql://127.0.0.1/putright")
    assert (failed.returncode, failed.stderr.count("\n")) == (1, 1)
    assert "it must begin with postgresql://" in failed.stderr


def test_a_file_that_is_not_a_database(tmp_path: Path) -> None:
    (tmp_path / "putright.sqlite3").write_text("this was never a database" * 100)
    failed = putright(tmp_path, "check")
    assert (failed.returncode, failed.stderr.count("\n")) == (1, 1), failed.stderr
    assert str(tmp_path / "putright.sqlite3") in failed.stderr


def test_no_network_for_the_pages_assets(tmp_path: Path) -> None:
    shutil.copytree(
        ROOT / "src" / "putright",
        tmp_path / "src" / "putright",
        ignore=shutil.ignore_patterns("static", "__pycache__", "templates"),
    )
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(ROOT / name, tmp_path)
    nowhere = {"npm_config_registry": "http://127.0.0.1:9", "npm_config_cache": str(tmp_path / "cache")}
    failed = putright(tmp_path, "assets", **nowhere, PYTHONPATH=str(tmp_path / "src"), npm_config_fetch_retries="0")
    assert failed.returncode == 1
    assert failed.stderr == (
        "Error: The packages of the pages' styles could not be fetched (code ECONNREFUSED). Check the network, "
        "or name your own registry (npm_config_registry=…), and try again.\n"
    )


def test_due_needs_neither_django_nor_a_database(tmp_path: Path) -> None:
    without = "import sys; sys.modules['django'] = None; from putright.commands.main import putright; putright()"
    asked = subprocess.run(
        [sys.executable, "-c", without, "due", "children_act_1989", "local_resolution", "--from", "2018-01-08"],
        env=environment(tmp_path / "none"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert asked.returncode == 0, asked.stderr
    assert "Monday 22 January 2018" in asked.stdout
    assert not (tmp_path / "none").exists()


def test_an_unknown_command_is_named(tmp_path: Path) -> None:
    failed = putright(tmp_path, "reprot")
    assert failed.returncode == 2
    assert "No such command 'reprot'" in failed.stderr


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (
            PermissionError(errno.EACCES, "Permission denied", "static"),
            "Error: static: Permission denied. Give yourself permission there, or name another data folder: "
            "PUTRIGHT_DATA=DIR",
        ),
        (
            OSError(errno.ENOSPC, "No space left on device"),
            "Error: No space left on device. Make room, or name a data folder where there is some: PUTRIGHT_DATA=DIR",
        ),
    ],
)
def test_what_the_machine_refuses(monkeypatch: pytest.MonkeyPatch, problem: OSError, said: str) -> None:
    def refused(**_: str) -> None:
        raise problem

    monkeypatch.setattr(__main__, "putright", refused)
    with pytest.raises(SystemExit, match=f"^{re.escape(said)}$"):
        __main__.main()


def test_what_the_machine_does_not_refuse_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(**_: str) -> None:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory", "rules")

    monkeypatch.setattr(__main__, "putright", broken)
    with pytest.raises(FileNotFoundError):
        __main__.main()
