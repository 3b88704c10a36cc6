"""Runs of the import, and the rows each could not take or took with something to look at, as they came."""

from __future__ import annotations

from django.db import models


class ImportRun(models.Model):
    """One import of one or more files. `files` is a list of {name, digest}; `finished_at` is empty if it was cut off.

    rows = accepted + skipped + rejected; flagged rows are among the accepted; accepted = created + unchanged + changed.
    """

    authority = models.CharField(max_length=50)
    layout = models.CharField(max_length=60)
    files = models.JSONField(default=list)
    as_of = models.DateField()
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    by = models.CharField(max_length=120)
    rows = models.IntegerField(default=0)
    accepted = models.IntegerField(default=0)
    skipped = models.IntegerField(default=0)
    rejected = models.IntegerField(default=0)
    flagged = models.IntegerField(default=0)
    created = models.IntegerField(default=0)
    unchanged = models.IntegerField(default=0)
    changed = models.IntegerField(default=0)

    class Meta:
        db_table = "intake_run"
        indexes = [models.Index(fields=["authority", "-id"], name="run_latest")]


class HeldRow(models.Model):
    """A row that was rejected, or accepted and flagged, as it came.

    `cells` stand under `headings`, readable; `raw` is the bytes as they stand in the file, empty for a workbook.
    `faults` are those of ``putright.intake.faults``, the weightiest first, whose code is `code`. It is open until a
    later run judged the row again (`mended_by`) or a person settled it.
    """

    REJECTED = "rejected"
    FLAGGED = "flagged"

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="held_rows")
    authority = models.CharField(max_length=50)
    file = models.CharField(max_length=255)
    sheet = models.CharField(max_length=60)
    line = models.IntegerField()
    reference = models.CharField(max_length=60, blank=True)
    verdict = models.CharField(max_length=10, choices=[(REJECTED, "rejected"), (FLAGGED, "flagged")])
    code = models.CharField(max_length=60)
    faults = models.JSONField()
    headings = models.JSONField()
    cells = models.JSONField()
    raw = models.BinaryField()
    digest = models.CharField(max_length=64)
    mended_by = models.ForeignKey(ImportRun, null=True, on_delete=models.SET_NULL, related_name="mended_rows")
    settled_at = models.DateTimeField(null=True)
    settled_by = models.CharField(max_length=120, blank=True)

    class Meta:
        db_table = "intake_held_row"
        indexes = [
            models.Index(fields=["run", "verdict", "line"], name="held_of_run"),
            models.Index(fields=["authority", "digest"], name="held_digest"),
            models.Index(fields=["authority", "reference"], name="held_reference"),
        ]

    @property
    def is_open(self) -> bool:
        """Whether it still waits for someone."""
        return self.mended_by_id is None and self.settled_at is None
