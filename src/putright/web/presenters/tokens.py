"""Keys for other programs in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.timezone import localdate

from putright.accounts.models import ApiToken
from putright.web.forms.tokens import TokenForm
from putright.web.presenters.problems import error_of, problems_of
from putright.web.presenters.words import long_date


@dataclass(frozen=True)
class TokensPage:
    """The keys of an account, the form to make another, and the `key` that was just made, empty when none was."""

    form: TokenForm
    tokens: Sequence[ApiToken]
    key: str

    @property
    def problems(self) -> list[dict[str, str]]:
        """What could not be used."""
        return problems_of(self.form)

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The keys, the newest first."""
        return [
            {
                "id": token.id,
                "name": token.name,
                "made": long_date(localdate(token.made_at)),
                "used": long_date(token.used_on, "Never"),
            }
            for token in self.tokens
        ]

    @property
    def name(self) -> dict[str, Any]:
        """The question what it is for."""
        return {
            "id": "name",
            "name": "name",
            "label": {"text": "What is the key for?", "classes": "govuk-label--s"},
            "hint": {"text": "For example: customer services system"},
            "value": self.form["name"].value() or "",
            "errorMessage": error_of(self.form, "name"),
        }
