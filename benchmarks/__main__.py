"""`python -m benchmarks [--quick] [--json FILE]`: every measurement, as tables and as JSON."""

from __future__ import annotations

import argparse
import json
import platform
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.commands import Timed, commands
from benchmarks.growth import Stage, growth
from benchmarks.judging import Measured, judging
from benchmarks.processes import speedup

_RUNS = 5


def main() -> None:
    """Measure and show."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks")
    asked.add_argument("--quick", action="store_true", help="about a minute, with fewer cases")
    asked.add_argument("--json", type=Path, help="where to write the figures")
    asked.add_argument("--pdf", type=Path, help="a budget note as PDF, to audit it cold")
    chosen = asked.parse_args()
    quick = chosen.quick
    console = Console(width=100)
    judged = judging(4_000 if quick else 20_000, _RUNS)
    console.print(_judging_table(judged))
    times = speedup(4_000 if quick else 20_000, _RUNS)
    console.print(f"Two processes judge {times:.2f} times as fast as one.\n")
    stages = growth((1_000, 5_000) if quick else (1_000, 10_000, 100_000, 1_000_000))
    console.print(_growth_table(stages))
    timed = commands(50 if quick else 1_000, 1_000 if quick else 10_000, _RUNS, chosen.pdf)
    console.print(_commands_table(timed))
    if chosen.json:
        figures = {
            "python": platform.python_version(),
            "judging": [asdict(one) | {"rate": one.rate} for one in judged],
            "two_processes": times,
            "growth": [asdict(one) for one in stages],
            "commands": [asdict(one) | {"median": one.median} for one in timed],
        }
        chosen.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")


def _judging_table(found: list[Measured]) -> Table:
    ours = found[0].rate or 0
    table = _table("Judging: 20 facts a case, 30 rules of which 6 join, processor time, medians")
    for heading in ("cases/s", "grantcheck is", "cases", "runs"):
        table.add_column(heading, justify="right")
    for one in found:
        ratio = f"{ours / one.rate:.2f}x" if one.rate else one.trouble
        rate = f"{one.rate:,.0f}" if one.rate else "-"
        table.add_row(one.name, rate, ratio, f"{one.cases}", f"{len(one.seconds)}")
    return table


def _growth_table(stages: list[Stage]) -> Table:
    table = _table("Growth: the cost of a case after so many, in one process")
    for heading in ("microseconds a case", "peak memory, MiB"):
        table.add_column(heading, justify="right")
    for one in stages:
        table.add_row(f"{one.cases:,}", f"{one.microseconds:.1f}", f"{one.peak_mib:.0f}")
    return table


def _commands_table(timed: list[Timed]) -> Table:
    table = _table("Commands, from start to end")
    for heading in ("seconds", "times the bare imports"):
        table.add_column(heading, justify="right")
    for one in timed:
        table.add_row(one.name, f"{one.median:.2f}", f"{one.median / timed[0].median:.1f}")
    return table


def _table(title: str) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column("")
    return table


if __name__ == "__main__":
    main()
