"""Reading a council's letters: ``councils/<slug>/letters/*.md`` and ``sender.toml``; every fault of all at once.

A letter's file begins with its particulars as TOML between two lines ``+++``; the rest is its text.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from putright.authorities import Authority, AuthorityFault, AuthorityFaults
from putright.authorities.entries import Entries, read_toml
from putright.correspondence.letters import MOMENTS, MUST_SAY, Letters, LetterTemplate, Sender, in_order
from putright.correspondence.letters_fields import faults_in, names_in

FOLDER = "letters"
SENDER = "sender.toml"
FENCE = "+++"
Stages = Mapping[str, tuple[str, ...]]


def read_letters(council: Authority) -> Letters:
    """The letters of `council` as its files have them, read once a process; none where it has no folder of letters.

    Raises :class:`AuthorityFaults`, naming every fault of every file.
    """
    stages = tuple((name, tuple(adopted.stage_labels)) for name, adopted in council.procedures.items())
    return _read(council.slug, council.folder, stages)


@lru_cache
def _read(slug: str, folder: Path, adopted: tuple[tuple[str, tuple[str, ...]], ...]) -> Letters:
    """The letters under `folder`; `adopted` names the procedures there are, each with its stages."""
    if not (folder / FOLDER).is_dir():
        return Letters(Sender(team="", address=(), telephone="", email="", ombudsman="", covering=""))
    faults: list[AuthorityFault] = []
    stages = dict(adopted)
    sender = _sender(folder / FOLDER / SENDER, f"{slug}/{FOLDER}/{SENDER}", faults)
    templates = {}
    for path in sorted((folder / FOLDER).glob("*.md")):
        template = _template(path, f"{slug}/{FOLDER}/{path.name}", stages, faults)
        if template:
            templates[template.code] = template
    if sender is None or faults:
        raise AuthorityFaults(faults)
    return Letters(sender, in_order(templates))


def _sender(path: Path, named: str, faults: list[AuthorityFault]) -> Sender | None:
    entries = read_toml(path, faults, named=named)
    if entries is None:
        return None
    sender = Sender(
        team=entries.text("team"),
        address=entries.texts("address"),
        telephone=entries.text("telephone"),
        email=entries.text("email"),
        ombudsman=entries.text("ombudsman"),
        covering=entries.text("covering"),
    )
    for what, remedy in faults_in(sender.covering):
        entries.fault(what, remedy, "covering")
    entries.finish()
    return sender


def _template(path: Path, named: str, stages: Stages, faults: list[AuthorityFault]) -> LetterTemplate | None:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        faults.append(AuthorityFault(named, f"byte {error.start}", "is not UTF-8", "save the file as UTF-8"))
        return None
    particulars = _particulars(text, named, faults)
    if particulars is None:
        return None
    entries, body = particulars
    code = entries.text("code")
    if code and code != path.stem:
        entries.fault(f"is {code!r}", f"write the name of the file, {path.stem}", "code")
    template = LetterTemplate(
        code=code,
        title=entries.text("title"),
        moment=entries.choice("moment", tuple(MOMENTS)),
        body=body,
        procedure=entries.text("procedure", default=""),
        stage=entries.text("stage", default=""),
        to_be_vetted=entries.truth("to_be_vetted"),
    )
    _check_place(entries, template, stages)
    entries.finish()
    faults += [AuthorityFault(named, "the text", what, remedy) for what, remedy in faults_of_body(template)]
    return template


def _particulars(text: str, named: str, faults: list[AuthorityFault]) -> tuple[Entries, str] | None:
    """The particulars and the text behind them; None, with a fault, when they cannot be told apart or read."""
    opening, *rest = text.replace("\r\n", "\n").split(f"{FENCE}\n", 2)
    if opening.strip() or len(rest) != 2:
        remedy = f"begin it with a line {FENCE}, the letter's particulars and another line {FENCE}"
        faults.append(AuthorityFault(named, "the first line", "does not begin the letter's particulars", remedy))
        return None
    try:
        table = tomllib.loads(rest[0])
    except tomllib.TOMLDecodeError as error:
        fault = AuthorityFault(named, "its particulars", f"are not TOML: {error}", "correct the line it names")
        faults.append(fault)
        return None
    return Entries(table, named, "", faults), rest[1].strip()


def _check_place(entries: Entries, template: LetterTemplate, stages: Stages) -> None:
    """A procedure has to be one the council adopted, a stage one of that procedure."""
    if template.procedure and template.procedure not in stages:
        there = ", ".join(sorted(stages))
        entries.fault(f"is {template.procedure!r}", f"write one that the council adopted: {there}", "procedure")
    elif template.stage and not template.procedure:
        entries.fault("stands without a procedure", "write the procedure it is a stage of", "stage")
    elif template.stage and template.stage not in stages[template.procedure]:
        there = ", ".join(stages[template.procedure])
        entries.fault(f"is {template.stage!r}", f"write a stage of the procedure: {there}", "stage")


def faults_of_body(template: LetterTemplate) -> list[tuple[str, str]]:
    """What is wrong with a letter's text: each fault with its remedy. Also asked of a wording saved in the page."""
    if not template.body.strip():
        return [("is empty", "write the letter")]
    faults = faults_in(template.body)
    said = set(names_in(template.body))
    for name in MUST_SAY[template.moment]:
        if name not in said:
            what = f"a letter for “{MOMENTS[template.moment].lower()}” does not say {{{{ {name} }}}}"
            faults.append((what, f"put {{{{ {name} }}}} where the letter says it"))
    return faults
