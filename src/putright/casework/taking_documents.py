"""Files on their way to the record: named safely, told by their bytes, checked for viruses, then kept; all or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from putright.casework import virus_check
from putright.casework.documents import NewDocument, keep
from putright.casework.media_types import NotTaken, media_type_of, safe_name
from putright.casework.virus_check import Infected, NotChecked

MOST_AT_ONCE = 20


class FilesRefused(ValueError):
    """Nothing was kept, because of at least one of the files; `faults` says of each what is wrong and what to do."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(faults))


@dataclass(frozen=True)
class File:
    """A file as it came: the name it came under, and its bytes."""

    name: str
    content: bytes


def take(files: Sequence[File], *, confidential: bool = False) -> list[NewDocument]:
    """Keep these files, to be put on a record; raises :class:`FilesRefused`, naming every file that is at fault."""
    if len(files) > MOST_AT_ONCE:
        raise FilesRefused([f"{len(files)} files are too many at once. Add at most {MOST_AT_ONCE}, then the rest."])
    named = [(safe_name(file.name), file.content) for file in files]
    types, faults = [], []
    for name, content in named:
        try:
            types.append(media_type_of(name, content))
            virus_check.check(name, content)
        except (NotTaken, Infected, NotChecked) as fault:
            faults.append(str(fault))
    if faults:
        raise FilesRefused(faults)
    return [
        NewDocument(name, keep(content), media_type, len(content), confidential)
        for (name, content), media_type in zip(named, types, strict=True)
    ]
