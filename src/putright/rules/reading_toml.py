"""Reading a rule file as TOML: a key written twice is a fault, and so is the wrong encoding."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from putright.rules.faults import FaultList


def read_toml(path: Path, faults: FaultList) -> dict[str, Any] | None:
    """The content of a TOML file; None, and a fault, if it cannot be read as TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        faults.note(
            path.name,
            f"byte {error.start}",
            "the file is not UTF-8.",
            "A rule read in the wrong encoding could be misquoted.",
            "Save it as UTF-8.",
        )
    except tomllib.TOMLDecodeError as error:
        message, _, place = str(error).rpartition(" (")
        place = place.rstrip(")").removeprefix("at ")
        if message.startswith(("Cannot overwrite a value", "Cannot declare", "Duplicate inline table key")):
            faults.note(
                path.name,
                place,
                "a key or table is written twice.",
                "Only one of the two could be the rule.",
                "Keep the right one and take the other out.",
            )
        else:
            faults.note(
                path.name,
                place,
                f"the file is not TOML: {message}.",
                "Nothing after this place can be read.",
                "Mend the line, then load it again.",
            )
    return None
