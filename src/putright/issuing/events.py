"""What can happen to a draft, as frozen values; when and by whom stands beside them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from typing import Any, get_type_hints


@dataclass(frozen=True)
class ContributorNamed:
    """A post is to write commentary for a chapter, by a day."""

    chapter: str
    post: str
    due_on: date


@dataclass(frozen=True)
class ContributorReleased:
    """A post is no longer to write for a chapter; what it wrote stays."""

    chapter: str
    post: str


@dataclass(frozen=True)
class CommentaryWritten:
    """What now stands for a chapter under the name of a post; empty takes it out. `is_finished`: nothing is to come."""

    chapter: str
    post: str
    text: str
    is_finished: bool


@dataclass(frozen=True)
class ApproverNamed:
    """A post is to approve the report, by a day."""

    post: str
    due_on: date


@dataclass(frozen=True)
class ApproverReleased:
    """A post is no longer to approve it."""

    post: str


@dataclass(frozen=True)
class DisclosureSet:
    """How small numbers are kept out of this one, and why otherwise than the council does."""

    method: str
    threshold: int
    base: int
    why: str


@dataclass(frozen=True)
class Proposed:
    """Definition, facts, figures and forms are frozen under `seal`, and are to be approved as they are.

    `names` are the names found in the prose that somebody looked at and let stand.
    """

    seal: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class TakenBack:
    """It goes on being a draft; what was approved is void."""

    why: str


@dataclass(frozen=True)
class Approved:
    """A post approved what is frozen under `seal`."""

    post: str
    seal: str


@dataclass(frozen=True)
class Issued:
    """It was issued as this edition."""

    edition: int


@dataclass(frozen=True)
class Abandoned:
    """It will not be issued."""

    why: str


DraftEvent = (
    ContributorNamed | ContributorReleased | CommentaryWritten | ApproverNamed | ApproverReleased | DisclosureSet
    | Proposed | TakenBack | Approved | Issued | Abandoned
)  # fmt: skip
KINDS: dict[str, type[Any]] = {kind.__name__: kind for kind in DraftEvent.__args__}


@dataclass(frozen=True)
class Entry:
    """An event with when it was written and by which post."""

    event: DraftEvent
    at: datetime
    by: str


def written(event: DraftEvent) -> str:
    """The event as it is stored."""
    return json.dumps(asdict(event), ensure_ascii=False, sort_keys=True, default=date.isoformat)


def read(kind: str, text: str) -> DraftEvent:
    """The event stored as `text`."""
    known = KINDS[kind]
    types, given = get_type_hints(known), json.loads(text)
    event: DraftEvent = known(**{field.name: _read(types[field.name], given[field.name]) for field in fields(known)})
    return event


def _read(kind: Any, value: Any) -> Any:
    if kind is date:
        return date.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value
