"""`putright rag-report`: the weekly report of red, amber and green, printed or sent."""

from __future__ import annotations

from datetime import datetime

import click
from django.conf import settings
from django.utils import timezone

from putright.authorities import known_authorities
from putright.casework import setting
from putright.commands.work import refuse_without_mail
from putright.oversight import rag_words
from putright.oversight.rag_report import rag_report as report_of
from putright.oversight.weekly import send_weekly


@click.command("rag-report")
@click.option("--authority", "slug", required=True, help="The council, by the name of its folder.")
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day of the report, as 2018-06-25; today by default."
)
@click.option("--send", is_flag=True, help="Send it to the heads of service and the complaints manager, once a week.")
def rag_report(slug: str, as_of: datetime | None, send: bool) -> None:
    """Print each service's open representations as red, amber and green, or send them by e-mail."""
    if slug not in known_authorities():
        raise click.ClickException(f"There is no council {slug}. Known: {', '.join(known_authorities())}.")
    today = as_of.date() if as_of else timezone.localdate()
    if not send:
        click.echo(rag_words.text(report_of(slug, today), setting.book(), settings.ADDRESS), nl=False)
        return
    refuse_without_mail()
    try:
        sent = send_weekly(slug, today, timezone.now())
    except OSError as problem:
        raise click.ClickException(f"The mail server of PUTRIGHT_MAIL did not take it: {problem}.") from problem
    click.echo(f"Sent to {', '.join(sent)}." if sent else "Nobody is left to send it to this week.")
