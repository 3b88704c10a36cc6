"""`python -m putright`, which ./run calls."""

from __future__ import annotations

from putright.commands.main import putright

if __name__ == "__main__":
    putright(prog_name="./run")
