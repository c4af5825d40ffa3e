"""The figures as tables on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from benchmarks.bulk import ONE_JOB, PLAIN, flatness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.bulk import BulkRuns
    from benchmarks.commands import Timed
    from benchmarks.growth import Stage
    from benchmarks.judging import Measured
    from benchmarks.reading import Read


def console() -> Console:
    """Wide enough for the tables."""
    return Console(width=140)


def judging_table(found: list[Measured]) -> Table:
    """Every peer beside grantcheck."""
    ours = found[0].rate or 0
    table = _table(
        "Judging: 20 facts a case, 30 rules of which 6 join, processor time, medians",
        "cases/s", "grantcheck is", "cases", "runs",
    )  # fmt: skip
    for one in found:
        ratio = f"{ours / one.rate:.2f}x" if one.rate else one.trouble
        rate = f"{one.rate:,.0f}" if one.rate else "-"
        table.add_row(one.name, rate, ratio, f"{one.cases}", f"{len(one.seconds)}")
    return table


def reading_table(found: list[Read]) -> Table:
    """How fast documents are read."""
    table = _table(
        "Reading: documents a second of the same notes, medians", "anew", "remembered", "notes", "runs"
    )
    for one in found:
        warm = f"{one.warm_rate:,.0f}" if one.warm_rate else "-"
        table.add_row(one.format, f"{one.cold_rate:,.1f}", warm, f"{one.notes}", f"{len(one.cold)}")
    return table


def growth_table(stages: list[Stage]) -> Table:
    """What a case costs after so many."""
    table = _table(
        "Growth: the cost of a case after so many, in one process", "microseconds a case", "peak memory, MiB"
    )
    for one in stages:
        table.add_row(f"{one.cases:,}", f"{one.microseconds:.1f}", f"{one.peak_mib:.0f}")
    return table


def commands_table(timed: list[Timed]) -> Table:
    """What a person waits for."""
    table = _table(
        "Commands, from start to end, medians; memory the most of any run",
        "seconds", "times the imports", "processor seconds", "largest process, MiB", "together, MiB", "runs",
    )  # fmt: skip
    for one in timed:
        table.add_row(
            one.name, f"{one.median:.2f}", f"{one.median / timed[0].median:.1f}", f"{one.processor_seconds:.2f}",
            f"{one.largest_mib:.0f}", f"{one.together_mib:.0f}", f"{len(one.taken)}",
        )  # fmt: skip
    return table


def show_bulk(to: Console, found: Sequence[BulkRuns]) -> None:
    """Tables from file to file, with how flat the cost is."""
    table = _table(
        "Tables from Parquet to Parquet, everything counted, medians",
        "cases", "seconds", "processor seconds", "cases/s a core", "largest process, MiB", "together, MiB", "runs",
    )  # fmt: skip
    for one in found:
        if one.trouble:
            table.add_row(one.name, f"{one.cases:,}", one.trouble)
            continue
        table.add_row(
            one.name, f"{one.cases:,}", f"{one.seconds:.2f}", f"{one.processor_seconds:.2f}", f"{one.rate:,.0f}",
            f"{one.largest_mib:.0f}", f"{one.together_mib:.0f}", f"{len(one.taken)}",
        )  # fmt: skip
    to.print(table)
    for name in (ONE_JOB, PLAIN):
        flat = flatness(found, name)
        if flat is not None:
            to.print(f"{name}: a case of the last and largest part costs {flat:.2f} times one before it.")
    to.print()


def _table(title: str, *headings: str) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column("", no_wrap=True)
    for heading in headings:
        table.add_column(heading, justify="right")
    return table
