"""The casework room as a Django application."""

from django.apps import AppConfig


class Casework(AppConfig):
    """The stored log and its projections."""

    name = "putright.casework"
    label = "casework"
