"""The web room as a Django application."""

from django.apps import AppConfig


class Web(AppConfig):
    """See the room's own docstring."""

    name = "putright.web"
    label = "web"
