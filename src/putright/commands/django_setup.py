"""Sets Django up for the commands that use it; `putright due` and its like never come here."""

from __future__ import annotations

import os

import click
import django
from django.apps import apps
from django.conf import settings


def django_ready() -> None:
    """Set Django up with the project's settings; a second call does nothing.

    Raises ClickException when the data folder cannot be written or DATABASE_URL cannot be read.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "putright.config.settings")
    if apps.ready:
        return
    try:
        settings.DATA.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise click.ClickException(
            f"The data folder cannot be written: {problem.filename}: {problem.strerror}. "
            "Give yourself write permission there, or name another folder: PUTRIGHT_DATA=DIR"
        ) from problem
    except ValueError as problem:
        raise click.ClickException(str(problem)) from problem
    django.setup()
