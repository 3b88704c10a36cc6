"""Registers: what belongs to many representations in one list, each line with what its log says beside the fact row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from django.db.models import QuerySet

from putright.casework.log import entries_by_representation, words_beside
from putright.record.actor import Actor
from putright.record.parts import Action, Cost, Learning, Remedy
from putright.record.replay import replay
from putright.record.state import State

Part = Learning | Action | Remedy | Cost
PartsOf = Callable[[State], Sequence[Part]]
BATCH = 200


@dataclass(frozen=True)
class Line:
    """One line of a register: its fact row, the part of the state it was made from, and the state.

    `words` are personal words by digest, empty for those who may not see them.
    """

    row: Any
    part: Any
    state: State
    words: Mapping[str, str]

    @property
    def reference(self) -> str:
        """The council's reference of the representation."""
        return self.state.received.reference

    @property
    def said(self) -> str:
        """What was said of it, empty for those who may not see it."""
        return self.words.get(getattr(self.part, "words", ""), "")


def lines_of(rows: Sequence[Any], parts_of: PartsOf, actor: Actor) -> list[Line]:
    """The lines of these rows, in three queries whatever their number.

    `parts_of` gives the parts of a state in the order in which their rows were stored.
    """
    if not rows:
        return []
    numbers = sorted({row.representation_id for row in rows})
    logs = entries_by_representation(numbers)
    states = {number: replay(entries) for number, entries in logs.items()}
    places = _places(type(rows[0]), numbers)
    words = words_beside(chain.from_iterable(logs.values())) if actor.may("see_words") else {}
    lines = []
    for row in rows:
        state = states[row.representation_id]
        assert state is not None
        lines.append(Line(row, parts_of(state)[places[row.id]], state, words))
    return lines


def all_lines(rows: QuerySet[Any], parts_of: PartsOf, actor: Actor) -> Iterator[Line]:
    """The lines of however many rows, read a batch at a time."""
    left = rows.iterator(BATCH)
    while batch := list(islice(left, BATCH)):
        yield from lines_of(batch, parts_of, actor)


def _places(model: Any, numbers: Sequence[int]) -> dict[int, int]:
    """Where each row stands among those of its representation, from 0."""
    places, counted = {}, dict.fromkeys(numbers, 0)
    stored = model.objects.filter(representation_id__in=numbers).order_by("id")
    for key, number in stored.values_list("id", "representation_id"):
        places[key] = counted[number]
        counted[number] += 1
    return places
