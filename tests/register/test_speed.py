"""How long an import may take, counted in the time of one core, so that other work on the machine does not count."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

ALLOCATIONS = 100_000
MOST_SECONDS = 20


def test_a_hundred_thousand_allocations_are_imported_in_twenty_seconds_of_one_core(tmp_path: Path) -> None:
    file = tmp_path / "large.csv"
    with file.open("w", encoding="utf-8") as lines:
        lines.write("grant,agreement,control_area,committee,appropriation,activity,price_level,year,amount\n")
        for number in range(ALLOCATIONS // 4):
            for year in range(2022, 2026):
                lines.write(
                    f"G{number},Budgetaftale 2022,service,Kultur- og Fritidsudvalget,Kultur og Fritid,"
                    f"Indsats {number},current,{year},{340_000 + number}\n"
                )
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    said = subprocess.run(
        [
            sys.executable,
            "-m",
            "grantcheck",
            "register",
            "import",
            str(file),
            "--register",
            str(tmp_path / "r"),
        ],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert "100 000 rows, 25 000 grants, 2022–2025" in said
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime <= MOST_SECONDS
