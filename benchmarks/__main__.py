"""`python -m benchmarks [--quick] [--json FILE] [PART…]`: the measurements, as tables and as JSON."""

from __future__ import annotations

import argparse
import json
import platform
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.bulk import bulk
from benchmarks.commands import commands
from benchmarks.growth import growth
from benchmarks.judging import judging
from benchmarks.processes import speedup
from benchmarks.reading import reading
from benchmarks.shown import commands_table, console, growth_table, judging_table, reading_table, show_bulk

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

_RUNS = 5
_QUICK_RUNS = 1
"""Of what takes long."""
_COMMANDS_SECONDS = 6 * 60
_TABLES_SECONDS = 7 * 60
"""After which no round of them begins, so that all measurements end within 25 minutes."""


def main() -> None:
    """Measure and show."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks")
    asked.add_argument(
        "parts", nargs="*", metavar="PART", help=f"what to measure: {', '.join(_PARTS)}; all if none is named"
    )
    asked.add_argument("--quick", action="store_true", help="about a minute and a half, with fewer cases")
    asked.add_argument("--json", type=Path, help="where to write the figures")
    chosen = asked.parse_args()
    unknown = set(chosen.parts) - _PARTS.keys()
    if unknown:
        asked.error(f"{', '.join(sorted(unknown))} is no part. There are: {', '.join(_PARTS)}.")
    say = console()
    figures: dict[str, Any] = {"python": platform.python_version(), "quick": chosen.quick}
    for part in chosen.parts or _PARTS:
        figures[part] = _PARTS[part](say, chosen.quick)
        if chosen.json:
            chosen.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")


def _judging(say: Console, quick: bool) -> Any:  # noqa: ANN401, FBT001
    found = judging(3_000 if quick else 20_000, _RUNS)
    say.print(judging_table(found))
    return [asdict(one) | {"rate": one.rate} for one in found]


def _two_processes(say: Console, quick: bool) -> Any:  # noqa: ANN401, FBT001
    times = speedup(3_000 if quick else 20_000, _RUNS)
    say.print(f"Two processes judge {times:.2f} times as fast as one.\n")
    return times


def _growth(say: Console, quick: bool) -> Any:  # noqa: ANN401, FBT001
    found = growth((1_000, 5_000) if quick else (1_000, 10_000, 100_000, 1_000_000))
    say.print(growth_table(found))
    return [asdict(one) for one in found]


def _reading(say: Console, quick: bool) -> Any:  # noqa: ANN401, FBT001
    found = reading(10 if quick else 100, _RUNS)
    say.print(reading_table(found))
    return [asdict(one) | {"cold_rate": one.cold_rate, "warm_rate": one.warm_rate} for one in found]


def _commands(say: Console, quick: bool) -> Any:  # noqa: ANN401, FBT001
    runs, many_cold = (3, _QUICK_RUNS) if quick else (_RUNS, 3)
    found = commands(20 if quick else 1_000, 1_000 if quick else 10_000, runs, many_cold, _COMMANDS_SECONDS)
    say.print(commands_table(found))
    return [asdict(one) | {"median": one.median} for one in found]


def _tables(say: Console, quick: bool) -> Any:  # noqa: ANN401, FBT001
    sizes = (20_000,) if quick else (10_000, 100_000, 1_000_000)
    found = bulk(sizes, _QUICK_RUNS if quick else _RUNS, _TABLES_SECONDS)
    show_bulk(say, found)
    return [asdict(one) | ({"rate": one.rate} if one.taken else {}) for one in found]


_PARTS: dict[str, Callable[[Console, bool], Any]] = {
    "judging": _judging,
    "two-processes": _two_processes,
    "growth": _growth,
    "reading": _reading,
    "commands": _commands,
    "tables": _tables,
}


if __name__ == "__main__":
    main()
