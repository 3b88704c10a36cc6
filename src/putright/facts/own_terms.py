"""The terms of the columns whose codes are the product's own, so that no council has a vocabulary of them."""

from __future__ import annotations

from collections.abc import Mapping

from putright.authorities.vocabulary import Term, Vocabulary


def _terms(name: str, **labels: str) -> Vocabulary:
    return Vocabulary(name, name, tuple(Term(code, label) for code, label in labels.items()))


_YES_NO = {"yes": "Yes", "no": "No"}

OWN_TERMS: Mapping[str, Vocabulary] = {
    vocabulary.name: vocabulary
    for vocabulary in (
        _terms(
            "finding",
            upheld="Upheld",
            partially_upheld="Partially upheld",
            not_upheld="Not upheld",
            no_finding="No finding",
            mixed="Mixed",
        ),
        _terms("timeliness", met="In time", missed="Late", running="Not answered yet", not_known="Not known"),
        _terms("status", open="Open", closed="Closed"),
        _terms("worked", yes="Yes", partly="Partly", no="No"),
        *(_terms(name, **_YES_NO) for name in ("advocate", "furthest", "extended", "pursued")),
    )
}
"""By the name of the column of the facts."""
