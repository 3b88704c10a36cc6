"""What oversight stores: which weekly report went to whom, and the tables added to reports."""

from __future__ import annotations

from django.db import models

APPEND_ONLY = ("oversight_added_table",)


class SentReport(models.Model):
    """That a recipient's mail server took the report of the week that begins on `week_on`, a Monday."""

    authority = models.CharField(max_length=50)
    week_on = models.DateField()
    recipient = models.EmailField()
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "week_on", "recipient"], name="sent_report_once"),
        ]


class AddedTable(models.Model):
    """A table that was added to a report in the page, as somebody kept it.

    `number` counts from 1 within the council, the report and the `table`; the highest is the one in use, unless it is
    `withdrawn`. `definition` is its `[[table]]`, `asked` the query it was asked by, `by` the post that kept it. The
    database refuses to change or remove a version.
    """

    authority = models.CharField(max_length=50)
    report = models.CharField(max_length=80)
    table = models.CharField(max_length=80)
    number = models.IntegerField()
    name = models.CharField(max_length=100)
    definition = models.TextField()
    asked = models.TextField()
    withdrawn = models.BooleanField(default=False)
    saved_at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "oversight_added_table"
        constraints = [
            models.UniqueConstraint(fields=["authority", "report", "table", "number"], name="added_table_version_once"),
        ]
