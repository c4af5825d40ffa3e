"""Grants of a register in a line."""

from __future__ import annotations

from grantcheck.model.grant import Grant, GrantRow
from grantcheck.model.money import Kroner
from grantcheck.model.terms import ControlArea, PriceLevel

YEARS = (2022, 2023, 2024, 2025)


def grant_of(  # noqa: PLR0913 - one parameter for each column of a register
    id: str,  # noqa: A002 - as the register calls it
    title: str,
    *,
    amount: int = 340,
    agreement: str = "Budgetaftale 2022",
    area: ControlArea | None = ControlArea.SERVICE,
    committee: str = "Kultur- og Fritidsudvalget",
    activities: tuple[str, ...] = ("",),
    level: PriceLevel | None = "current",
    years: tuple[int, ...] = YEARS,
) -> Grant:
    """A grant with `amount` thousand kroner a year for each activity; known two years beyond its last."""
    rows = tuple(
        GrantRow(
            grant=id,
            title=title,
            agreement=agreement,
            control_area=area,
            committee=committee,
            appropriation="Kultur",
            activity=activity,
            price_level=level,
            year=year,
            amount=Kroner(amount * 1000),
        )
        for year in years
        for activity in activities
    )
    return Grant(id, title, rows, (*years, years[-1] + 1, years[-1] + 2))
