"""The environment in which the pages' templates are rendered."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import ChainableUndefined, ChoiceLoader, Environment, PackageLoader, PrefixLoader
from markupsafe import Markup

from putright.web.presenters.words import plural


class Strict(Environment):
    """An environment in which a presenter that lacks a value, or fails while making it, is an error and not a blank.

    Only the options of the design system's macros, which are plain dictionaries, may be left out.
    """

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The attribute of a value of the project's own, or an error; of anything else as Jinja has it."""
        if _is_ours(type(obj)):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


@cache
def _is_ours(kind: type) -> bool:
    return kind.__module__.startswith("putright.")


def environment(**options: Any) -> Environment:
    """The environment, with the design system's templates beside the project's, escaping on."""
    loader = ChoiceLoader(
        [options.pop("loader"), PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})]
    )
    options["undefined"] = ChainableUndefined
    env = Strict(loader=loader, trim_blocks=True, lstrip_blocks=True, **options)
    env.globals.update(
        asset=asset,
        hidden=hidden,
        plural=plural,
        url=_url,
    )
    return env


def asset(name: str) -> str:
    """Address of a built asset, changing with what it was built from, so that browsers may keep it."""
    return f"{static(name)}?v={_built_from()[:12]}"


@cache
def _built_from() -> str:
    for folder in settings.STATICFILES_DIRS:
        stamp = folder / "digest.txt"
        if stamp.exists():
            return str(stamp.read_text())
    return "not-built"


def hidden(words: str) -> Markup:
    """Words for screen readers only."""
    return Markup('<span class="govuk-visually-hidden">{}</span>').format(words)


def _url(name: str, *args: Any, **kwargs: Any) -> str:
    return reverse(name, args=args, kwargs=kwargs)
