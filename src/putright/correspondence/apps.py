"""The correspondence room as a Django application."""

from django.apps import AppConfig


class Correspondence(AppConfig):
    """See the room's own docstring."""

    name = "putright.correspondence"
    label = "correspondence"
