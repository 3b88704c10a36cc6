"""Each entry of the log in words: a title, and what else it says. A module for each side of the work."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date
from typing import Any

from putright.record import events as e
from putright.web.presenters.telling import handling, putting_right, receipt, stages
from putright.web.presenters.telling.tells import BLANKS, Tellers, Telling, Told
from putright.web.presenters.words import long_date

__all__ = ["Telling", "tell"]

_TELL: Tellers = receipt.TELL | handling.TELL | stages.TELL | putting_right.TELL


def tell(event: e.Event, telling: Telling) -> Told:
    """The title of an entry and what else it says."""
    return _TELL.get(type(event), _plainly)(event, telling)


def _plainly(event: Any, _t: Telling) -> Told:
    """An event in the words it is made of: its kind, then each thing it says."""
    title = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(event).__name__).capitalize()
    said = ((field.name, getattr(event, field.name)) for field in fields(event))
    return title, "; ".join(f"{name.replace('_', ' ')} {_plain(value)}" for name, value in said if value not in BLANKS)


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return long_date(value) if isinstance(value, date) else str(value).replace("_", " ")
