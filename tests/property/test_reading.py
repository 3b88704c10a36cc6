"""Whatever becomes of the bytes of an export, reading and judging go on, and no byte and no row is lost."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.legacy_exports import AS_OF, AUTHORITY, CASES, MAPPING, import_

from putright.intake.encodings import PYTHON_NAMES, encoding_of
from putright.intake.judging import Bench, SheetJudge
from putright.intake.models import HeldRow
from putright.intake.order import Reckoner
from putright.intake.reading import read_files
from putright.intake.reading_csv import read_csv
from putright.intake.rows import UnusableFile
from putright.rules import load_book

BENCH = Bench(AUTHORITY, MAPPING, load_book(), AS_OF)
RECKONER = Reckoner(BENCH.book)
HEADER, *ROWS = CASES.read_bytes().splitlines(keepends=True)[:40]
UNKIND = [
    b'"', b'""', b",", b"\n", b"\r", b"\r\n", b"\x00", b"\xff", b"\x92", b"\xe2\x80\x8b", b"\xef\xbb\xbf", b"'",
    b"=1+1", b"31/02/2018", b"99/99/9999", b"0", b"\x1b", "é".encode(), b"x" * 40_000, b"Statutory", b"Other",
]  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Some rows of the example with bytes put in, taken out and lines moved; the headings stay."""
    body = b"".join(draw(st.lists(st.sampled_from(ROWS), max_size=8)))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(body)))
        upto = min(len(body), at + draw(st.integers(0, 30)))
        put = draw(st.sampled_from(UNKIND) | st.binary(max_size=6))
        body = body[:at] + put + body[upto:]
    return HEADER + body


@given(content=damaged())
@settings(max_examples=150, deadline=None)
def test_no_byte_and_no_row_is_lost(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.csv"
        path.write_bytes(content)
        sheet = read_files([path], MAPPING).sheets[0]
        judge = SheetJudge(BENCH, sheet, RECKONER)
        judged = [judge.judge(row) for row in sheet.rows]
    raw = "".join(one.row.raw for one in judged).encode(PYTHON_NAMES[sheet.encoding], "surrogateescape")
    assert HEADER + raw == content
    verdicts = Counter(one.verdict for one in judged)
    assert sum(verdicts.values()) == len(judged)
    assert all(one.faults for one in judged if one.verdict == "refused")
    assert all((one.legacy is not None) == (one.verdict == "accepted") for one in judged)
    lines = [one.row.line for one in judged]
    assert lines == sorted(set(lines))


@given(content=st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused_in_words(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.csv"
        path.write_bytes(content)
        try:
            encoding = encoding_of(path, MAPPING.encodings)
        except UnusableFile:
            assert content.startswith((b"\xff\xfe", b"\xfe\xff"))
            return
        rows = list(read_csv(path, encoding))
    text = "".join(row.raw for row in rows).encode(encoding.python_name, "surrogateescape")
    assert text == (content[3:] if encoding.has_mark else content)


@pytest.mark.django_db
@given(content=damaged())
@settings(max_examples=40, deadline=None)
def test_every_row_of_an_import_is_counted_once(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.csv"
        path.write_bytes(content)
        rows = len(list(read_files([path], MAPPING).sheets[0].rows))
        summary = import_(path)
    assert summary.rows == rows
    assert rows == summary.accepted + summary.skipped + len(summary.rejected)
    assert summary.accepted == summary.created + summary.unchanged + summary.changed
    held = HeldRow.objects.filter(run_id=summary.run)
    assert held.filter(verdict=HeldRow.REJECTED).count() == len(summary.rejected)
    assert held.filter(verdict=HeldRow.FLAGGED).count() == len(summary.flagged)
