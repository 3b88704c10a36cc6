"""A key for another program: what it is for."""

from __future__ import annotations

from django import forms

MOST = 60


class TokenForm(forms.Form):
    """Only the name, by which its owner knows which to revoke."""

    name = forms.CharField(
        max_length=MOST,
        error_messages={
            "required": "Enter what the key is for",
            "max_length": f"What the key is for must have {MOST} characters or fewer",
        },
    )
