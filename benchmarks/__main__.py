"""`python -m benchmarks [--quick] [--json FILE]`: every measurement, as tables and as JSON."""

from __future__ import annotations

import argparse
import json
import platform
from dataclasses import asdict
from pathlib import Path

from benchmarks.bulk import bulk
from benchmarks.commands import commands
from benchmarks.growth import growth
from benchmarks.judging import judging
from benchmarks.processes import speedup
from benchmarks.shown import commands_table, console, growth_table, judging_table, show_bulk

_RUNS = 5
_QUICK_RUNS = 1
"""Of tables, which take long."""


def main() -> None:
    """Measure and show."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks")
    asked.add_argument("--quick", action="store_true", help="about a minute, with fewer cases")
    asked.add_argument("--json", type=Path, help="where to write the figures")
    asked.add_argument("--pdf", type=Path, help="a budget note as PDF, to audit it cold")
    chosen = asked.parse_args()
    quick = chosen.quick
    say = console()
    judged = judging(4_000 if quick else 20_000, _RUNS)
    say.print(judging_table(judged))
    times = speedup(4_000 if quick else 20_000, _RUNS)
    say.print(f"Two processes judge {times:.2f} times as fast as one.\n")
    stages = growth((1_000, 5_000) if quick else (1_000, 10_000, 100_000, 1_000_000))
    say.print(growth_table(stages))
    timed = commands(50 if quick else 1_000, 1_000 if quick else 10_000, _RUNS, chosen.pdf)
    say.print(commands_table(timed))
    tables = bulk((2_000, 20_000) if quick else (10_000, 100_000, 1_000_000), _QUICK_RUNS if quick else _RUNS)
    show_bulk(say, tables)
    if chosen.json:
        figures = {
            "python": platform.python_version(),
            "judging": [asdict(one) | {"rate": one.rate} for one in judged],
            "two_processes": times,
            "growth": [asdict(one) for one in stages],
            "commands": [asdict(one) | {"median": one.median} for one in timed],
            "tables": [asdict(one) for one in tables],
        }
        chosen.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
