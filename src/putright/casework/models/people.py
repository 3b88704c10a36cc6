"""What a person is known again by."""

from django.db import models

from putright.casework.models.log import Register


class PersonKey(models.Model):
    """One thing by which a party of a representation is known again: a name, e-mail, telephone or postcode.

    `key` is the plain spelling that all spellings of it share. It is personal: it stands beside the log as the words
    do, is made anew from them (``putright rebuild``), and goes when they are erased.
    """

    authority = models.CharField(max_length=50)
    representation = models.ForeignKey(Register, on_delete=models.PROTECT, related_name="person_keys")
    party = models.IntegerField()
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=200)

    class Meta:
        db_table = "casework_person_key"
        indexes = [models.Index(fields=["authority", "key", "kind", "representation"], name="person_key_by_key")]
