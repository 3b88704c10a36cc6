"""What became of the rows of an import: counts, and one line for each row that was refused or flagged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from putright.intake.judging import Judged
from putright.intake.models import ImportRun

Line = dict[str, Any]


@dataclass
class ImportSummary:
    """rows = accepted + skipped + rejected; the flagged are among the accepted.

    `created`, `unchanged` and `changed` count the representations they were taken into; all are 0 in a dry run.
    `passed_over` says in words what of the files was not read.
    """

    rows: int = 0
    accepted: int = 0
    skipped: int = 0
    created: int = 0
    unchanged: int = 0
    changed: int = 0
    forgiven: int = 0
    rejected: list[Line] = field(default_factory=list)
    flagged: list[Line] = field(default_factory=list)
    passed_over: Sequence[str] = ()
    run: int | None = None

    def note(self, judged: Judged) -> None:
        """Count a row whose fate is settled."""
        self.rows += 1
        if judged.verdict == "skipped":
            self.skipped += 1
            return
        if judged.verdict == "refused":
            self.rejected.append(line_of(judged))
            return
        self.accepted += 1
        self.forgiven += bool(judged.forgiven)
        if judged.faults:
            self.flagged.append(line_of(judged))

    def store_counts(self, run: ImportRun) -> None:
        """Write the counts into a run, which is not saved."""
        run.rows, run.accepted, run.skipped = self.rows, self.accepted, self.skipped
        run.rejected, run.flagged = len(self.rejected), len(self.flagged)
        run.created, run.unchanged, run.changed = self.created, self.unchanged, self.changed

    def as_words(self) -> dict[str, Any]:
        """The summary for JSON."""
        for lines in (self.rejected, self.flagged):
            lines.sort(key=lambda line: (line["file"], line["line"]))
        return {
            "rows": self.rows,
            "accepted": self.accepted,
            "skipped": self.skipped,
            "rejected": self.rejected,
            "flagged": self.flagged,
            "created": self.created,
            "unchanged": self.unchanged,
            "changed": self.changed,
            "normalised": self.forgiven,
            "passed_over": list(self.passed_over),
            "run": self.run,
        }


def line_of(judged: Judged) -> Line:
    """Where the row is and what is wrong with it: its weightiest fault, the others under ``also``."""
    first, *others = judged.faults
    return {
        "file": judged.row.file,
        "line": judged.row.line,
        "column": first.column,
        "value": first.value,
        "reason": first.reason,
        "code": first.code,
        "remedy": first.remedy,
        "also": [{"code": other.code, "column": other.column, "reason": other.reason} for other in others],
    }
