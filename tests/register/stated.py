"""Files to import, in a line or two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from grantcheck.model.grant import GrantRow
from grantcheck.model.location import LineLocation
from grantcheck.model.money import Kroner
from grantcheck.model.terms import ControlArea
from grantcheck.register.drafts import Draft, DraftRow, FileRead, years_named

SPRING, AUTUMN = date(2026, 3, 1), date(2026, 9, 1)
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def gave(amounts: Mapping[int, int], agreement: str = "Budgetaftale 2022", **fields: Any) -> list[GrantRow]:
    """A row for each year."""
    said: dict[str, Any] = {
        "grant": "KF031",
        "title": "Natåben læsesal",
        "control_area": ControlArea.SERVICE,
        "committee": "Kultur- og Fritidsudvalget",
        "appropriation": "Kultur og Fritid",
        "activity": "Læsesal",
        "price_level": "current",
        **fields,
    }
    return [
        GrantRow(agreement=agreement, year=year, amount=Kroner(amount), **said)
        for year, amount in amounts.items()
    ]


def file_with(
    *rows: Iterable[GrantRow], name: str = "grants.csv", covered: tuple[int, int] | None = None
) -> FileRead:
    """A file that says just that."""
    flat = [row for group in rows for row in group]
    drafted = tuple(DraftRow(row, LineLocation(line=n, column=1)) for n, row in enumerate(flat, start=2))
    draft = Draft(drafted, covered=covered or years_named(drafted))
    content = sha256(repr((name, flat, covered)).encode()).hexdigest()
    return FileRead(name, content, "0" * 64, draft)
