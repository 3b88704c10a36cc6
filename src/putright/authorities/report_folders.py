"""Where a council's reports are defined: in its own folder, and in the reports that every council has.

A report that every council has is a folder of ``reports`` beside this module. A council changes it by a folder of the
same name: a file in there takes the place of the shared one of that name, so that words alone can be a council's own.
"""

from __future__ import annotations

from pathlib import Path

SHARED = Path(__file__).with_name("reports")
_TABLES = "tables.toml"


def report_folders(council: Path) -> tuple[Path, ...]:
    """The folders of a council's reports by name: its own, then those that every council has."""
    own = {path.name: path for path in sorted((council / "reports").glob("*")) if path.is_dir()}
    shared = sorted(path.parent.name for path in SHARED.glob(f"*/{_TABLES}"))
    defined = [path for name, path in own.items() if (path / _TABLES).exists() and name not in shared]
    return (*defined, *(own.get(name, SHARED / name) for name in shared))


def report_file(folder: Path, name: str) -> Path:
    """A file of a report: the council's, or where it has none of that name, the one that every council has."""
    shared = SHARED / folder.name / name
    return shared if shared.exists() and not (folder / name).exists() else folder / name
