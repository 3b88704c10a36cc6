"""A definition written as the TOML a council's file would hold; what is read back from it is the same."""

from __future__ import annotations

import json
from collections.abc import Mapping

Given = str | bool | int | list["Given"] | dict[str, "Given"]
"""What a definition is made of."""

_WIDTH = 100


def table_toml(entries: Mapping[str, Given]) -> str:
    """The entries as one `[[table]]` of a `tables.toml`, with its blocks under it."""
    lines = ["[[table]]", *(f"{key} = {_written(value)}" for key, value in entries.items() if key != "block")]
    blocks = entries.get("block", [])
    for block in blocks if isinstance(blocks, list) else []:
        lines += ["", "[[table.block]]"]
        if isinstance(block, dict):
            lines += [f"{key} = {_written(value)}" for key, value in block.items()]
    return "\n".join(lines) + "\n"


def _written(value: Given) -> str:
    short = _short(value)
    if not isinstance(value, list) or len(short) <= _WIDTH:
        return short
    return "[\n" + "".join(f"  {_short(item)},\n" for item in value) + "]"


def _short(value: Given) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, list):
        return f"[{', '.join(_short(item) for item in value)}]"
    return f"{{ {', '.join(f'{_key(key)} = {_short(item)}' for key, item in value.items())} }}" if value else "{}"


def _key(key: str) -> str:
    return key if key.isascii() and key.replace("_", "").isalnum() else _text(key)


def _text(text: str) -> str:
    # A JSON string is a TOML basic string, but for the delete character, which TOML wants escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
