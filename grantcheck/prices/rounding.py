"""Exact numbers to decimals, once, by a named rule."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Literal

Rounding = Literal["half-up", "half-even"]
"""Where a half goes: away from zero, as Danish public accounts print it, or to the even digit."""


def rounded(number: Fraction, digits: int = 0, rule: Rounding = "half-up") -> Decimal:
    """The decimal with `digits` decimals nearest to an exact number.

    >>> rounded(Fraction(-5, 2)), rounded(Fraction(-5, 2), rule="half-even"), rounded(Fraction(5559, 1000), 1)
    (Decimal('-3'), Decimal('-2'), Decimal('5.6'))
    """
    scaled = abs(number) * 10**digits
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    twice = 2 * rest - scaled.denominator
    if twice > 0 or (twice == 0 and (rule == "half-up" or whole % 2)):
        whole += 1
    # built from its digits, as arithmetic with Decimal would round to the context's precision
    return Decimal((int(number < 0 and whole > 0), tuple(map(int, str(whole))), -digits))


def in_decimals(number: Fraction) -> Decimal | None:
    """The number written out, or None where its decimals do not end.

    >>> in_decimals(Fraction(257, 250)), in_decimals(Fraction(1, 3))
    (Decimal('1.028'), None)
    """
    rest, digits = number.denominator, 0
    while rest % 10 == 0:
        rest, digits = rest // 10, digits + 1
    while rest % 2 == 0 or rest % 5 == 0:
        rest, digits = rest // (2 if rest % 2 == 0 else 5), digits + 1
    return rounded(number, digits) if rest == 1 else None


def decimals(number: Decimal) -> int:
    """How many decimals a number is written with.

    >>> decimals(Decimal("2.80")), decimals(Decimal(3))
    (2, 0)
    """
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
