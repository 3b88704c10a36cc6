"""`python -m putright`, which ./run calls."""

from __future__ import annotations

import errno
import sys

from putright.commands.main import putright

OF_THE_MACHINE = {
    errno.EACCES: "Give yourself permission there, or name another data folder: PUTRIGHT_DATA=DIR",
    errno.EPERM: "Give yourself permission there, or name another data folder: PUTRIGHT_DATA=DIR",
    errno.EROFS: "Name a data folder that can be written: PUTRIGHT_DATA=DIR",
    errno.ENOSPC: "Make room, or name a data folder where there is some: PUTRIGHT_DATA=DIR",
}


def main() -> None:
    """Run the command that was called; what the machine refuses is told in one line, with the remedy."""
    try:
        putright(prog_name="./run")
    except OSError as problem:
        if problem.errno not in OF_THE_MACHINE:
            raise
        place = f"{problem.filename}: " if problem.filename else ""
        sys.exit(f"Error: {place}{problem.strerror}. {OF_THE_MACHINE[problem.errno]}")


if __name__ == "__main__":
    main()
