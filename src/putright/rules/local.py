"""The rule book as one council uses it: with the signing off that the council adds to stages that have none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from putright.rules.loading import Book
from putright.rules.procedures import Procedure
from putright.rules.stages import Post


def with_sign_offs(book: Book, added: Mapping[str, Mapping[str, Post]]) -> Book:
    """`book` with the posts in `added`, by procedure and stage, signing answers off; a rule of the book stays."""
    procedures = {name: _signed(procedure, added.get(name, {})) for name, procedure in book.procedures.items()}
    return replace(book, procedures=MappingProxyType(procedures))


def _signed(procedure: Procedure, added: Mapping[str, Post]) -> Procedure:
    if not added:
        return procedure
    stages = tuple(
        stage if stage.sign_off or stage.name not in added else replace(stage, sign_off=added[stage.name])
        for stage in procedure.stages
    )
    return replace(procedure, stages=stages)
