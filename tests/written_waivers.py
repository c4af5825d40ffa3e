"""Waivers as an office writes them."""

from __future__ import annotations

from datetime import date
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook

from grantcheck.data.shipped import shipped_rules
from grantcheck.model.location import LineLocation
from grantcheck.rules.loading import load_rules
from grantcheck.waivers.entry import WaiverEntry
from grantcheck.waivers.standing import standing_of

if TYPE_CHECKING:
    from grantcheck.model.waiver import WaiverStanding
    from grantcheck.rules.rule import RuleBook

GOOD: dict[str, Any] = {
    "rule": "GC402",
    "note": "KF060",
    "reason": "Mended in the final print",
    "owner": "Anne Jensen",
    "approved_by": "Bo Holm",
    "approved_on": "2026-11-01",
    "expires": "2026-12-31",
    "case_number": "2026-0001",
}


@cache
def book() -> RuleBook:
    return load_rules(shipped_rules())


def standing(day: str = "2026-11-23", **changed: object) -> WaiverStanding:
    entry = WaiverEntry.model_validate(GOOD | changed)
    return standing_of(entry.at(LineLocation(line=2, column=1)), book(), date.fromisoformat(day))


def in_yaml(*entries: dict[str, object]) -> str:
    lines = ["waivers:"]
    for entry in entries or (GOOD,):
        keys = [f"{key}: {value!r}" for key, value in entry.items()]
        lines += [f"  - {keys[0]}", *(f"    {key}" for key in keys[1:])]
    return "\n".join(lines) + "\n"


def in_excel(*rows: list[object]) -> bytes:
    book = Workbook()
    for row in rows or (list(GOOD), list(GOOD.values())):
        book.active.append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
