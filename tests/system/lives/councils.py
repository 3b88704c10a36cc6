"""Councils that adopt what no council here has: folders written for the test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from putright.rules import load_book

VOCABULARIES = Path(__file__).with_name("vocabularies.toml")


@dataclass(frozen=True)
class Adopting:
    """A council that adopts these procedures of the rule book, each under a category of its own name."""

    name: str
    procedures: tuple[str, ...]


COUNCILS: Mapping[str, Adopting] = {
    "aldermere": Adopting(
        "Aldermere Council",
        (
            "adult_social_care_2009",
            "nhs_joint",
            "schools",
            "child_protection_conference",
            "complaint_handling_code_2024",
        ),
    ),
    "harrow": Adopting("Harrow Council", ("harrow_adults",)),
    "stockport": Adopting("Stockport Council", ("stockport_corporate",)),
}


def write_council(slug: str, folder: Path) -> None:
    """Write the folder of one of the councils under `folder`, stages named as the rule book says them."""
    council, book = COUNCILS[slug], load_book()
    home = folder / slug
    home.mkdir(parents=True)
    lines = [f'slug = "{slug}"', f'name = "{council.name}"', "year_starts_month = 4", 'uncategorised = "none"']
    categories = []
    for name in council.procedures:
        procedure = book.procedure(name)
        lines += ["[[procedure]]", f'name = "{name}"', f'category = "{name}"', "[procedure.stages]"]
        lines += [f'{stage.name} = "{stage.spoken_as}"' for stage in procedure.stages]
        categories.append(f'  {{ label = "{procedure.title}", code = "{name}" }},')
    (home / "authority.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    terms = "\n".join(["[category]", 'title = "Route"', "terms = [", *categories, '  { label = "None" },', "]"])
    (home / "vocabularies.toml").write_text(f"{terms}\n{VOCABULARIES.read_text(encoding='utf-8')}", encoding="utf-8")
