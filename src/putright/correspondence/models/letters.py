"""A council's own wording of its letters, every version kept."""

from __future__ import annotations

from django.db import models

APPEND_ONLY = ("correspondence_letter_version",)


class LetterVersion(models.Model):
    """A letter template as somebody saved it, over the wording of the council's file.

    `number` counts from 1 within the council and the letter's `code`; the highest is the one in use. `by` is the
    post that saved it. The database refuses to change or remove a version.
    """

    authority = models.CharField(max_length=50)
    code = models.CharField(max_length=80)
    number = models.IntegerField()
    title = models.CharField(max_length=200)
    to_be_vetted = models.BooleanField()
    body = models.TextField()
    saved_at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "correspondence_letter_version"
        constraints = [models.UniqueConstraint(fields=["authority", "code", "number"], name="letter_version_once")]
