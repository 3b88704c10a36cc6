"""Drafts with what happened to them, and issued reports. The database refuses to change what was entered or issued."""

from __future__ import annotations

from django.db import models

from putright.reporting.period import Period

APPEND_ONLY = ("issuing_draft_entry", "issuing_report")


class IssuedReport(models.Model):
    """A report as it was issued, for good.

    `edition` counts from 1 for a report and its months. `seal` is the digest of the list of all its parts, which are
    kept by their digests: definition, facts, figures and every form. `approvals` are posts with the instants at which
    they approved that seal.
    """

    authority = models.CharField(max_length=50)
    report = models.CharField(max_length=80)
    first = models.IntegerField()
    last = models.IntegerField()
    edition = models.IntegerField()
    title = models.CharField(max_length=300)
    seal = models.CharField(max_length=64)
    approvals = models.JSONField()
    issued_at = models.DateTimeField()
    by = models.CharField(max_length=120)
    supersedes = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="superseded_by")

    class Meta:
        db_table = "issuing_report"
        constraints = [
            models.UniqueConstraint(fields=["authority", "report", "first", "last", "edition"], name="issued_once"),
        ]

    @property
    def period(self) -> Period:
        """The months it is about."""
        return Period(self.first, self.last)


class Draft(models.Model):
    """A report for some months on its way to be issued; `status` is what its entries come to."""

    authority = models.CharField(max_length=50)
    report = models.CharField(max_length=80)
    first = models.IntegerField()
    last = models.IntegerField()
    supersedes = models.ForeignKey(IssuedReport, on_delete=models.PROTECT, null=True, related_name="drafts")
    status = models.CharField(max_length=20)
    started_at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "issuing_draft"
        indexes = [models.Index(fields=["authority", "status"], name="draft_status")]

    @property
    def period(self) -> Period:
        """The months it is about."""
        return Period(self.first, self.last)


class DraftEntry(models.Model):
    """One thing that happened to a draft; of two who write the same `position`, which counts from 1, one is told."""

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="entries")
    position = models.IntegerField()
    kind = models.CharField(max_length=40)
    event = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "issuing_draft_entry"
        constraints = [models.UniqueConstraint(fields=["draft", "position"], name="draft_position_once")]
