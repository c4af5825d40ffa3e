"""The form of a series file: which keys it may hold, and which go together."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from grantcheck.model.frozen import Frozen
from grantcheck.model.text import Text
from grantcheck.prices.notation import Day, Exact, Said, SeriesName, SeriesYear
from grantcheck.prices.series import Applied, SeriesKind, SeriesUnit


class SpreadEntry(Frozen):
    """Points on top of every step."""

    points: Exact
    applied: Applied


class FixedEntry(Frozen):
    """One percentage for every year."""

    percent: Exact
    reference: Said
    edition: Day


class ProductEntry(Frozen):
    """A stated factor over several years."""

    from_year: SeriesYear = Field(alias="from")
    to_year: SeriesYear = Field(alias="to")
    value: Exact
    edition: Day | None = None


class StepEntry(Frozen):
    """A step between two years, or the index number of one."""

    from_year: SeriesYear | None = Field(default=None, alias="from")
    to_year: SeriesYear | None = Field(default=None, alias="to")
    year: SeriesYear | None = None
    value: Exact
    status: Literal["estimate", "outcome"]
    edition: Day
    document: Said | None = None
    reference: Said
    last_checked: Day | None = None
    factor: Exact | None = None

    @model_validator(mode="after")
    def _years_given(self) -> StepEntry:
        span = self.from_year, self.to_year
        if self.year is None and None in span:
            raise ValueError("A step goes from a year to the next. Write both 'from' and 'to'")
        if self.year is not None and span != (None, None):
            raise ValueError("Write 'from' and 'to', or 'year' for an index number, not both")
        return self


class SeriesFile(Frozen):
    """A series file as a whole."""

    series: SeriesName
    title: Text | None = None
    kind: SeriesKind
    unit: SeriesUnit
    source: Said | None = None
    last_checked: Day | None = None
    indicative: bool = False
    spread: SpreadEntry | None = None
    lag: int = Field(default=0, ge=0, le=10, strict=True)
    fixed: FixedEntry | None = None
    products: tuple[ProductEntry, ...] = ()
    steps: tuple[StepEntry, ...] = ()

    @model_validator(mode="after")
    def _one_kind_of_value(self) -> SeriesFile:
        if self.fixed and (self.steps or self.lag or self.spread or self.products):
            raise ValueError(
                "A fixed percentage stands for every year. Leave out steps, lag, spread and products, or 'fixed'"
            )
        if not self.fixed and not self.steps:
            raise ValueError("The series has no values. Write 'steps', or 'fixed' for one percentage a year")
        if self.fixed and self.unit is not SeriesUnit.PERCENT:
            raise ValueError("A fixed percentage is no index. Write 'unit: percent'")
        numbers = [step for step in self.steps if step.year is not None]
        if numbers and self.unit is not SeriesUnit.INDEX:
            raise ValueError(
                "A rise in per cent goes from one year to the next. Write 'from' and 'to' in each step, not 'year'"
            )
        if numbers and len(numbers) < len(self.steps):
            raise ValueError("Give every value by 'year', or every value by 'from' and 'to'")
        return self
