"""A fault of one imported row, made from the kind it is of."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from putright.intake.fault_kinds import KINDS, Treatment

LONGEST_SHOWN = 200
_PICTURES = (
    {number: 0x2400 + number for number in range(0x20)} | {0x7F: 0x2421} | dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of one row. `column` is the heading, None where the fault is of the row; `value` as it is printed."""

    code: str
    treatment: Treatment
    column: str | None
    value: str
    reason: str
    remedy: str

    def as_words(self) -> dict[str, str | None]:
        """The fault for JSON, by the names of its fields."""
        return asdict(self)


def fault(code: str, column: str | None, value: str = "", *, treatment: Treatment | None = None, **found: str) -> Fault:
    """The fault `code` of the cell under `column`; `found` fills the words of its reason and remedy.

    The value is shown shortened, with signs in the place of control characters.
    """
    kind = KINDS[code]
    shown = readable(value if len(value) <= LONGEST_SHOWN else f"{value[:LONGEST_SHOWN]}…").translate(_PICTURES)
    words = {"column": column or "the row", "value": shown, **found}
    return Fault(
        code, treatment or kind.treatment, column, shown, kind.reason.format(**words), kind.remedy.format(**words)
    )


def readable(text: str) -> str:
    """`text` as it can be stored and shown: a byte outside its encoding reads as in Windows-1252, NUL as its sign."""
    shown = text.replace("\0", "␀")
    if shown.isascii() or not any("\ud800" <= character <= "\udfff" for character in shown):
        return shown
    return "".join(_as_windows_1252(character) for character in shown)


def _as_windows_1252(character: str) -> str:
    if not "\udc80" <= character <= "\udcff":
        return "\ufffd" if "\ud800" <= character <= "\udfff" else character
    return bytes([ord(character) - 0xDC00]).decode("cp1252", "replace")
