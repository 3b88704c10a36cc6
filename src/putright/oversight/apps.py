"""The oversight room as a Django application."""

from django.apps import AppConfig


class Oversight(AppConfig):
    """See the room's own docstring."""

    name = "putright.oversight"
    label = "oversight"
