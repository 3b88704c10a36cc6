"""The log of a representation as a timeline: each entry in words, with what was voided shown as voided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.timezone import localtime

from putright.record import events as e
from putright.record.contact import contact_from
from putright.web.presenters.telling import Telling, tell
from putright.web.presenters.words import long_date, moment

__all__ = ["Happening", "Telling", "timeline"]


@dataclass(frozen=True)
class Happening:
    """One entry: `voided` says why it does not count, empty when it counts; `words` are personal words.

    `take_back` is the page on which it is taken back, empty where it may not be.
    """

    title: str
    detail: str
    on: str
    on_iso: str
    recorded: str
    by: str
    words: str
    voided: str
    position: int
    take_back: str


def timeline(
    entries: Sequence[e.Entry],
    words: Mapping[str, str],
    telling: Telling,
    *,
    may_see_words: bool,
    take_back: Mapping[int, str] | None = None,
) -> list[Happening]:
    """The log, newest entry first; `take_back` leads from the position of an entry to where it is taken back."""
    voided = {entry.event.position: entry.event.why for entry in entries if isinstance(entry.event, e.Voided)}
    told = [
        _happening(run, _words(run[-1], words, may_see_words), telling, voided, take_back or {})
        for run in _runs(entries)
    ]
    return told[::-1]


def _runs(entries: Sequence[e.Entry]) -> list[list[e.Entry]]:
    """The entries one by one, but those that void others at one moment for one reason together."""
    runs: list[list[e.Entry]] = []
    for entry in entries:
        if runs and _is_same_voiding(runs[-1][-1], entry):
            runs[-1].append(entry)
        else:
            runs.append([entry])
    return runs


def _is_same_voiding(one: e.Entry, other: e.Entry) -> bool:
    both = isinstance(one.event, e.Voided) and isinstance(other.event, e.Voided)
    return both and (one.recorded_at, one.event.why) == (other.recorded_at, other.event.why)


def _happening(
    run: Sequence[e.Entry], words: str, telling: Telling, voided: Mapping[int, str], take_back: Mapping[int, str]
) -> Happening:
    entry = run[-1]
    title, detail = tell(entry.event, telling)
    if len(run) > 1:
        title = f"{len(run)} entries voided, {_position(run[0])} to {_position(run[-1])}"
    by_hand = not isinstance(entry.event, e.Imported | e.Voided)
    on = entry.happened_on if by_hand else localtime(entry.recorded_at).date()
    return Happening(
        title=title,
        detail=detail,
        on=long_date(on),
        on_iso=on.isoformat(),
        recorded=moment(entry.recorded_at),
        by=entry.by,
        words=words,
        voided=voided.get(entry.position, ""),
        position=entry.position,
        take_back=take_back.get(entry.position, ""),
    )


def _position(entry: e.Entry) -> int:
    assert isinstance(entry.event, e.Voided)
    return entry.event.position


def _words(entry: e.Entry, words: Mapping[str, str], may_see: bool) -> str:
    if not entry.words or not may_see or isinstance(entry.event, e.LetterDrafted):
        return ""
    said = words.get(entry.words, "The words beside this entry have been erased.")
    return contact_from(said).name or said if isinstance(entry.event, e.PartyNamed) else said
