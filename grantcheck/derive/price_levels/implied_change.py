"""The requests that an indicative yearly price change would explain."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from grantcheck.data.profile import ImpliedChange
from grantcheck.model.formatting import format_percent
from grantcheck.model.money import ORE_PER_KRONE, Kroner
from grantcheck.model.text import Text

LIMITS = ("low_limit", "high_limit", "error_limit")


def implied_limits(
    earlier: Kroner | None,
    requested: Kroner | None,
    steps: int | None,
    half_units: tuple[Decimal, Decimal],
    change: ImpliedChange,
) -> dict[str, int | None]:
    """Øre: the lowest and highest request within the indicative change, and where it becomes an error.

    Compounded over `steps` years, and widened by the rounding of both figures (half a printed unit each,
    earlier first). All None where an amount or the number of steps is not known.
    """
    if earlier is None or requested is None or not steps:
        return dict.fromkeys(LIMITS)
    half_earlier, half_requested = half_units
    lowest = (earlier - half_earlier) * _factor(change.low, steps) - half_requested
    highest = (earlier + half_earlier) * _factor(change.high, steps) + half_requested
    error = (earlier + half_earlier) * _factor(change.error_above, steps) + half_requested
    return dict(
        zip(
            LIMITS,
            (_ore(lowest, ROUND_FLOOR), _ore(highest, ROUND_CEILING), _ore(error, ROUND_CEILING)),
            strict=True,
        )
    )


def limits_in_words(change: ImpliedChange) -> Text:
    """The limits of the indicative change, without their source."""
    low, high = change.low, change.high
    return Text(
        en=f"{format_percent(low, 'en')} to {format_percent(high, 'en')} a year",
        da=f"{format_percent(low, 'da')} til {format_percent(high, 'da')} om året",
    )


def _factor(rate: Decimal, steps: int) -> Decimal:
    return (1 + rate / 100) ** steps


def _ore(amount: Decimal, rounding: str) -> int:
    return int((amount * ORE_PER_KRONE).quantize(Decimal(1), rounding=rounding))
