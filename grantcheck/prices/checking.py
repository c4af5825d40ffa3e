"""What is doubtful in a series that can be read: a table of rates is audited before it audits anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from grantcheck.prices.checks.dates import dating_faults
from grantcheck.prices.checks.fault import SeriesFault
from grantcheck.prices.checks.figures import figure_faults
from grantcheck.prices.checks.products import product_faults
from grantcheck.prices.checks.years import year_faults
from grantcheck.prices.series import PriceSeries

__all__ = ["SeriesFault", "faults"]

_CHECKS: tuple[Callable[[PriceSeries], Iterator[SeriesFault]], ...] = (
    year_faults,
    figure_faults,
    product_faults,
    dating_faults,
)


def faults(series: PriceSeries) -> tuple[SeriesFault, ...]:
    """Every fault of a series, in the order of the file.

    Years out of order, steps over more or less than a year, gaps, one step twice in an edition, a factor that
    is not 1 + rate, a stated product that the steps do not give, editions older than what they state, and
    figures that are no rises of prices. An estimate beside a later outcome is none: that is what editions are for.
    """
    found = (fault for check in _CHECKS for fault in check(series))
    return tuple(sorted(found, key=lambda fault: fault.line))
