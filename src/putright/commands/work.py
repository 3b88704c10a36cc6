"""`putright work`: the worker that sends notices and the weekly report."""

from __future__ import annotations

from datetime import date, datetime

import click
from django.conf import settings
from django.utils import timezone

from putright.casework.check import authorities_with_a_log
from putright.correspondence.posting import send_notices
from putright.correspondence.worker import Job, alone
from putright.correspondence.worker import work as work_on
from putright.oversight.weekly import send_weekly

MINUTES = 15
MONDAY = 0


@click.command("work")
@click.option("--once", is_flag=True, help="Do what is due now, and end.")
@click.option("--minutes", default=MINUTES, show_default=True, type=click.IntRange(1), help="Between two rounds.")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day that is taken for today, as 2018-06-29.")
def work(once: bool, minutes: int, as_of: datetime | None) -> None:
    """Send the notices that are due, and each Monday the report of red, amber and green, over and over.

    One worker at a time works on a database; a second one waits. It may be killed at any moment: the next one goes on
    where it was. PUTRIGHT_MAIL names the mail server, as smtp://user:password@host:port.
    """
    refuse_without_mail()

    def today() -> date:
        return as_of.date() if as_of else timezone.localdate()

    jobs: list[Job] = [lambda: _send_notices(today()), lambda: _send_weekly(today())]
    with alone(lambda: click.echo("Another worker is at work on this database: this one waits until that one ends.")):
        click.echo("The worker is at work: notices go out as they fall due.")
        work_on(jobs, seconds=minutes * 60, rounds=1 if once else None)


def _send_weekly(today: date) -> None:
    """On a Monday; where the server cannot be reached, the next round tries again."""
    for slug in authorities_with_a_log() if today.weekday() == MONDAY else []:
        try:
            sent = send_weekly(slug, today, timezone.now())
        except OSError as problem:
            click.echo(f"{slug}: the weekly report was not sent: {problem}. The next round tries again.", err=True)
        else:
            if sent:
                click.echo(f"{slug}: the weekly report went to {len(sent)}.")


def refuse_without_mail() -> None:
    """Raise ClickException where no mail server is set: nothing may be recorded as sent that was not."""
    if not settings.MAIL:
        raise click.ClickException(
            "No mail server is named, so nothing was sent. Name it: PUTRIGHT_MAIL=smtp://user:password@host:port"
        )


def _send_notices(today: date) -> None:
    for slug in authorities_with_a_log():
        run = send_notices(slug, today, timezone.now())
        if run.mails:
            click.echo(f"{slug}: {run.notices:,} notices in {run.mails:,} e-mails.")
        for failure in run.failures:
            click.echo(failure, err=True)
