"""What a draft would be issued with, and the same frozen: every part kept by its digest, sealed by one list."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from putright.authorities import Authority, load_authority
from putright.authorities.publishing import DisclosureRules
from putright.authorities.report_folders import report_file
from putright.casework.documents import keep, kept
from putright.issuing.drafts import OpenedDraft
from putright.oversight.added_tables import added_tables, added_toml, with_added
from putright.oversight.reports import FILES, engine_for, report_definition
from putright.reporting.commentary import Commentary, with_commentary
from putright.reporting.disclosure.releasing import Released, release
from putright.reporting.document import Document
from putright.reporting.engines import DatabaseEngine
from putright.reporting.freezing import canonical, digest, figures_to_bytes, freeze_figures, selections_of
from putright.reporting.freezing_facts import freeze_facts, frozen_engine
from putright.reporting.reading_imported import FOLDER as ELSEWHERE
from putright.reporting.render.forms import forms_of
from putright.reporting.report import BuiltReport, ReportDefinition, build
from putright.rules import load_book

FORMAT = 1
FIGURES = "figures.json"


@dataclass(frozen=True)
class Written:
    """A draft's report as its author sees it: the definition with its commentary, and what it comes to now."""

    opened: OpenedDraft
    authority: Authority
    definition: ReportDefinition
    report: BuiltReport

    @property
    def prose(self) -> Document:
        """All that is written in it: its document, and its page of key facts."""
        return Document((*self.definition.document.blocks, *self.definition.key_facts.blocks))

    @property
    def rules(self) -> DisclosureRules:
        """How small numbers are kept out of it: as the council does, unless it was said otherwise."""
        return self.opened.state.disclosure or self.authority.disclosure

    def released(self) -> Released:
        """The same as it may be published."""
        return release(self.definition, self.report, self.rules, self.authority, load_book())


def written(opened: OpenedDraft, connection: BaseDatabaseWrapper) -> Written:
    """The draft's report worked out from the records as they are now."""
    authority = load_authority(opened.draft.authority)
    definition, _ = with_added(report_definition(authority, opened.draft.report), authority)
    definition = with_commentary(definition, commentary_of(opened))
    with engine_for(authority.slug, connection) as engine:
        return Written(
            opened, authority, definition, build(definition, opened.draft.period, engine, authority, load_book())
        )


def commentary_of(opened: OpenedDraft) -> list[Commentary]:
    """The commentary of a draft, in the order of its writing."""
    return [Commentary(each.chapter, each.text, each.post) for each in opened.state.commentary]


@dataclass(frozen=True)
class Contents:
    """What is frozen: the report counted from the very facts that are frozen with it, and as it may be published."""

    written: Written
    released: Released
    facts: Mapping[str, bytes]


def assembled(opened: OpenedDraft, connection: BaseDatabaseWrapper) -> Contents:
    """Everything a draft would be issued with now.

    The facts are frozen first and the report is counted from them, so that nobody's writing in between can part them.
    """
    now = written(opened, connection)
    facts = freeze_facts(selections_of(now.report), now.authority.slug, DatabaseEngine(connection))
    with frozen_engine(facts) as engine:
        report = build(now.definition, opened.draft.period, engine, now.authority, load_book())
    counted = Written(opened, now.authority, now.definition, report)
    return Contents(counted, counted.released(), facts)


def freeze(contents: Contents) -> str:
    """Keep every part, and the list of them; returns the digest of that list, the seal."""
    written, published = contents.written, contents.released.report
    parts = dict(_parts(contents))
    for content in parts.values():
        keep(content)
    manifest = {
        "format": FORMAT,
        "authority": written.authority.slug,
        "council": written.authority.name,
        "report": written.definition.slug,
        "title": published.title,
        "period": [published.period.first, published.period.last],
        "disclosure": asdict(written.rules) | {"why": written.opened.state.why_disclosure},
        "withheld": [len(contents.released.withheld.small), len(contents.released.withheld.protecting)],
        "contributors": [
            {"post": each.post, "chapter": each.chapter, "at": each.at.isoformat()}
            for each in written.opened.state.commentary
            if each.text.strip()
        ],
        "parts": {name: {"sha256": digest(content), "size": len(content)} for name, content in parts.items()},
        "forms": {form.name: form.file_name(published) for form in forms_of(published)},
    }
    return keep(canonical(manifest))


def _parts(contents: Contents) -> Iterator[tuple[str, bytes]]:
    written = contents.written
    folder = next(each for each in written.authority.reports if each.name.replace("_", "-") == written.definition.slug)
    for name in sorted({*FILES, *(file.name for file in (*folder.glob("*.toml"), *folder.glob("*.md")))}):
        if (file := report_file(folder, name)).exists():
            yield f"definition/{name}", file.read_bytes()
    for file in sorted(written.authority.folder.glob("*.toml")):
        yield f"council/{file.name}", file.read_bytes()
    for file in sorted((written.authority.folder / ELSEWHERE).glob("*.toml")):
        yield f"elsewhere/{file.name}", file.read_bytes()
    if added := added_tables(written.authority, written.definition.slug):
        yield "definition/added.toml", added_toml(added).encode()
    yield "commentary.json", canonical([asdict(each) for each in commentary_of(written.opened)])
    for table, content in contents.facts.items():
        yield f"facts/{table}.parquet", content
    yield FIGURES, figures_to_bytes(freeze_figures(written.definition, written.report))
    for form in forms_of(contents.released.report):
        yield f"forms/{form.name}", form.render(contents.released.report)


def manifest_of(seal: str) -> dict[str, Any]:
    """The list of the parts frozen under a seal."""
    manifest: dict[str, Any] = json.loads(kept(seal))
    return manifest


def part(manifest: Mapping[str, Any], name: str) -> bytes:
    """The bytes of a part, proven to be those that were frozen; KeyError where the list has no such part."""
    return kept(manifest["parts"][name]["sha256"])
