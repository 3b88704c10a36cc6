"""Sets Django up for the commands that use it; `putright due` and its like never come here."""

from __future__ import annotations

import os

import django
from django.apps import apps


def django_ready() -> None:
    """Set Django up with the project's settings; a second call does nothing."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "putright.config.settings")
    if not apps.ready:
        django.setup()
