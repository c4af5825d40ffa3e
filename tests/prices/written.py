"""Series written as files, for the tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from grantcheck.prices.loading import load_series
from grantcheck.prices.series import PriceSeries

TODAY = date(2026, 1, 1)
EARLY, LATE = date(2021, 8, 1), date(2022, 8, 1)

TOWN_SERVICE = """\
series: town-service
kind: service
unit: percent
steps:
  - {from: 2025, to: 2026, value: "2.8", status: estimate, edition: 2025-06-03, reference: "where the figure stands"}
"""

TWO_EDITIONS = """\
series: town-twice
kind: general
unit: percent
steps:
  - {from: 2021, to: 2022, value: "1.7", status: estimate, edition: 2021-08-01, reference: "first budget bill"}
  - {from: 2021, to: 2022, value: "3.3", status: estimate, edition: 2022-08-01, reference: "next budget bill"}
  - {from: 2022, to: 2023, value: "2.3", status: estimate, edition: 2022-08-01, reference: "next budget bill"}
"""

Written = Callable[[str], PriceSeries]


def step(from_year: int, value: str, /, **more: str) -> str:
    """A line of `steps`, from a year to the next."""
    entries = {
        "from": str(from_year),
        "to": str(from_year + 1),
        "value": f'"{value}"',
        "status": "estimate",
        "edition": "2025-06-03",
        "reference": '"page 1"',
    } | more
    return "  - {" + ", ".join(f"{key}: {text}" for key, text in entries.items()) + "}"


def file(*steps: str, head: str = "", unit: str = "percent", kind: str = "service") -> str:
    """A series file: its head is five lines and those of `head`, so the first step stands right behind."""
    return "\n".join(
        ["series: town", f"kind: {kind}", f"unit: {unit}", *head.splitlines(), "steps:", *steps, ""]
    )


def series(text: str, folder: Path, name: str = "town.yaml") -> PriceSeries:
    """The series that a file of this text holds."""
    path = folder / name
    path.write_text(text, "utf-8")
    return load_series(path)
