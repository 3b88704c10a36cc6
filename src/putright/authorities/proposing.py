"""What a council's own words say of a representation's category before anyone has triaged it."""

from __future__ import annotations

from collections.abc import Mapping

from putright.authorities.authority import Authority


def categories_open_to(council: Authority, codes: Mapping[str, str]) -> tuple[str, ...]:
    """The codes of the categories in which all these terms may occur, in printed order.

    `codes` is a term's code by the name of its vocabulary; a blank may occur in every category. Only one left is a
    proposal; none left means that the terms do not go together.
    """
    terms = [council.vocabulary(name).term(code) for name, code in codes.items()]
    return tuple(
        category.code
        for category in council.vocabulary("category").terms
        if all(term.occurs_in(category.code) for term in terms)
    )
