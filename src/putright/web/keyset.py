"""Paging that costs the same on the last page as on the first: go on after the last row's key, never skip rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet

PAGE_SIZE = 25
MOST_COUNTED = 1000


@dataclass(frozen=True)
class Page:
    """One page of rows; `after` and `before` are the keys of the next and the previous page, None when there is none.

    `count` is the number of rows in all, or None when it is more than `MOST_COUNTED`.
    """

    rows: list[Any]
    after: str | None
    before: str | None
    count: int | None


def page_of(
    rows: QuerySet[Any], order: Sequence[str], after: str = "", before: str = "", size: int = PAGE_SIZE
) -> Page:
    """The page of `rows` after one key or before another.

    `order` is names of fields, "-" for descending, the last of them never twice the same. A key that does not fit
    the order is passed over: the first page is shown.
    """
    model = rows.model
    going_back = bool(before)
    start = _values(model, order, before or after)
    directed = [_reversed(name) if going_back else name for name in order]
    found = rows.filter(_beyond(directed, start)) if start else rows
    fetched = list(found.order_by(*directed)[: size + 1])
    more, page = len(fetched) > size, fetched[:size]
    if going_back and start:
        page.reverse()
        has_before, has_after = more, True
    else:
        has_before, has_after = bool(start), more
    count = rows.order_by()[: MOST_COUNTED + 1].count()
    return Page(
        page,
        _key(page[-1], order) if page and has_after else None,
        _key(page[0], order) if page and has_before else None,
        count if count <= MOST_COUNTED else None,
    )


def _reversed(name: str) -> str:
    return name[1:] if name.startswith("-") else f"-{name}"


def _beyond(order: Sequence[str], start: Sequence[Any]) -> Q:
    """Rows that come after `start`. The first field is bounded by itself too, so that its index is used."""
    first, beyond = order[0], Q()
    for index, name in enumerate(order):
        same = Q(**{_plain(n): v for n, v in zip(order[:index], start[:index], strict=True)})
        beyond |= same & Q(**{f"{_plain(name)}__{_comparison(name)}": start[index]})
    return Q(**{f"{_plain(first)}__{_comparison(first)}e": start[0]}) & beyond


def _plain(name: str) -> str:
    return name.lstrip("-")


def _comparison(name: str) -> str:
    return "lt" if name.startswith("-") else "gt"


def _key(row: Any, order: Sequence[str]) -> str:
    return "~".join(str(getattr(row, _plain(name))) for name in order)


def _values(model: type[Model], order: Sequence[str], key: str) -> list[Any] | None:
    parts = key.split("~")
    if not key or len(parts) != len(order):
        return None
    try:
        fields = [model._meta.get_field(_plain(name)) for name in order]  # noqa: SLF001 - Django's own name for it
        return [field.to_python(part) for field, part in zip(fields, parts, strict=True)]
    except ValidationError:
        return None
