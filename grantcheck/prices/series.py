"""A price series: how prices or wages rise from one year to the next, edition by edition."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from grantcheck.model.frozen import Frozen
from grantcheck.model.terms import ControlArea
from grantcheck.model.text import Text
from grantcheck.model.years import Year

HUNDRED = Decimal(100)


class SeriesKind(StrEnum):
    """What a series measures."""

    SERVICE = "service"
    WAGES = "wages"
    PRICES = "prices"
    CAPITAL = "capital"
    TRANSFERS = "transfers"
    GENERAL = "general"

    @property
    def control_area(self) -> ControlArea | None:
        """The one area a series of this kind is made for; None for wages, prices and general series."""
        return next((area for area in ControlArea if area.value == self.value), None)


class SeriesUnit(StrEnum):
    """How the values of a series are written."""

    PERCENT = "percent"
    """The rise from one year to the next: 2.8 means 2.8 %."""
    INDEX = "index"
    """The later year's index number: 102.8 with the earlier year at 100, or at its own number."""


class StepStatus(StrEnum):
    """How far a value is to be trusted."""

    ESTIMATE = "estimate"
    OUTCOME = "outcome"
    FIXED = "fixed"
    """Set by rule for every year; no estimate, and no outcome."""


class Applied(StrEnum):
    """How a spread joins the rise."""

    ADDED = "added"
    """2.8 % and 0.2 make 3.0 %."""
    COMPOUNDED = "compounded"
    """2.8 % and 0.2 make 1.028 × 1.002."""


class Spread(Frozen):
    """Percentage points on top of every step, as in "p/l + 0,2 pct."."""

    points: Decimal
    applied: Applied

    def on(self, growth: Fraction) -> Fraction:
        """The factor of a year with the spread in it."""
        points = Fraction(self.points) / 100
        return growth + points if self.applied is Applied.ADDED else growth * (1 + points)


class Step(Frozen):
    """The rise from one year to the next, as one edition states it."""

    from_year: Year
    to_year: Year
    value: Decimal
    """As written: a percentage or an index number, by the unit of the series."""
    base: Decimal = HUNDRED
    """Of an index: the number of `from_year`."""
    status: StepStatus
    edition: date
    document: str | None = None
    reference: str
    last_checked: date | None = None
    factor: Decimal | None = None
    """The factor that the source prints beside it, where it does; checked, never used."""
    line: int

    @property
    def years(self) -> tuple[Year, Year]:
        """The earlier and the later year."""
        return self.from_year, self.to_year


class IndexNumber(Frozen):
    """The index number of one year in one edition; two that follow each other make a step."""

    year: Year
    value: Decimal
    edition: date
    line: int


class Fixed(Frozen):
    """One percentage for every year; 0 for money that is not carried to other prices at all."""

    percent: Decimal
    reference: str
    edition: date
    line: int


class StatedProduct(Frozen):
    """The factor over several years that the source prints; checked, never used."""

    from_year: Year
    to_year: Year
    value: Decimal
    edition: date | None = None
    """Which editions it was made from: those up to this day; None for the newest."""
    line: int


class PriceSeries(Frozen):
    """A series as its file gives it. Every value knows its line."""

    name: str
    title: Text | None = None
    kind: SeriesKind
    unit: SeriesUnit
    source: str | None = None
    last_checked: date | None = None
    indicative: bool = False
    """For orientation only; everything made with it says so."""
    spread: Spread | None = None
    lag: int = 0
    """How many years back the values are taken from; tariffs in Sweden are indexed with a lag of two."""
    fixed: Fixed | None = None
    products: tuple[StatedProduct, ...] = ()
    steps: tuple[Step, ...] = ()
    """In the order of the file."""
    numbers: tuple[IndexNumber, ...] = ()
    """Index numbers by year, where the file gives these; `steps` holds what follows from them."""
    path: str
    """The file, as it was named."""
    shown_path: str
    """The file as reports name it: one among the rules by its place there, the same on every machine."""

    def growth(self, step: Step) -> Fraction:
        """The factor that a step states, without the spread."""
        if self.unit is SeriesUnit.INDEX and step.status is not StepStatus.FIXED:
            return Fraction(step.value) / Fraction(step.base)
        return 1 + Fraction(step.value) / 100

    def factor(self, step: Step) -> Fraction:
        """The factor of a year that a step stands for, with the spread."""
        return self.spread.on(self.growth(step)) if self.spread else self.growth(step)
