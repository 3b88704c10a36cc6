"""The legacy import: files in, each row judged, the accepted taken in, the others held as they came."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from putright.intake.commission import Commission, Progress
from putright.intake.models import ImportRun
from putright.intake.one_import import OneImport
from putright.intake.reading import Reading, read_files
from putright.intake.summary import ImportSummary

__all__ = ["Commission", "Progress", "import_files", "import_reading"]


def import_files(paths: Sequence[Path], commission: Commission, progress: Progress | None = None) -> ImportSummary:
    """Import `paths` for a council.

    Raises ``UnusableFile`` before anything is written when a file cannot be read or its headings are not known.
    """
    reading = read_files(paths, commission.mapping)
    return import_reading(
        reading, [{"name": path.name, "digest": _digest_of(path)} for path in paths], commission, progress
    )


def import_reading(
    reading: Reading, files: list[dict[str, str]], commission: Commission, progress: Progress | None = None
) -> ImportSummary:
    """Import rows that have been opened already; `files` is what the run says of where they come from."""
    run = None
    if not commission.dry_run:
        run = ImportRun.objects.create(
            authority=commission.authority.slug,
            layout=commission.mapping.layout,
            files=files,
            as_of=commission.as_of,
            started_at=commission.now,
            by=commission.actor.post,
        )
    return OneImport(reading, commission, run, progress).done()


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
