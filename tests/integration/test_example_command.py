"""`putright example`: a council's export and its three accounts, once."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from putright.accounts.models import Account
from putright.casework.models import LogEntry, Register
from putright.commands.example import example

pytestmark = pytest.mark.django_db


def test_a_council_is_loaded_once_with_its_accounts(data_folder: Path) -> None:
    first = CliRunner().invoke(example, ["coventry"])
    assert first.exit_code == 0, first.output
    assert set(Register.objects.values_list("authority", flat=True)) == {"coventry"}
    assert Register.objects.count() == 628
    officer = Account.objects.get(email="officer@coventry.example")
    assert officer.check_password((data_folder / "example-password").read_text())
    assert "officer@coventry.example" in first.output
    before = LogEntry.objects.count(), Account.objects.count()
    assert CliRunner().invoke(example, ["coventry"]).exit_code == 0
    assert (LogEntry.objects.count(), Account.objects.count()) == before == (before[0], 3)


def test_another_council_is_refused_with_those_there_are(data_folder: Path) -> None:
    outcome = CliRunner().invoke(example, ["nowhere"])
    assert outcome.exit_code == 2
    assert "hampshire" in outcome.output
    assert not Register.objects.exists()
