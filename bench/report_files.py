"""A council's annual report with its charts as a Word file and as a PDF, from the command to the file, in seconds.

Run it by itself: PYTHONPATH=src .venv/bin/python bench/report_files.py

The example of each council is imported; then `putright report` is run for each published report and form, each in a
process of its own that has drawn nothing before. What is measured is all that a person waits for, and in brackets what
of it the processor worked, which other work on the machine does not lengthen.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FORMS = {"docx": "docx", "pdf": "pdf", "odt": "odt", "xlsx": "xlsx", "key-facts-pdf": "pdf"}
MOST_SECONDS = 15.0


def run() -> list[dict[str, Any]]:
    """One row a report: for each form the seconds waited and worked, and both for Word and PDF together."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PUTRIGHT_DATA": folder, "PYTHONPATH": str(ROOT / "src")}
        _putright("migrate", environment=environment)
        for published in sorted((ROOT / "councils").glob("*/published/[!e]*.json")):
            council, (report, period) = published.parts[-3], _named(published.stem)
            _putright("example", council, environment=environment)
            seconds: dict[str, tuple[float, float]] = {}
            for form, suffix in FORMS.items():
                out = Path(folder) / f"report.{suffix}"
                asked = ("report", council, report, "--period", period, "--form", form, "--out", str(out))
                started, worked = perf_counter(), _worked()
                if _putright(*asked, environment=environment):
                    seconds[form] = perf_counter() - started, _worked() - worked
            both = tuple(sum(pair) for pair in zip(seconds["docx"], seconds["pdf"], strict=True))
            rows.append({"report": f"{council} {period}", **seconds, "both": both})
    return rows


def _named(stem: str) -> tuple[str, str]:
    report, _, end = stem.rpartition("-")
    name, _, start = report.rpartition("-")
    return name, f"{start}-{end}"


def _worked() -> float:
    """The seconds that the processor has worked for the processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _putright(*words: str, environment: dict[str, str]) -> bool:
    """Whether the command could be done; a report without key facts is not had as such."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "putright", *words], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode and "has no key facts" not in done.stderr:
        raise RuntimeError(done.stderr)
    return done.returncode == 0


def _told(seconds: tuple[float, float]) -> str:
    return f"{seconds[0]:.1f} s ({seconds[1]:.1f} s)"


def main() -> None:
    """Print the measurements as a table."""
    print(f"| report | {' | '.join(FORMS)} | Word and PDF, under {MOST_SECONDS:.0f} s |")
    print("|---|" + "---|" * (len(FORMS) + 1))
    for row in run():
        told = [_told(row[form]) if form in row else "" for form in (*FORMS, "both")]
        print(f"| {row['report']} | {' | '.join(told)} |")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"\nThe largest process took {peak:.0f} MiB.")


if __name__ == "__main__":
    main()
