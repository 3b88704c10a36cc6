"""The letters of a council as they are worded now: its files, and over them the versions saved in the page."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import IntegrityError, transaction

from putright.authorities import Authority
from putright.casework.actions.base import Conflict, NoPermission
from putright.correspondence.letters import Letters, LetterTemplate
from putright.correspondence.letters_reading import faults_of_body, read_letters
from putright.correspondence.models import LetterVersion
from putright.record.actor import Actor


class FaultyLetter(ValueError):
    """A wording that cannot be used as it is; the message names every fault with its remedy."""

    def __init__(self, faults: list[tuple[str, str]]) -> None:
        self.faults = [f"{what[:1].upper()}{what[1:]}: {remedy}." for what, remedy in faults]
        super().__init__(" ".join(self.faults))


def letters_of(council: Authority) -> Letters:
    """The letters of `council` as they are to be written now. Raises AuthorityFaults for faulty files."""
    letters = read_letters(council)
    saved = LetterVersion.objects.filter(authority=council.slug).order_by("code", "-number")
    latest: dict[str, LetterVersion] = {}
    for version in saved:
        latest.setdefault(version.code, version)
    worded = {code: _worded(template, latest.get(code)) for code, template in letters.templates.items()}
    return replace(letters, templates=worded)


def versions_of(council: Authority, code: str) -> list[LetterVersion]:
    """Every version of one letter that was saved in the page, the latest first."""
    return list(LetterVersion.objects.filter(authority=council.slug, code=code).order_by("-number"))


def save_version(actor: Actor, council: Authority, changed: LetterTemplate, *, now: datetime) -> LetterVersion:
    """Keep a new wording over the one it was made from, which `changed.version` names.

    Raises NoPermission, :class:`FaultyLetter` for a wording that cannot be used, and Conflict when somebody else saved
    the letter since it was read.
    """
    if not actor.may("edit_letters") or actor.authority != council.slug:
        raise NoPermission(f"The post {actor.post} may not change the council's letters.")
    faults = faults_of_body(changed)
    if not changed.title.strip():
        faults.append(("the letter has no title", "write what it is about"))
    if faults:
        raise FaultyLetter(faults)
    try:
        with transaction.atomic():
            return LetterVersion.objects.create(
                authority=council.slug,
                code=changed.code,
                number=changed.version + 1,
                title=changed.title,
                to_be_vetted=changed.to_be_vetted,
                body=changed.body,
                saved_at=now,
                by=actor.post,
            )
    except IntegrityError as cause:
        raise Conflict("Somebody else saved this letter since you read it. Read it again, then repeat.") from cause


def _worded(template: LetterTemplate, version: LetterVersion | None) -> LetterTemplate:
    if version is None:
        return template
    return replace(
        template,
        title=version.title,
        to_be_vetted=version.to_be_vetted,
        body=version.body,
        version=version.number,
    )
