"""The keys by which a person is known again: made of a contact, kept beside the words, made anew from them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from django.db.models import QuerySet

from putright.casework.inserting import insert
from putright.casework.models import LogEntry, PersonKey, Register, Words
from putright.record.contact import Contact, contact_from
from putright.record.events import PartyNamed, Voided
from putright.record.writing import read

KINDS_OF_ENTRY = ("PartyNamed", "Voided")
"""The entries after which a representation's keys are made anew."""

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "cllr", "councillor", "sir", "dame", "rev", "prof"})
_SHORTEST_TELEPHONE = 6
_LONGEST = 200
_BATCH = 500


def name_key(name: str) -> str:
    """A name without titles, accents, marks and order.

    >>> name_key("Mrs Renée O'Neill") == name_key("ONEILL, Renee")
    True
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    words = re.findall(r"[a-z]+", re.sub(r"['’`]", "", plain))
    return " ".join(sorted(word for word in words if word not in _TITLES))


def email_key(email: str) -> str:
    """An e-mail address in lower case.

    >>> email_key(" Parent.A@Example.org ")
    'parent.a@example.org'
    """
    return email.strip().casefold()


def telephone_key(telephone: str) -> str:
    """The digits of a telephone number as dialled in this country, empty for too few.

    >>> telephone_key("+44 (0)1962 000 123") == telephone_key("01962 000123") == telephone_key("0044 1962 000123")
    True
    """
    digits = re.sub(r"\D", "", telephone.replace("(0)", ""))
    national = re.sub(r"^(0044|44(?=\d{10}$))", "0", digits)
    return national if len(national) >= _SHORTEST_TELEPHONE else ""


def postcode_key(postcode: str) -> str:
    """A postcode in capitals without its space.

    >>> postcode_key("so23 8uj")
    'SO238UJ'
    """
    return re.sub(r"[^A-Z0-9]", "", postcode.upper())


_KEY_OF: dict[str, Callable[[str], str]] = {
    "name": name_key, "email": email_key, "telephone": telephone_key, "postcode": postcode_key,
}  # fmt: skip


def keys_of(contact: Contact) -> dict[str, str]:
    """The keys of a contact by their kind: name, email, telephone, postcode; a kind without a key is missing."""
    made = {kind: key_of(getattr(contact, kind))[:_LONGEST] for kind, key_of in _KEY_OF.items()}
    return {kind: key for kind, key in made.items() if key}


def remember(numbers: Collection[int]) -> None:
    """Make the keys of these representations anew from their logs and the words beside, erased words having none."""
    if not numbers:
        return
    PersonKey.objects.filter(representation_id__in=numbers).delete()
    insert("casework_person_key", _made(numbers))


def remember_all(slug: str) -> None:
    """Make the keys of a council's representations anew, and take out those that no log tells of."""
    PersonKey.objects.filter(authority=slug).delete()
    for numbers in _batches(LogEntry.objects.filter(authority=slug, kind="PartyNamed")):
        remember(numbers)


def wrongly_known(slug: str) -> list[str]:
    """References of a council's representations whose keys are not those that their logs and words make."""
    wrong: set[int] = set()
    named, kept = LogEntry.objects.filter(authority=slug, kind="PartyNamed"), PersonKey.objects.filter(authority=slug)
    for numbers in _batches(named, kept):
        stored = kept.filter(representation_id__in=numbers).values("representation_id", "party", "kind", "key")
        wrong |= {row[0] for row in _told(stored) ^ _told(_made(numbers))}
    return sorted(Register.objects.filter(id__in=wrong).values_list("reference", flat=True))


def forget(numbers: Collection[int]) -> int:
    """Take out the keys of these representations, as when their words are erased; returns how many there were."""
    return PersonKey.objects.filter(representation_id__in=numbers).delete()[0]


def _batches(*rows: QuerySet[Any]) -> Iterator[list[int]]:
    """The numbers of the representations that these rows belong to, some hundred at a time."""
    numbers = sorted({number for each in rows for number in each.values_list("representation_id", flat=True)})
    for start in range(0, len(numbers), _BATCH):
        yield numbers[start : start + _BATCH]


def _told(rows: Iterable[dict[str, Any]]) -> set[tuple[int, int, str, str]]:
    return {(row["representation_id"], row["party"], row["kind"], row["key"]) for row in rows}


def _made(numbers: Collection[int]) -> list[dict[str, Any]]:
    """The rows that the logs of these representations and the words beside them make."""
    entries = LogEntry.objects.filter(representation_id__in=numbers, kind__in=KINDS_OF_ENTRY)
    parties = list(_parties(entries.order_by("representation_id", "position").values()))
    digests = [party["words"] for party in parties if party["words"]]
    words = dict(Words.objects.filter(digest__in=digests).values_list("digest", "text"))
    return [row for party in parties for row in _rows(party, words.get(party["words"], ""))]


def _parties(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The last standing naming of each party, as its row with the number of the party."""
    named: dict[tuple[int, int], dict[str, Any]] = {}
    voided: set[tuple[int, int]] = set()
    for row in rows:
        event = read(row["kind"], row["event"])
        if isinstance(event, Voided):
            voided.add((row["representation_id"], event.position))
        elif isinstance(event, PartyNamed):
            named[row["representation_id"], row["position"]] = row | {"party": event.party}
    last = {(number, row["party"]): row for (number, at), row in named.items() if (number, at) not in voided}
    return iter(last.values())


def _rows(party: dict[str, Any], words: str) -> list[dict[str, Any]]:
    of_the_party = {name: party[name] for name in ("authority", "representation_id", "party")}
    return [{**of_the_party, "kind": kind, "key": key} for kind, key in keys_of(contact_from(words)).items()]
