"""Money as integers with a unit; `Decimal` only where a rate or a decimal comma comes in.

`Kroner` is what a note is stated in and what reports show. `Ore` is what the rules compare, so that half a
krone, the smallest rounding band, is still an integer.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import NewType

Kroner = NewType("Kroner", int)
"""Whole kroner."""

Ore = NewType("Ore", int)
"""Hundredths of a krone."""

ORE_PER_KRONE = 100


def to_ore(amount: Kroner) -> Ore:
    """Kroner to øre, exactly."""
    return Ore(amount * ORE_PER_KRONE)


def rounded_half_up(value: Decimal) -> int:
    """The nearest integer; a half goes away from zero, as Danish public accounts print it."""
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def whole_kroner(figure: Decimal, unit: int) -> Kroner | None:
    """A printed figure times its unit, or None where that is not a whole number of kroner.

    >>> whole_kroner(Decimal("0.2"), 1_000_000)
    200000
    >>> whole_kroner(Decimal("0.0005"), 1_000) is None
    True
    """
    with localcontext(prec=len(figure.as_tuple().digits) + len(str(unit))):  # the usual one rounds
        amount = figure * unit
    if amount != amount.to_integral_value():
        return None
    return Kroner(int(amount))
