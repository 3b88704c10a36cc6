"""Signing in: one message for every way it can fail, and a pause after too many tries."""

from __future__ import annotations

import hashlib
from typing import Any, ClassVar

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.core.cache import cache
from django.core.exceptions import ValidationError

TRIES = 10
PAUSE = 15 * 60


class SignInForm(AuthenticationForm):
    """E-mail address and password. Which of the two is wrong is never said."""

    error_messages: ClassVar[dict[str, str]] = {  # type: ignore[misc]
        "invalid_login": "The e-mail address or password is not right. Check both and try again.",
        "inactive": "The e-mail address or password is not right. Check both and try again.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"] = forms.EmailField(
            error_messages={
                "required": "Enter your e-mail address",
                "invalid": "Enter an e-mail address in the right form, like name@example.gov.uk",
            }
        )
        self.fields["password"].error_messages["required"] = "Enter your password"

    def clean(self) -> dict[str, Any]:
        """Try the pair; after `TRIES` failures for one address from one place, wait `PAUSE` seconds."""
        tries = self._tries()
        if cache.get(tries, 0) >= TRIES:
            raise ValidationError("There have been too many tries. Wait 15 minutes, then try again.", code="wait")
        try:
            return super().clean()
        except ValidationError:
            cache.add(tries, 0, PAUSE)
            cache.incr(tries)
            raise

    def _tries(self) -> str:
        address = self.request.META.get("REMOTE_ADDR", "") if self.request else ""
        name = str(self.cleaned_data.get("username", "")).lower()
        return "sign-in:" + hashlib.sha256(f"{address} {name}".encode()).hexdigest()
