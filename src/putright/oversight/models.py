"""What oversight stores: which weekly report went to whom."""

from __future__ import annotations

from django.db import models


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
