"""Which series serves which control area."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from pydantic import Field

from grantcheck.model.frozen import Frozen
from grantcheck.model.terms import ControlArea
from grantcheck.prices.fault import SeriesChoiceFault
from grantcheck.prices.loading import find_series
from grantcheck.prices.series import PriceSeries

Choice = tuple[ControlArea | None, str]
"""A control area, and the name or file of the series for it; without an area the series' kind decides."""


class PriceBook(Frozen):
    """The series in use, and the day they are read by."""

    as_of: date
    by_area: dict[ControlArea, PriceSeries] = Field(default_factory=dict)
    default: PriceSeries | None = None
    """Serves every area that has none of its own, and amounts whose area is not known."""

    def serving(self, area: ControlArea | None) -> PriceSeries | None:
        """The series for an area; None where none was chosen for it."""
        return self.default if area is None else self.by_area.get(area, self.default)

    @property
    def series(self) -> tuple[PriceSeries, ...]:
        """Every series in use once: by area, then the default."""
        chosen = [self.by_area[area] for area in ControlArea if area in self.by_area]
        chosen += [self.default] if self.default else []
        return tuple(found for at, found in enumerate(chosen) if found not in chosen[:at])


def price_book(choices: Iterable[Choice], rules: Path, base: Path, as_of: date) -> PriceBook:
    """The series that were chosen; no other is ever used.

    Without an area, a series of the kind service, capital or transfers serves that area; one of the kind
    general, wages or prices serves every area that has none of its own.

    Raises:
        DataFault: a file is no series.
        SeriesNotFound: a series is not there.
        SeriesChoiceFault: two were chosen for the same area.
    """
    chosen: dict[ControlArea | None, tuple[str, PriceSeries]] = {}
    for area, name_or_path in choices:
        series = find_series(name_or_path, rules, base)
        serves = area or series.kind.control_area
        if serves in chosen:
            raise SeriesChoiceFault(_twice(serves, chosen[serves][0], name_or_path))
        chosen[serves] = name_or_path, series
    default = chosen.pop(None, (None, None))[1]
    return PriceBook(
        as_of=as_of,
        by_area={area: series for area, (_, series) in chosen.items() if area is not None},
        default=default,
    )


def _twice(area: ControlArea | None, first: str, second: str) -> str:
    money = f"the area '{area}'" if area else "every area without a series of its own"
    return (
        f"Both '{first}' and '{second}' would serve {money}. "
        f"Keep one of them, or say which area the other serves, as in 'capital={second}'."
    )
