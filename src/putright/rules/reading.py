"""Reading one table of a rule file, key by key, noting every fault instead of stopping at the first.

A key that is missing or wrong is noted and an empty value handed back, so that the rest of the file is still read.
Nothing built from a file with faults is ever used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from putright.rules.faults import FaultList

Choice = TypeVar("Choice", bound=str)


class Table:
    """One table of a rule file: asks for its keys one by one and remembers which were asked for."""

    def __init__(self, content: Mapping[str, Any], file: str, place: str, faults: FaultList) -> None:
        self._content = content
        self._asked: set[str] = set()
        self.file = file
        self.place = place
        self.faults = faults

    def fault(self, what: str, why: str, remedy: str, key: str = "") -> None:
        """Note a fault of this table, or of one key of it."""
        self.faults.note(self.file, self._where(key), what, why, remedy)

    def _where(self, key: str) -> str:
        return f"{self.place}.{key}" if key and self.place else key or self.place or "the whole file"

    def has(self, key: str) -> bool:
        """Whether `key` is there; counts as asking for it."""
        self._asked.add(key)
        return key in self._content

    def _take(self, key: str, why: str, remedy: str) -> Any:
        if self.has(key):
            return self._content[key]
        self.fault(f"{key} is missing.", why, remedy, key)
        return None

    def text(self, key: str, why: str = "It is shown to people.", remedy: str = "") -> str:
        """Words, never empty."""
        remedy = remedy or f'Write {key} = "…".'
        value = self._take(key, why, remedy)
        if value is None:
            return ""
        if not isinstance(value, str) or not value.strip():
            self.fault(f"{key} must be words, not {value!r}.", why, remedy, key)
            return ""
        return value

    def texts(self, key: str, needed: str = "") -> tuple[str, ...]:
        """A list of words; `needed` says why it must be there, without it the list may be left out."""
        remedy = f'Write {key} = ["…", "…"].'
        if not self.has(key) and not needed:
            return ()
        value = self._take(key, needed, remedy)
        if value is None:
            return ()
        if (
            not isinstance(value, list)
            or not value
            or not all(isinstance(item, str) and item.strip() for item in value)
        ):
            self.fault(f"{key} must be a list of words.", needed or "Each is shown by itself.", remedy, key)
            return ()
        return tuple(value)

    def choice(self, key: str, allowed: tuple[Choice, ...], why: str) -> Choice:
        """One of the words allowed."""
        remedy = f"Write one of: {', '.join(allowed)}."
        value = self._take(key, why, remedy)
        for known in allowed:
            if value == known:
                return known
        if value is not None:
            self.fault(f"{key} is {value!r}, which is not known.", why, remedy, key)
        return allowed[0]

    def whole_number(self, key: str, why: str) -> int:
        """A whole number, 1 or more."""
        remedy = f"Write {key} = a whole number, 1 or more."
        value = self._take(key, why, remedy)
        if value is None:
            return 0
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            self.fault(f"{key} is {value!r}: it must be a whole number, 1 or more.", why, remedy, key)
            return 0
        return value

    def day(self, key: str, why: str) -> date:
        """A date."""
        remedy = f"Write {key} = 2006-09-01, year first and without quotation marks."
        value = self._take(key, why, remedy)
        if value is None:
            return date.min
        if not isinstance(value, date) or isinstance(value, datetime):
            self.fault(f"{key} is {value!r}, which is not a date.", why, remedy, key)
            return date.min
        return value

    def flag(self, key: str, why: str) -> bool:
        """true or false; there is no default."""
        remedy = f"Write {key} = true or {key} = false."
        value = self._take(key, why, remedy)
        if value is None:
            return False
        if not isinstance(value, bool):
            self.fault(f"{key} is {value!r}: it must be true or false.", why, remedy, key)
            return False
        return value

    def flag_or(self, key: str, default: bool) -> bool:
        """true or false; `default` if the key is not there."""
        return self.flag(key, "It is one or the other.") if self.has(key) else default

    def some_of(self, key: str, known: Mapping[str, str], why: str, *, needed: bool = False) -> tuple[str, ...]:
        """A list of code names out of `known`; it may be left out unless it is `needed`."""
        names = self.texts(key, why if needed else "")
        for name in names:
            if name not in known:
                self.fault(f"{key} has {name!r}, which is not known.", why, f"Write some of: {', '.join(known)}.", key)
        return names

    def table(self, key: str, why: str, remedy: str) -> Table | None:
        """The table under `key`; None, and a fault, if there is none."""
        value = self._take(key, why, remedy)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.fault(f"{key} must be a table.", why, remedy, key)
            return None
        return Table(value, self.file, self._where(key), self.faults)

    def named_tables(self, key: str) -> Iterator[tuple[str, Table]]:
        """The tables within the table `key`, by name; nothing if the key is not there."""
        if not self.has(key):
            return
        value = self._content[key]
        if not isinstance(value, dict) or not all(isinstance(item, dict) for item in value.values()):
            self.fault(f"{key} must hold tables.", "Each has a name.", f"Write [{self._where(key)}.NAME].", key)
            return
        for name, item in value.items():
            yield name, Table(item, self.file, f"{self._where(key)}.{name}", self.faults)

    def listed_tables(self, key: str) -> Iterator[Table]:
        """The tables listed under `key`, in order; nothing if the key is not there."""
        if not self.has(key):
            return
        value = self._content[key]
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.fault(
                f"{key} must be a list of tables.", "Each stands by itself.", f"Write [[{self._where(key)}]].", key
            )
            return
        for number, item in enumerate(value, start=1):
            yield Table(item, self.file, f"{self._where(key)}[{number}]", self.faults)

    def no_code_twice(self, key: str, codes: Sequence[str]) -> None:
        """Note every code that stands more than once under `key`."""
        for code in sorted({code for code in codes if code and codes.count(code) > 1}):
            self.fault(f"{code!r} is there twice.", "A code stands for one thing.", "Give one another code.", key)

    def no_other_keys(self) -> None:
        """Note every key that nobody asked for."""
        known = ", ".join(sorted(self._asked))
        for key in self._content:
            if key not in self._asked:
                self.fault(
                    f"{key} is not a key that is known here.",
                    "A misspelt key would be passed over in silence.",
                    f"Known here: {known}.",
                    key,
                )
