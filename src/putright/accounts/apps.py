"""The accounts room as a Django application."""

from django.apps import AppConfig


class Accounts(AppConfig):
    """See the room's own docstring."""

    name = "putright.accounts"
    label = "accounts"
