"""The append-only log. Triggers in the database refuse to change or remove an entry; see ``triggers``."""

from django.db import models


class Register(models.Model):
    """The identity of a representation: its number here and its council's reference. Never changed, never removed.

    `recorded_by` is the post that wrote it down: it sees it, whatever else its role lets it see.
    """

    authority = models.CharField(max_length=50)
    reference = models.CharField(max_length=60)
    recorded_by = models.CharField(max_length=120, default="", db_default="")

    class Meta:
        db_table = "casework_register"
        constraints = [models.UniqueConstraint(fields=["authority", "reference"], name="register_reference_once")]
        indexes = [models.Index(fields=["authority", "recorded_by"], name="register_recorded_by")]


class LogEntry(models.Model):
    """One event of one representation, chained to the council's entry before it.

    `sequence` counts from 1 within the council; `position` from 1 within the representation; the pair
    (representation, position) is unique, so of two people writing at once one is told.
    """

    authority = models.CharField(max_length=50)
    sequence = models.BigIntegerField()
    representation = models.ForeignKey(Register, on_delete=models.PROTECT, related_name="entries", db_index=False)
    position = models.IntegerField()
    kind = models.CharField(max_length=40)
    happened_on = models.DateField()
    recorded_at = models.DateTimeField()
    by = models.CharField(max_length=120)
    event = models.TextField()
    words = models.CharField(max_length=64, default="", db_default="")
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        db_table = "casework_log"
        constraints = [
            models.UniqueConstraint(fields=["representation", "position"], name="log_position_once"),
            models.UniqueConstraint(fields=["authority", "sequence"], name="log_sequence_once"),
        ]


class ChainHead(models.Model):
    """The last link of a council's chain: locked by whoever writes, so that links follow one another."""

    authority = models.CharField(max_length=50, primary_key=True)
    sequence = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")

    class Meta:
        db_table = "casework_chain_head"


class Words(models.Model):
    """Personal words, beside the log by their digest.

    The digest is made with a salt kept here, so that once the row is erased nothing in the log tells the words.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    representation = models.ForeignKey(Register, on_delete=models.PROTECT, related_name="words")
    salt = models.CharField(max_length=32)
    text = models.TextField()

    class Meta:
        db_table = "casework_words"
