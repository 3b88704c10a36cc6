"""How modules are cut, named and described."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "putright"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
DESCRIBED = ("rules", "record", "facts", "reporting", "authorities")
LINES_AT_MOST = 400
LINES_AS_A_RULE = 200
LINES_OF_A_FUNCTION = 60
NAMED_FOR_NOTHING = re.compile(r"^(utils?|helpers?|common|misc|stuff)$")
NOT_THE_FIELDS_WORDS = re.compile(
    r"(^|_)(tickets?|customers?|clients?|sla|slas|is_late|breached|deadlines?|on_hold|helper|util)(_|$)"
)


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), filename=str(path))


def definitions(
    tree: ast.Module,
) -> Iterator[tuple[str, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Public classes and functions of a module, and the public methods of its public classes."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield node.name, node
            if isinstance(node, ast.ClassDef):
                for inner in node.body:
                    if isinstance(inner, ast.FunctionDef) and not inner.name.startswith("_"):
                        yield f"{node.name}.{inner.name}", inner


def identifiers(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.arg(arg=name) | ast.Attribute(attr=name) | ast.keyword(arg=str() as name):
                yield name
            case ast.Name(id=name, ctx=ast.Store()):
                yield name


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_is_short_named_and_described(path: Path) -> None:
    lines = path.read_text().count("\n")
    assert lines <= LINES_AT_MOST, f"{named(path)} has {lines} lines: it is two modules"
    if lines > LINES_AS_A_RULE:
        warnings.warn(f"{named(path)} has {lines} lines; {LINES_AS_A_RULE} is the rule", stacklevel=1)
    for part in path.relative_to(SOURCE).with_suffix("").parts:
        assert not NAMED_FOR_NOTHING.match(part), f"{named(path)} is named for nothing in particular"
    tree = tree_of(path)
    assert ast.get_docstring(tree), f"{named(path)} does not say what it is"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_functions_are_short_and_imports_stand_at_the_top(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= LINES_OF_A_FUNCTION, f"{named(path)}:{node.lineno} {node.name} has {lines} lines"
            for inner in ast.walk(node):
                assert not isinstance(inner, ast.Import | ast.ImportFrom), (
                    f"{named(path)}:{inner.lineno} hides an import"
                )


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_names_are_the_fields(path: Path) -> None:
    wrong = sorted({name for name in identifiers(tree_of(path)) if NOT_THE_FIELDS_WORDS.search(snake(name))})
    assert not wrong, f"{named(path)} has names that are not the field's (GLOSSARY.md has those): {', '.join(wrong)}"


@pytest.mark.parametrize("name", ["is_late", "TicketQueue", "customer_name", "responseSLA", "next_deadline"])
def test_a_wrong_name_is_found(name: str) -> None:
    assert NOT_THE_FIELDS_WORDS.search(snake(name))


@pytest.mark.parametrize("name", ["due_on", "Extension", "translate", "slack", "plate", "related"])
def test_a_right_name_is_left_alone(name: str) -> None:
    assert not NOT_THE_FIELDS_WORDS.search(snake(name))


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.relative_to(SOURCE).parts[0] in DESCRIBED], ids=named
)
def test_what_is_public_says_what_it_means(path: Path) -> None:
    silent = [
        f"{named(path)}:{node.lineno} {name}"
        for name, node in definitions(tree_of(path))
        if not ast.get_docstring(node)
    ]
    assert not silent, f"without a docstring: {silent}"
