"""CSV bytes to records: physical lines, quotes that never close, and nothing lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from putright.intake.encodings import Encoding
from putright.intake.reading_csv import MOST_LINES_OF_A_RECORD, read_csv
from putright.intake.rows import Row

UTF_8 = Encoding("utf-8", has_mark=False, lines=0)


def read(tmp_path: Path, content: bytes, encoding: Encoding = UTF_8) -> list[Row]:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    rows = list(read_csv(path, encoding))
    start = 3 if encoding.has_mark else 0
    assert "".join(row.raw for row in rows).encode(encoding.python_name, "surrogateescape") == content[start:]
    return rows


def in_short(rows: list[Row]) -> list[tuple[int, tuple[str, ...], str]]:
    return [(row.line, row.cells, row.broken.code if row.broken else "") for row in rows]


def test_lines_are_physical_lines(tmp_path: Path) -> None:
    rows = read(tmp_path, b'a,b\r\n1,"two\r\nlines"\r\n\r\n3,4\n')
    assert in_short(rows) == [
        (1, ("a", "b"), ""),
        (2, ("1", "two\r\nlines"), ""),
        (4, (), ""),
        (5, ("3", "4"), ""),
    ]


def test_a_byte_order_mark_is_left_out(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbfa,b\n", Encoding("utf-8", has_mark=True, lines=1))[0].cells == ("a", "b")


def test_a_byte_outside_the_encoding_is_kept(tmp_path: Path) -> None:
    rows = read(tmp_path, b"a,b\nworker\x92s,caf\xc3\xa9\n")
    assert rows[1].cells == ("worker\udc92s", "café")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'a,b\n1,"open\n', [(2, ("1", "open"), "unterminated_quote")]),
        (b'a,b\n1,"open\n3,4\n5,6\n',
         [(2, ("1", "open"), "unterminated_quote"), (3, ("3", "4"), ""), (4, ("5", "6"), "")]),
        (b'a,b\n1,"open\n3,"four"\n', [(2, ("1", "open"), "unterminated_quote"), (3, ("3", "four"), "")]),
        (b'a,b\n1,"open\n3,4"\n5,6\n', [(2, ("1", "open\n3,4"), ""), (4, ("5", "6"), "")]),
        (b'a,b\n"1,open\n3,4\n5",6,7\n',
         [(2, ("1,open",), "unterminated_quote"), (3, ("3", "4"), ""), (4, ('5"', "6", "7"), "")]),
        (b'a,b\n1,"x" y\n3,4\n', [(2, ("1", "x y"), "bad_quotes"), (3, ("3", "4"), "")]),
        (b"a,b\n1,x\ry\n3,4\n", [(2, ("1", "x y"), "stray_carriage_return"), (3, ("3", "4"), "")]),
        (b'a,b\n1,5" pipe\n', [(2, ("1", '5" pipe'), "")]),
        (b'a,b\n1,"say ""no"", twice"\n', [(2, ("1", 'say "no", twice'), "")]),
        (b"a,b\n1,x\x00y\n", [(2, ("1", "x\x00y"), "")]),
        (b"a,b\n1,2", [(2, ("1", "2"), "")]),
    ],
)  # fmt: skip
def test_what_is_broken_is_named_and_the_rest_is_read(
    tmp_path: Path, content: bytes, expected: list[tuple[int, tuple[str, ...], str]]
) -> None:
    assert in_short(read(tmp_path, content)[1:]) == expected


def test_a_quote_that_never_closes_does_not_swallow_a_long_file(tmp_path: Path) -> None:
    many = MOST_LINES_OF_A_RECORD + 10
    rows = read(tmp_path, b'a,b\n1,"open\n' + b"3,4\n" * many)
    assert len(rows) == many + 2
    assert [row.line for row in rows if row.broken] == [2]


def test_a_very_long_cell_is_read(tmp_path: Path) -> None:
    rows = read(tmp_path, b"a,b\n1," + b"x" * 2_000_000 + b"\n3,4\n")
    assert [len(cell) for cell in rows[1].cells] == [1, 2_000_000]
    assert rows[2].line == 3
