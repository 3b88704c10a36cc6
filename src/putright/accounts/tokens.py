"""Keys for other programs: made for an account, shown once, kept as a digest, and revoked."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date, datetime

from django.db.models import QuerySet

from putright.accounts.models import Account, ApiToken

BEGINNING = "putright_"
"""How every key begins, so that one that strays into a file can be found."""


class NoSuchToken(LookupError):
    """The account has no such token that still opens anything; the message says what to do."""


def make_token(account: Account, name: str, *, now: datetime) -> str:
    """A new key for `account`, called `name`. It is told here and nowhere else: nothing can show it again."""
    key = BEGINNING + secrets.token_urlsafe(32)
    ApiToken.objects.create(account=account, name=name, digest=_digest(key), made_at=now)
    return key


def account_of(key: str, *, today: date) -> Account | None:
    """The account that `key` speaks for; None for no such key, a revoked one, or an account that may not sign in.

    The day on which it was used last is noted.
    """
    standing = ApiToken.objects.filter(revoked_at=None, account__is_active=True).select_related("account")
    token = standing.filter(digest=_digest(key)).first()
    if token is None:
        return None
    if token.used_on != today:
        ApiToken.objects.filter(id=token.id).update(used_on=today)
    return token.account


def tokens_of(account: Account) -> QuerySet[ApiToken]:
    """The tokens of an account that still open something, the newest first."""
    return ApiToken.objects.filter(account=account, revoked_at=None).order_by("-made_at", "-id")


def revoke_token(account: Account, number: int, *, now: datetime) -> ApiToken:
    """Let a token open nothing from now on. Raises NoSuchToken."""
    token = tokens_of(account).filter(id=number).first()
    if token is None:
        raise NoSuchToken(f"{account.email} has no token {number} that still opens anything. List them to see which.")
    token.revoked_at = now
    token.save(update_fields=["revoked_at"])
    return token


def _digest(key: str) -> str:
    """A plain digest is enough: the key is 256 random bits, so no list of likely ones can be tried."""
    return hashlib.sha256(key.encode()).hexdigest()
