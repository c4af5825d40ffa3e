"""A process that imports one file when told to; tests start it, and kill it.

Arguments: the address of the register, the name of the grants, how many lines there are. It says "ready", waits for a
line, says "begun", imports, and says "done".
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from hashlib import sha256

from grantcheck.model.grant import GrantRow
from grantcheck.model.location import LineLocation
from grantcheck.model.money import Kroner
from grantcheck.register.drafts import Draft, DraftRow, FileRead
from grantcheck.register.store import open_register

YEARS = range(2022, 2026)


def file_of(name: str, lines: int) -> FileRead:
    here = LineLocation(line=2, column=1)
    rows = tuple(
        DraftRow(
            GrantRow(
                f"{name}-{line:05}", name, "Budgetaftale 2022", None, "", "", "", None, year, Kroner(1000)
            ),
            here,
        )
        for line in range(lines)
        for year in YEARS
    )
    return FileRead(f"{name}.csv", sha256(name.encode()).hexdigest(), "0" * 64, Draft(rows, (), (2022, 2026)))


def main(address: str, name: str, lines: str) -> None:
    file, register = file_of(name, int(lines)), open_register(address)
    print("ready", flush=True)  # noqa: T201 - how it talks to the test
    sys.stdin.readline()
    print("begun", flush=True)  # noqa: T201
    register.add(file, date(2026, 1, 1), datetime.now(UTC))
    print("done", flush=True)  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
