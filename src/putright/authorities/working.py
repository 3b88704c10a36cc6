"""What a council's queues and reminders go by: when a clock turns amber, which notices are sent, and who is chased."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from putright.authorities.entries import Entries
from putright.authorities.vocabulary import Vocabulary

HANDLER, HEAD_OF_SERVICE, DIRECTOR = "handler", "head_of_service", "director"
RUNGS = (HANDLER, HEAD_OF_SERVICE, DIRECTOR)


@dataclass(frozen=True)
class Rung:
    """A step of the ladder of chasing: whom (one of `RUNGS`), and from how many working days after the last day."""

    to: str
    after: int


LADDER = (Rung(HANDLER, 2), Rung(HEAD_OF_SERVICE, 5), Rung(DIRECTOR, 10))


@dataclass(frozen=True)
class WorkRules:
    """Thresholds, and posts. Days are working days; shares are per cent of a clock's calendar days.

    A clock is amber with `amber_days` or fewer left, or once `amber_share` of its time is gone. A notice is sent once
    `remind_share` is gone, and with each of `remind_days` left. `heads_of_service` is by the code of the service;
    `head_of_service` is the post for every other one. A post that is empty is not known. `payment_approvers` are the
    posts of which one approves every payment, none for any post. `sender` is the address that notices come from.
    """

    amber_days: int = 3
    amber_share: int = 50
    remind_share: int = 50
    remind_days: tuple[int, ...] = (3, 1)
    ladder: tuple[Rung, ...] = LADDER
    director: str = ""
    head_of_service: str = ""
    heads_of_service: Mapping[str, str] = field(default_factory=dict)
    payment_approvers: tuple[str, ...] = ()
    sender: str = "putright@localhost"

    def head_of(self, service: str) -> str:
        """The post that heads a service, empty when none is known."""
        return self.heads_of_service.get(service, self.head_of_service)


def read_work(entries: Entries, services: Vocabulary) -> WorkRules:
    """The table ``[work]`` of a council's profile; what it does not say is as in `WorkRules`."""
    rules = WorkRules(
        amber_days=entries.whole("amber_days", default=WorkRules.amber_days),
        amber_share=_share(entries, "amber_share", WorkRules.amber_share),
        remind_share=_share(entries, "remind_share", WorkRules.remind_share),
        remind_days=_days(entries),
        ladder=_ladder(entries),
        director=entries.text("director", default=""),
        head_of_service=entries.text("head_of_service", default=""),
        heads_of_service=_heads(entries, services),
        payment_approvers=entries.texts("payment_approvers"),
        sender=entries.text("sender", default=WorkRules.sender),
    )
    entries.finish()
    return rules


def _share(entries: Entries, key: str, default: int) -> int:
    share = entries.whole(key, least=1, default=default)
    if share > 100:
        entries.fault(f"is {share}", "write per cent of the time, 1 to 100", key)
    return share


def _days(entries: Entries) -> tuple[int, ...]:
    given = entries.raw("remind_days")
    if given is None:
        return WorkRules.remind_days
    if isinstance(given, list) and all(type(days) is int and days > 0 for days in given):
        return tuple(sorted(given, reverse=True))
    entries.fault(f"is {given!r}", "write working days before the last day, as [3, 1]", "remind_days")
    return WorkRules.remind_days


def _ladder(entries: Entries) -> tuple[Rung, ...]:
    rungs = []
    for part in entries.parts("ladder", "to"):
        rungs.append(Rung(part.choice("to", RUNGS), part.whole("after", least=1)))
        part.finish()
    if [rung.after for rung in rungs] != sorted({rung.after for rung in rungs}):
        entries.fault("is not in order", "let each step come after more working days than the one before it", "ladder")
    return tuple(rungs) or LADDER


def _heads(entries: Entries, services: Vocabulary) -> dict[str, str]:
    heads = entries.words("heads_of_service")
    known = {term.code for term in services.terms}
    for service in heads.keys() - known:
        entries.fault(f"has {service!r}", "write the code of a service of vocabularies.toml", "heads_of_service")
    return heads
