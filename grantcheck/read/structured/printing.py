"""Amounts back to the figures that a table of their unit prints."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from grantcheck.model.money import Kroner, whole_kroner
from grantcheck.read.numbers import parse_figure

if TYPE_CHECKING:
    from collections.abc import Iterable


def precision_of(amounts: Iterable[int | None], unit: int | None) -> Kroner | None:
    """The value of the last digit that these amounts need in their unit.

    >>> precision_of([205_000, 205_500], 1_000)
    100
    """
    if unit is None:
        return None
    known = [amount for amount in amounts if amount]
    precision = unit
    while precision > 1 and any(amount % precision for amount in known):
        precision = precision // 10 if precision % 10 == 0 else 1
    return Kroner(precision)


def printed_figure(amount: int, unit: int | None, precision: int | None) -> str:
    """An amount as Danish tables print it.

    >>> printed_figure(-1_250_500, 1_000, 100)
    '-1.250,5'
    """
    figure = Decimal(amount) / (unit or 1)
    if figure * (unit or 1) != amount:
        return _grouped(amount, "")
    decimals = len(str((unit or 1) // (precision or unit or 1))) - 1
    whole, _, fraction = f"{abs(figure):.{decimals}f}".partition(".")
    return ("-" if amount < 0 else "") + _grouped(int(whole), fraction)


def _grouped(whole: int, fraction: str) -> str:
    text = f"{whole:,}".replace(",", ".")
    return f"{text},{fraction}" if fraction else text


def says(printed: str, amount: int, unit: int | None) -> bool:
    """Whether a printed figure is this amount."""
    figure = parse_figure(printed)
    return figure is not None and whole_kroner(figure.value, unit or 1) == amount
