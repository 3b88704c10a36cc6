"""Reading TOML tables so that every fault of a file is found in one reading.

`Entries` is one table. Each value is asked for by key and kind; a wrong or missing one is noted as a fault and a
harmless stand-in returned, so that reading goes on. `finish` notes every key that nobody asked for: a misspelt key
is a fault, never ignored.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from putright.authorities.faults import AuthorityFault


class Entries:
    """One table of a TOML file, with the file and place it stands in and the list its faults go to."""

    def __init__(self, table: Mapping[str, Any], file: str, place: str, faults: list[AuthorityFault]) -> None:
        self.table = table
        self.file = file
        self.place = place
        self.faults = faults
        self._asked: set[str] = set()

    def fault(self, what: str, remedy: str, key: str | None = None) -> None:
        """Note a fault of this table, or of its entry `key`."""
        self.faults.append(AuthorityFault(self.file, self._at(key), what, remedy))

    def has(self, key: str) -> bool:
        """Whether the table holds `key`; asking does not count as reading it."""
        return key in self.table

    def text(self, key: str, *, default: str | None = None) -> str:
        """A string that is not blank; required unless a default is given."""
        value = self._value(key, str, "text in quotes", default)
        if isinstance(value, str) and key in self.table and not value.strip():
            self.fault("is blank", "write a text in quotes", key)
        return value if isinstance(value, str) else ""

    def whole(self, key: str, *, least: int = 0, default: int | None = None) -> int:
        """A whole number of at least `least`; required unless a default is given."""
        value = self._value(key, int, "a whole number", default)
        if isinstance(value, bool) or not isinstance(value, int):
            return least
        if value < least:
            self.fault(f"is {value}", f"write a whole number of at least {least}", key)
        return value

    def truth(self, key: str, *, default: bool = False) -> bool:
        """true or false."""
        value = self._value(key, bool, "true or false", default)
        return value if isinstance(value, bool) else default

    def day(self, key: str) -> date | None:
        """A date written 2017-04-01 without quotes, or None when the key is not there."""
        if key not in self.table:
            return None
        value = self._value(key, date, "a date such as 2017-04-01, without quotes", None)
        if isinstance(value, datetime):
            self.fault("has a time of day", "write the date only, such as 2017-04-01", key)
            return value.date()
        return value if isinstance(value, date) else None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings, empty when the key is not there."""
        value = self._value(key, list, "a list of texts", [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            self.fault("is not a list of texts", 'write it as ["one", "two"]', key)
            return ()
        return tuple(value)

    def choice(self, key: str, among: tuple[str, ...], *, default: str | None = None) -> str:
        """A string that is one of `among`; required unless a default is given."""
        value = self.text(key, default=default)
        if value and value not in among:
            self.fault(f"is {value!r}", f"write one of: {', '.join(among)}", key)
            return among[0]
        return value or among[0]

    def words(self, key: str) -> dict[str, str]:
        """A table whose values are all strings, empty when the key is not there."""
        value = self._value(key, dict, "a table of texts", {})
        if not isinstance(value, dict) or not all(isinstance(item, str) and item.strip() for item in value.values()):
            self.fault("is not a table of texts", 'write it as { one = "text", two = "text" }', key)
            return {}
        return dict(value)

    def part(self, key: str) -> Entries:
        """The table under `key`, an empty one when it is not there."""
        value = self._value(key, dict, "a table", {})
        return Entries(value if isinstance(value, dict) else {}, self.file, self._at(key), self.faults)

    def parts(self, key: str, named_by: str) -> Iterator[Entries]:
        """The tables of the list under `key`; `named_by` is the entry by which a fault names its table."""
        value = self._value(key, list, "a list of tables", [])
        for number, item in enumerate(value if isinstance(value, list) else [], start=1):
            place = f"{self._at(key)} {number}"
            if not isinstance(item, dict):
                self.faults.append(AuthorityFault(self.file, place, "is not a table", "write it as { … = … }"))
                continue
            name = item.get(named_by)
            yield Entries(item, self.file, f"{place} ({name})" if isinstance(name, str) else place, self.faults)

    def raw(self, key: str) -> object:
        """The value as it stands in the file, None when the key is not there; for a reader that judges it itself."""
        self._asked.add(key)
        return self.table.get(key)

    def finish(self) -> None:
        """Note every key that was not asked for."""
        for key in self.table:
            if key not in self._asked:
                known = ", ".join(sorted(self._asked))
                self.fault("is not a known entry", f"remove it, or correct its spelling to one of: {known}", key)

    def _at(self, key: str | None) -> str:
        return " ".join(part for part in (self.place, key) if part) or "the whole file"

    def _value(self, key: str, kind: type, wanted: str, default: object) -> object:
        self._asked.add(key)
        if key not in self.table:
            if default is None:
                self.fault("is missing", f"write {wanted}", key)
            return default
        value = self.table[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.fault(f"is {value!r}", f"write {wanted}", key)
            return default
        return value


def read_toml(path: Path, faults: list[AuthorityFault], *, named: str) -> Entries | None:
    """The tables of a TOML file called `named` in faults, or None when it cannot be read, which is then a fault."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        faults.append(AuthorityFault(named, "the whole file", "is not there", f"create {named}"))
    except UnicodeDecodeError as error:
        faults.append(AuthorityFault(named, f"byte {error.start}", "is not UTF-8", "save the file as UTF-8"))
    except tomllib.TOMLDecodeError as error:
        faults.append(AuthorityFault(named, "the whole file", f"is not TOML: {error}", "correct the line it names"))
    else:
        return Entries(table, named, "", faults)
    return None
