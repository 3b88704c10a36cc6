"""Finding and reading councils' folders. Every fault of a council's files is raised at once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from putright.authorities.authority import AdoptedProcedure, Authority, Example
from putright.authorities.entries import Entries, read_toml
from putright.authorities.faults import AuthorityFault, AuthorityFaults
from putright.authorities.mapping import ImportMapping
from putright.authorities.mapping_file import Surroundings, read_mapping
from putright.authorities.publishing import read_disclosure
from putright.authorities.references import UNLESS_SAID, NotAPattern, ReferencePattern
from putright.authorities.report_folders import report_folders
from putright.authorities.targets import read_sign_offs, read_standing_targets, read_targets
from putright.authorities.vocabulary import SAME_TERMS, Vocabulary
from putright.authorities.vocabulary_file import read_vocabularies
from putright.authorities.working import read_work
from putright.rules import Book, load_book

FILE = "authority.toml"
VARIABLE = "PUTRIGHT_COUNCILS"
BESIDE_SRC = Path(__file__).resolve().parents[3] / "councils"


def councils_folder() -> Path:
    """The folder that holds one folder a council: PUTRIGHT_COUNCILS, or ``councils`` beside ``src``."""
    moved = os.environ.get(VARIABLE)
    return Path(moved) if moved else BESIDE_SRC


def known_authorities(folder: Path | None = None) -> list[str]:
    """The slugs of the councils there are, in alphabetical order."""
    return sorted(path.parent.name for path in (folder or councils_folder()).glob(f"*/{FILE}"))


def load_authority(slug: str, folder: Path | None = None) -> Authority:
    """The council called `slug`; `folder` holds the councils' folders. Read once a process.

    Raises :class:`AuthorityFaults`, naming every fault of its files, or that there is no such council.
    """
    return _load(slug, folder or councils_folder())


def mapping_from(path: Path, authority: Authority) -> ImportMapping:
    """A mapping that lies outside the council's folder, read against the council's vocabularies and procedures.

    Raises :class:`AuthorityFaults`, naming every fault of the file.
    """
    faults: list[AuthorityFault] = []
    surroundings = Surroundings(authority.vocabularies, _stages(authority.procedures))
    mapping = read_mapping(path, surroundings, faults, named=path.name)
    if mapping is None or faults:
        raise AuthorityFaults(faults)
    return mapping


@lru_cache
def _load(slug: str, folder: Path) -> Authority:
    if slug not in known_authorities(folder):
        there = ", ".join(known_authorities(folder)) or "none"
        fault = AuthorityFault(f"{slug}/{FILE}", "the whole file", "is not there", f"councils known here: {there}")
        raise AuthorityFaults([fault])
    faults: list[AuthorityFault] = []
    authority = _read(folder / slug, faults)
    if authority is None or faults:
        raise AuthorityFaults(faults)
    return authority


def _read(folder: Path, faults: list[AuthorityFault]) -> Authority | None:
    vocabularies = read_vocabularies(folder, faults)
    entries = read_toml(folder / FILE, faults, named=f"{folder.name}/{FILE}")
    if entries is None:
        return None
    slug = entries.text("slug")
    if slug and slug != folder.name:
        entries.fault(f"is {slug!r}", f"write the name of the folder, {folder.name}", "slug")
    book = load_book()
    procedures = {}
    for part in entries.parts("procedure", "name"):
        adopted = _adopted(part, vocabularies["category"], book)
        if adopted.procedure in procedures:
            part.fault(f"{adopted.procedure} is adopted twice", "remove one of the two", "name")
        procedures[adopted.procedure] = adopted
    month = entries.whole("year_starts_month", least=1, default=4)
    if month > 12:
        entries.fault(f"is {month}", "write the number of a month, 1 to 12", "year_starts_month")
    authority = Authority(
        slug=slug,
        name=entries.text("name"),
        year_starts_month=month,
        folder=folder,
        procedures=procedures,
        uncategorised=_category(entries, "uncategorised", vocabularies["category"]),
        vocabularies=vocabularies | {column: vocabularies[name] for column, name in SAME_TERMS.items()},
        mappings=_mappings(folder, Surroundings(vocabularies, _stages(procedures)), faults),
        reports=report_folders(folder),
        work=read_work(entries.part("work"), vocabularies["service"]),
        references=_references(entries),
        disclosure=read_disclosure(entries.part("disclosure")),
        example=_example(entries.part("example")) if entries.has("example") else None,
        targets=tuple(read_standing_targets(entries, vocabularies)),
    )
    entries.finish()
    return authority


def _example(entries: Entries) -> Example | None:
    as_of, officer = entries.day("as_of"), entries.text("officer", default="Complaints officer")
    if as_of is None:
        entries.fault("is missing", "write the day on which the files were made, without quotes", "as_of")
    entries.finish()
    return Example(as_of, officer) if as_of else None


def _references(entries: Entries) -> ReferencePattern:
    try:
        return ReferencePattern(entries.text("reference", default=UNLESS_SAID.text))
    except NotAPattern as cause:
        what, remedy = str(cause).split(": ", 1)
        entries.fault(what, remedy, "reference")
        return UNLESS_SAID


def _stages(procedures: Mapping[str, AdoptedProcedure]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(procedure.stage_labels) for name, procedure in procedures.items()}


def _adopted(entries: Entries, categories: Vocabulary, book: Book) -> AdoptedProcedure:
    name = entries.text("name")
    stages = entries.words("stages")
    if name not in book.procedures:
        there = ", ".join(sorted(book.procedures))
        entries.fault(f"is {name!r}", f"write the name of a procedure of the rule book: {there}", "name")
    else:
        _check_stages(entries, stages, tuple(stage.name for stage in book.procedure(name).stages))
    known = tuple(stage for stage in stages if _is_stage(book, name, stage))
    procedure = book.procedures.get(name)
    targets = tuple(read_targets(entries, known, procedure))
    sign_offs = tuple(read_sign_offs(entries, known, procedure))
    adopted = AdoptedProcedure(name, _category(entries, "category", categories), stages, targets, sign_offs)
    entries.finish()
    return adopted


def _is_stage(book: Book, procedure: str, stage: str) -> bool:
    return procedure in book.procedures and any(each.name == stage for each in book.procedure(procedure).stages)


def _check_stages(entries: Entries, stages: dict[str, str], in_book: tuple[str, ...]) -> None:
    for stage in stages:
        if stage not in in_book:
            entries.fault(f"has {stage!r}", f"the rule book has: {', '.join(in_book)}", "stages")
    for stage in in_book:
        if stage not in stages:
            entries.fault(f"lacks {stage!r}", f'write what the council says for it: {stage} = "Stage …"', "stages")


def _category(entries: Entries, key: str, categories: Vocabulary) -> str:
    return entries.choice(key, tuple(term.code for term in categories.terms) or ("",))


def _mappings(folder: Path, surroundings: Surroundings, faults: list[AuthorityFault]) -> dict[str, ImportMapping]:
    mappings = {}
    for path in sorted((folder / "imports").glob("*.toml")):
        mapping = read_mapping(path, surroundings, faults, named=f"{folder.name}/imports/{path.name}")
        if mapping is not None:
            mappings[path.stem] = mapping
    return mappings
