"""./run makes its environment once, and says in one clear line what is wrong when it cannot."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534
NO_REGISTRY = {
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_NO_CACHE_DIR": "1",
    "PIP_FIND_LINKS": "",
    "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
}


@pytest.fixture
def checkout() -> Iterator[Path]:
    """A copy of ./run with a program that prints its words and a lock of one tiny package."""
    with tempfile.TemporaryDirectory(prefix="putright-checkout-") as folder:
        place = Path(folder)
        place.chmod(0o755)
        (place / "requirements").mkdir()
        (place / "src" / "putright").mkdir(parents=True)
        shutil.copy(ROOT / "run", place)
        shutil.copy(ROOT / "requirements" / "environment.sh", place / "requirements")
        (place / "src" / "putright" / "__init__.py").write_text("")
        (place / "src" / "putright" / "__main__.py").write_text("import sys, tiny; print(tiny.WORD, sys.argv[1:])")
        lock(place, wheel(place, "word"))
        yield place


def wheel(place: Path, word: str) -> str:
    """Write the wheel of a package `tiny` into `place`; its SHA-256."""
    file = place / "tiny-1.0-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("tiny.py", f"WORD = {word!r}\n")
        archive.writestr("tiny-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n")
        archive.writestr(
            "tiny-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nGenerator: t\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr("tiny-1.0.dist-info/RECORD", "")
    return hashlib.sha256(file.read_bytes()).hexdigest()


def lock(place: Path, digest: str) -> None:
    (place / "requirements" / "run.txt").write_text(f"tiny==1.0 --hash=sha256:{digest}\n")


def run(place: Path, *words: str, user: int | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Call ./run as a newcomer whose only registry is the folder `place`."""
    here = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(place), "HOME": str(place)}
    return subprocess.run(
        [place / "run", *words],
        env={"PATH": os.environ["PATH"], "PYTHON": sys.executable} | here | environment,
        user=user,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def python_that(place: Path, body: str) -> str:
    """A stand-in for Python that runs the shell's `body`, then the real one."""
    file = place / "python-stand-in"
    file.write_text(f'#!/bin/sh\n{body}\nexec "{sys.executable}" "$@"\n')
    file.chmod(0o755)
    return str(file)


def test_the_first_call_sets_up_and_the_second_does_not(checkout: Path) -> None:
    first = run(checkout, "due", "--json", "a b")
    assert (first.returncode, first.stdout) == (0, "word ['due', '--json', 'a b']\n"), first.stderr
    assert first.stderr.startswith("putright: setting up .venv")
    second = run(checkout, "due", PIP_FIND_LINKS="/nowhere", PYTHON="no-such-python")
    assert (second.returncode, second.stdout, second.stderr) == (0, "word ['due']\n", "")


def test_a_changed_lock_sets_up_again(checkout: Path) -> None:
    run(checkout)
    lock(checkout, wheel(checkout, "another word") + " # changed")
    again = run(checkout)
    assert again.stderr.startswith("putright: setting up .venv"), again.stderr


def test_it_may_be_called_from_anywhere_and_through_a_link(checkout: Path) -> None:
    link = checkout / "elsewhere" / "putright"
    link.parent.mkdir()
    link.symlink_to("../run")
    called = run(checkout)
    through_a_link = subprocess.run([link], cwd="/", capture_output=True, text=True, check=False)
    assert through_a_link.stdout == called.stdout == "word []\n"


def test_no_python(checkout: Path) -> None:
    failed = run(checkout, PYTHON="python-that-is-not-there")
    assert failed.returncode == 1
    assert failed.stderr == (
        "putright: no python-that-is-not-there here: install Python 3.11 or later "
        "(Debian: apt-get install python3 python3-venv).\n"
    )


def test_python_too_old(checkout: Path) -> None:
    old = 'case "$*" in *version_info*) exit 1 ;; --version) echo Python 3.9.2; exit ;; esac'
    failed = run(checkout, PYTHON=python_that(checkout, old))
    assert failed.returncode == 1
    assert failed.stderr.startswith("putright: Python 3.9.2 is too old: Python 3.11 or later is needed")
    assert failed.stderr.count("\n") == 1


def test_venv_missing(checkout: Path) -> None:
    failed = run(checkout, PYTHON=python_that(checkout, 'case "$*" in *ensurepip*) exit 1 ;; esac'))
    assert failed.returncode == 1
    assert failed.stderr == (
        "putright: Python's venv is missing: install it (Debian: apt-get install python3-venv) and try again.\n"
    )


def test_no_write_permission(checkout: Path) -> None:
    checkout.chmod(0o555)
    # As root everything is writable, so the attempt is made as another user, who needs a Python of the system.
    failed = run(checkout, user=NOBODY if os.geteuid() == 0 else None, PYTHON="/usr/bin/python3")
    checkout.chmod(0o755)
    assert failed.returncode == 1
    assert failed.stderr.startswith(f"putright: no permission to write {checkout}/.venv: ")
    assert failed.stderr.count("\n") == 1


def test_no_network(checkout: Path) -> None:
    failed = run(checkout, **NO_REGISTRY, PIP_NO_INDEX="0")
    assert failed.returncode == 1
    assert failed.stderr.splitlines()[-1].startswith("putright: the package registry could not be reached: check the")
    assert len(failed.stderr.splitlines()) == 2
    assert run(checkout).returncode == 0, "a second try with a network works"


def test_a_package_that_is_not_the_one_in_the_lock(checkout: Path) -> None:
    lock(checkout, "0" * 64)
    failed = run(checkout)
    assert failed.returncode == 1
    assert "is not the one in the lock, so nothing of it was installed" in failed.stderr
    assert run(checkout).returncode == 1, "and is not taken for set up the next time"
