"""What a council's queues and reminders go by: Hampshire's, what goes without saying, and what is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from putright.authorities import AuthorityFaults, Rung, WorkRules, load_authority

ROOT = Path(__file__).resolve().parents[3]


def loaded(tmp_path: Path, work: str) -> WorkRules:
    """The rules of a council that is Hampshire but for its table `work`."""
    folder = tmp_path / "hampshire"
    shutil.copytree(ROOT / "councils" / "hampshire", folder, ignore=shutil.ignore_patterns("example"))
    profile = folder / "authority.toml"
    before, _, after = profile.read_text().partition("[work]")
    _, _, procedures = after.partition("[[procedure]]")
    profile.write_text(f"{before}{work}\n[[procedure]]{procedures}")
    return load_authority("hampshire", tmp_path).work


def test_what_is_not_said_is_as_in_the_rules(tmp_path: Path) -> None:
    assert loaded(tmp_path, "") == WorkRules()


def test_a_service_has_its_head_or_the_one_of_all_the_others() -> None:
    rules = load_authority("hampshire").work
    assert rules.head_of("sen") == "Head of Education and Inclusion"
    assert rules.head_of("child_in_need") == "Head of Children and Families"


def test_every_value_may_be_the_councils_own(tmp_path: Path) -> None:
    text = """[work]
amber_days = 5
amber_share = 75
remind_share = 80
remind_days = [1, 5]
director = "Director of Adults"
payment_approvers = ["Director of Adults"]
[[work.ladder]]
to = "director"
after = 1
"""
    assert loaded(tmp_path, text) == WorkRules(
        amber_days=5, amber_share=75, remind_share=80, remind_days=(5, 1), director="Director of Adults",
        payment_approvers=("Director of Adults",), ladder=(Rung("director", 1),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[work]\namber_share = 150", "write per cent of the time, 1 to 100"),
        ("[work]\nremind_days = [0]", "write working days before the last day"),
        ("[work]\nremind_day = [3]", "remind_day: is not a known entry"),
        ("[work.heads_of_service]\nnowhere = 'Head'", "write the code of a service"),
        ("[[work.ladder]]\nto = 'mayor'\nafter = 1", "write one of: handler, head_of_service, director"),
        (
            "[[work.ladder]]\nto = 'handler'\nafter = 5\n[[work.ladder]]\nto = 'director'\nafter = 5",
            "let each step come after more working days",
        ),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(AuthorityFaults) as raised:
        loaded(tmp_path, text)
    assert said in str(raised.value)
