"""Accounts: a post at one council, its roles, and how it signs in."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.db import models

from putright.accounts.permissions import ROLES, verbs_of
from putright.record.actor import Actor


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts; the e-mail address is what one signs in with."""

    def create_account(self, email: str, password: str, **fields: Any) -> Account:
        """A new account whose password is stored hashed; `roles` is a list of role names."""
        account = self.model(email=self.normalize_email(email).lower(), **fields)
        account.set_password(password)
        account.full_clean(exclude=["password"])
        account.save(using=self._db)
        return account

    def get_by_natural_key(self, username: str | None) -> Account:
        """The account that signs in with this e-mail address, in any letter case."""
        return self.get(email=(username or "").lower())


def _known_roles(roles: list[str]) -> None:
    if unknown := sorted(set(roles) - set(ROLES)):
        raise ValidationError(f"There is no role {', '.join(unknown)}. The roles are {', '.join(ROLES)}.")


class Account(AbstractBaseUser):
    """Someone who may sign in. `post` is what the log and the pages call them: the post, not the person."""

    email = models.EmailField(unique=True)
    post = models.CharField(max_length=120)
    authority = models.CharField(max_length=50)
    roles = models.JSONField(default=list, validators=[_known_roles])
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["post", "authority"]
    objects = AccountManager()

    def actor(self, today: date | None = None) -> Actor:
        """This account as the log knows it: its post, its council, and the verbs its roles give it.

        With `today`, also the posts it stands in for on that day; they are read once.
        """
        covers = self._covers_on(today) if today else ()
        return Actor(self.post, self.authority, verbs_of(self.roles), self.email, covers)

    def _covers_on(self, today: date) -> tuple[str, ...]:
        read = self.__dict__.setdefault("_covers", {})
        if today not in read:
            standing = self.covers.filter(Cover.on(today)).order_by("covered__post")
            read[today] = tuple(standing.values_list("covered__post", flat=True).distinct())
        return tuple(read[today])


class Cover(models.Model):
    """Leave: `covering` does the work of `covered` from one day until another, both included.

    A cover is never removed: one that is ended early ends on the day before, and one that never began is `withdrawn`.
    """

    covered = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="covered_by")
    covering = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="covers")
    from_on = models.DateField()
    until_on = models.DateField()
    withdrawn = models.BooleanField(default=False)
    arranged_by = models.CharField(max_length=120)
    arranged_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_on__gte=models.F("from_on")), name="cover_ends_after_start"
            ),
            models.CheckConstraint(condition=~models.Q(covered=models.F("covering")), name="cover_by_another"),
        ]

    @staticmethod
    def on(today: date) -> models.Q:
        """The covers that stand on a day."""
        return models.Q(from_on__lte=today, until_on__gte=today, withdrawn=False)


class SavedFilter(models.Model):
    """A narrowed queue that someone kept under a name; `query` is the query of its address."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="saved_filters")
    queue = models.CharField(max_length=20)
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=2000)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "queue", "name"], name="saved_filter_name_once")]


class PoolMember(models.Model):
    """Somebody whom a council may appoint: an investigating officer, an independent person, a member of a panel.

    `posts` are those they take, by the names of the rule book. `outside` says that they are neither a member nor an
    officer of the council. `fee_pence` is what they are paid a `fee_for` (hour, day or case), null where nothing or not
    known. `at_most` is how many appointments they take at once, null for no bound. They cannot be asked from
    `away_from` until `away_until`, both included. Who left stays, with the day, since appointments name them.
    """

    authority = models.CharField(max_length=50)
    name = models.CharField(max_length=120)
    posts = models.JSONField(default=list)
    outside = models.BooleanField()
    email = models.EmailField(blank=True)
    fee_pence = models.IntegerField(null=True)
    fee_for = models.CharField(max_length=10, blank=True)
    at_most = models.PositiveSmallIntegerField(null=True)
    away_from = models.DateField(null=True)
    away_until = models.DateField(null=True)
    note = models.CharField(max_length=300, blank=True)
    left_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["authority", "name"], name="pool_member_by_name")]

    def is_away_on(self, day: date) -> bool:
        """Whether they cannot be asked on `day`."""
        begun = self.away_from is None or self.away_from <= day
        return begun and self.away_until is not None and self.away_until >= day


class ApiToken(models.Model):
    """A key by which another program speaks for an account. Only its digest is kept; the key is shown once.

    A token is never removed: one that is revoked opens nothing from then on.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="api_tokens")
    name = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    used_on = models.DateField(null=True)
    revoked_at = models.DateTimeField(null=True)
