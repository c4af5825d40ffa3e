"""`python -m benchmarks [--quick] [--json FILE]`: every measurement, as a table and as JSON."""

from __future__ import annotations

import argparse
import json
import platform
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.judging import Measured, judging


def main() -> None:
    """Measure and show."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks")
    asked.add_argument("--quick", action="store_true", help="about a minute")
    asked.add_argument("--json", type=Path, help="where to write the figures")
    chosen = asked.parse_args()
    found = judging(2_000 if chosen.quick else 10_000, 5)
    _show(found)
    if chosen.json:
        figures = {
            "python": platform.python_version(),
            "judging": [asdict(one) | {"rate": one.rate} for one in found],
        }
        chosen.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")


def _show(found: list[Measured]) -> None:
    ours = found[0].rate or 0
    table = Table(title="Judging: 20 facts a case, 30 rules of which 6 join, one core, medians")
    for heading in ("", "cases/s", "grantcheck is", "cases", "runs"):
        table.add_column(heading, justify="left" if not heading else "right")
    for one in found:
        ratio = f"{ours / one.rate:.2f}x" if one.rate else one.trouble
        table.add_row(
            one.name, f"{one.rate:,.0f}" if one.rate else "-", ratio, f"{one.cases}", f"{len(one.seconds)}"
        )
    Console(width=100).print(table)


if __name__ == "__main__":
    main()
