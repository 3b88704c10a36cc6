"""The next reference of a council. Whoever asks holds the lock of the council's log, so no two are given the same."""

from __future__ import annotations

from datetime import date

from django.db.models.functions import Length

from putright.authorities import Authority
from putright.casework.models import Register


def next_reference(council: Authority, received_on: date) -> str:
    """The reference after the highest of the reporting year in which it was received.

    Only for use while a :class:`putright.casework.log.LogWriter` of the council is open.
    """
    year = council.year_of(received_on)
    beginning = council.references.beginning(year)
    last = beginning[:-1] + chr(ord(beginning[-1]) + 1)
    given = Register.objects.filter(authority=council.slug, reference__gte=beginning, reference__lt=last)
    for reference in given.order_by(Length("reference").desc(), "-reference").values_list("reference", flat=True):
        number = council.references.number(year, reference)
        if number is not None:
            return council.references.reference(year, number + 1)
    return council.references.reference(year, 1)
