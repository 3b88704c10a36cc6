"""A person's name and ways of contact, as the personal words beside the entry that names them."""

from __future__ import annotations

from dataclasses import dataclass, fields

_LABELS = {
    "name": "Name",
    "email": "E-mail",
    "telephone": "Telephone",
    "address": "Address",
    "postcode": "Postcode",
    "note": "Note",
}


@dataclass(frozen=True)
class Contact:
    """Who someone is and how to reach them; empty where it was not given."""

    name: str = ""
    email: str = ""
    telephone: str = ""
    address: str = ""
    postcode: str = ""
    note: str = ""

    def as_words(self) -> str:
        """One line for each thing known, in a fixed order: ``Name: Parent A``."""
        given = ((_LABELS[field.name], " ".join(getattr(self, field.name).split())) for field in fields(self))
        return "\n".join(f"{label}: {value}" for label, value in given if value)


def contact_from(words: str) -> Contact:
    """The contact that `words` hold; an empty one when the words were erased."""
    known = dict(line.split(": ", 1) for line in words.splitlines() if ": " in line)
    return Contact(**{field: known.get(label, "") for field, label in _LABELS.items()})
