"""The issuing room as a Django application."""

from django.apps import AppConfig


class Issuing(AppConfig):
    """See the room's own docstring."""

    name = "putright.issuing"
    label = "issuing"
