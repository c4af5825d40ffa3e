"""Price series in a line, and what a comparison stands on with them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from grantcheck.derive.price_levels.assumptions import Assumptions
from grantcheck.model.choices import AmountChoices
from grantcheck.prices.book import PriceBook
from grantcheck.prices.series import PriceSeries, SeriesKind, SeriesUnit, Step, StepStatus

TODAY = date(2026, 11, 23)
JUNE = date(2025, 6, 3)
AUGUST = date(2025, 8, 19)


def step(from_year: int, percent: str, edition: date = JUNE, **fields: Any) -> Step:
    """A rise into the year after `from_year`."""
    return Step(
        from_year=from_year,
        to_year=from_year + 1,
        value=Decimal(percent),
        status=StepStatus.ESTIMATE,
        edition=edition,
        reference="line 3",
        line=from_year - 2000,
        **fields,
    )


def series(*steps: Step, **fields: Any) -> PriceSeries:
    """A service series of a town."""
    named = {"name": "town", "kind": SeriesKind.SERVICE, "unit": SeriesUnit.PERCENT}
    paths = {"path": "town.yaml", "shown_path": "town.yaml"}
    return PriceSeries(**{**named, **paths, "steps": steps, **fields})


def priced(
    *steps: Step, as_of: date = TODAY, fields: dict[str, Any] | None = None, **choices: Any
) -> Assumptions:
    """One series that serves every area, with the choices of an office."""
    book = PriceBook(as_of=as_of, default=series(*steps, **(fields or {})))
    return Assumptions(book, AmountChoices(**choices))
