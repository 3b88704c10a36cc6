"""Writes docs/reference/lives.md from the lives: python -m tests.system.lives.page"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.system.lives.every import LIVES
from tests.system.lives.lines import Life

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "docs" / "reference" / "lives.md"
PICTURES = ROOT / "docs" / "images" / "lives"
HEAD = """# Lives of complaints

What becomes of a complaint under each procedure, from the day it comes to the day it is closed, as those who work on it
live it. Each line below is done, or looked at, in a real browser by `tests/system/test_lives.py`, on the pages that
everybody uses; the first page of each sort is checked for barriers by axe. Written from `tests/system/lives/`
(`PYTHONPATH=src:. .venv/bin/python -m tests.system.lives.page`); a test holds it current. The pictures are taken anew
by `PUTRIGHT_LIVES_PICTURES=docs/images/lives ./test tests/system/test_lives.py`.

The people are invented. Where no council here has adopted a procedure, the test writes a council that has.
"""


def page() -> str:
    """The page, as Markdown."""
    contents = [f"- [{life.title}](#{_anchor(life.title)})" for life in LIVES]
    parts = [HEAD, "\n".join(contents), *("\n".join(_life(life)) for life in LIVES)]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _anchor(title: str) -> str:
    """The anchor that a Markdown page gives a heading."""
    kept = (letter for letter in title.lower() if letter.isalnum() or letter in " -")
    return "".join(kept).replace(" ", "-")


def _life(life: Life) -> Iterator[str]:
    yield f"## {life.title}\n"
    yield f"{life.shows}\n"
    before = ""
    for line in life.lines:
        if line.picture:
            yield f"\n![{line.text}](../images/lives/{line.picture}.webp)\n"
            before = ""
            continue
        is_a_day = line.word == "Given" and line.text.startswith("it is ")
        if is_a_day and before:
            yield ""
        yield f"- {'and' if line.word == before else f'**{line.word}**'} {line.text}"
        before = line.word


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
