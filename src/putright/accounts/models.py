"""Accounts: a post at one council, its roles, and how it signs in."""

from __future__ import annotations

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

    def actor(self) -> Actor:
        """This account as the log knows it: its post, its council, and the verbs its roles give it."""
        return Actor(self.post, self.authority, verbs_of(self.roles), self.email)
