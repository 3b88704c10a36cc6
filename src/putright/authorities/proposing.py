"""What is proposed for a representation that nobody has triaged, from what was taken down of it."""

from __future__ import annotations

from collections.abc import Mapping

from putright.authorities.authority import Authority
from putright.authorities.vocabulary import NO_COMPLAINT
from putright.rules import Book, Matter, NothingProposed, Proposal, propose


def proposed(council: Authority, book: Book, codes: Mapping[str, str]) -> Proposal | None:
    """The rule book's proposal, None where what was taken down does not say what it is about.

    `codes` is a term's code by the name of its vocabulary.
    """
    told = told_by(council, codes)
    if not told.subject:
        return None
    try:
        return propose(book, told, adopted=tuple(council.procedures))
    except NothingProposed:
        return None


def told_by(council: Authority, codes: Mapping[str, str]) -> Matter:
    """What the council's own terms tell of the matter: its subject and its complainant, empty where not told.

    What it is about is told by the nature before the service, since a conference about a child is held by the service
    that helps the child.
    """
    subject = _matter(council, codes, "nature") or _matter(council, codes, "service")
    return Matter(subject, _matter(council, codes, "received_from"))


def categories_open_to(council: Authority, codes: Mapping[str, str]) -> tuple[str, ...]:
    """The codes of the categories in which all these terms may occur, in printed order.

    A blank may occur in every category. None left means that the terms do not go together.
    """
    terms = [council.vocabulary(name).term(code) for name, code in codes.items()]
    return tuple(
        category.code
        for category in council.vocabulary("category").terms
        if all(term.occurs_in(category.code) for term in terms)
    )


def is_no_complaint(council: Authority, type_: str) -> bool:
    """Whether this type of representation says by itself that it is no complaint."""
    return council.vocabulary("type").term(type_).matter == NO_COMPLAINT


def _matter(council: Authority, codes: Mapping[str, str], name: str) -> str:
    return council.vocabulary(name).term(codes[name]).matter if name in codes else ""
