"""The headings of rows and of groups of rows in a tagged PDF, which Typst sets as ordinary cells of their tables.

A screen reader then says with each figure what its row is called, as it says the headings of its columns.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, Object, ObjectStreamMode, String


def with_row_headings(blob: bytes) -> bytes:
    """The PDF with the first cell of each row of a table's body tagged as the heading of the row.

    What is a row of one cell is the heading of the rows below it. The cells of a row name all their headings.
    """
    with pikepdf.open(io.BytesIO(blob)) as pdf:
        tree = pdf.Root.StructTreeRoot
        tables = list(_elements(tree, "/Table"))
        ids = NameTree(tree.IDTree) if tables else {}
        for number, table in enumerate(tables):
            for name, heading in _headings(table, f"R{number}"):
                ids[name] = heading
        done = io.BytesIO()
        pdf.save(done, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return done.getvalue()


def _headings(table: Object, prefix: str) -> Iterator[tuple[str, Object]]:
    """Tags the headings of rows in one table; each with the name that its cells know it by."""
    group: list[str] = []
    rows = [row for body in _elements(table, "/TBody") for row in _elements(body, "/TR")]
    for number, row in enumerate(rows):
        name, (first, *others) = f"{prefix}y{number}", list(row.K)
        first.S, first.ID = Name.TH, String(name)
        known = _of_the_table(first)
        if others:
            known.Scope = Name.Row
            known.Headers = _named(known, group)
        else:
            known.Scope, known.Headers, group = Name.Column, Array(), [name]
        for cell in others:
            known = _of_the_table(cell)
            known.Headers = _named(known, [*group, name])
        yield name, first


def _named(known: Object, more: list[str]) -> Array:
    """The names of the headings of a cell, and more."""
    return Array([*known.get("/Headers", []), *(String(heading) for heading in more)])


def _of_the_table(cell: Object) -> Object:
    """What a cell says of itself as a part of a table; it is the cell's own and no other's."""
    attributes = cell.get("/A")
    listed = [] if attributes is None else list(attributes) if isinstance(attributes, Array) else [attributes]
    own = Dictionary(O=Name.Table)
    for each in listed:
        if each.get("/O") == Name.Table:
            own.update(each)
    cell.A = Array([own, *(each for each in listed if each.get("/O") != Name.Table)])
    known: Object = cell.A[0]
    return known


def _elements(tag: Object, name: str) -> Iterator[Object]:
    """The elements of this name in `tag`, the outermost first."""
    held = tag.get("/K")
    for each in held if isinstance(held, Array) else [held]:
        if isinstance(each, Dictionary) and "/S" in each:
            if name == each.S:
                yield each
            else:
                yield from _elements(each, name)
