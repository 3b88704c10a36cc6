"""Runs the commands that a page shows in its `console` fences, and writes what they print below them.

python -m tests.integration.shown_commands PAGE … writes pages anew.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TUTORIAL = ROOT / "docs" / "tutorial" / "first-report.md"
FENCE = re.compile(r"(?<=^```console\n).*?(?=^```$)", flags=re.MULTILINE | re.DOTALL)
MARK = "=== end of a command ==="


def rewritten(page: str, data: Path) -> str:
    """`page` with what its commands print now, run one after the other in one shell on the data folder `data`."""
    commands = [line[2:] for fence in FENCE.findall(page) for line in fence.splitlines() if line.startswith("$ ")]
    script = "\n".join(f"{command}\necho '{MARK}'" for command in commands)
    shell = subprocess.run(
        ["bash", "-c", script],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "TMPDIR": str(data), "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    if "Traceback" in shell.stderr:
        raise RuntimeError(f"A command of the page failed:\n{shell.stderr}")
    printed = iter(shell.stdout.split(f"{MARK}\n"))

    def fence(match: re.Match[str]) -> str:
        shown = [line for line in match[0].splitlines() if line.startswith("$ ")]
        return "".join(f"{command}\n{next(printed)}" for command in shown)

    return FENCE.sub(fence, page)


def main(pages: list[str]) -> None:
    """Write `pages` anew."""
    for name in pages:
        with tempfile.TemporaryDirectory() as data:
            Path(name).write_text(rewritten(Path(name).read_text(), Path(data)))


if __name__ == "__main__":
    main(sys.argv[1:] or [str(TUTORIAL)])
