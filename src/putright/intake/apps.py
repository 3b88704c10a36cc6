"""The intake room as a Django application."""

from django.apps import AppConfig


class Intake(AppConfig):
    """See the room's own docstring."""

    name = "putright.intake"
    label = "intake"
