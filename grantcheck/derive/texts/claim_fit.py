"""Which figures an amount of the text fits best. What the phrase leaves open is taken from its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from grantcheck.derive.naming import in_doubt
from grantcheck.derive.texts.claim_targets import Target
from grantcheck.model.fact import Trace
from grantcheck.model.money import Kroner, to_ore
from grantcheck.model.note import Claim
from grantcheck.model.terms import ClaimRole, ControlArea, Frequency
from grantcheck.model.text import Text
from grantcheck.model.years import Year, funded_years

_OUTSIDE = Text(
    en="the tables have no figure for the years of this amount",
    da="tabellerne har intet tal for de år beløbet gælder",
)


@dataclass(frozen=True)
class _Reading:
    """Figures as an amount may mean them: a year's, from the lowest to the highest, or their sum."""

    low: Kroner
    high: Kroner
    precision: Kroner
    """The value of their last digit; of a sum of rounded figures, of the digits that rounding reaches."""


_UNTIED = (_Reading(Kroner(0), Kroner(0), Kroner(0)), "neither")


@dataclass(frozen=True, kw_only=True)
class Fit:
    """A claim, the figures it fits best, and how."""

    target: Target
    years: tuple[Year, ...]
    """The years the claim covers, by its own phrase or its sentence; up to the last heading where open."""
    has_period: bool
    """Whether the text names years at all."""
    reading: _Reading
    is_tied: bool
    """Whether there are figures to compare with; False where they are in doubt or the years lie outside."""
    fits: str
    """`per_year`, `total`, `both`, `neither`."""
    reason: Text

    @property
    def name(self) -> Text:
        """The figures in words."""
        return self.target.name

    @property
    def low(self) -> Kroner:
        """The lowest figure."""
        return self.reading.low

    @property
    def high(self) -> Kroner:
        """The highest figure."""
        return self.reading.high

    @property
    def precision(self) -> Kroner:
        """The value of the figures' last digit that is certain."""
        return self.reading.precision

    @property
    def traces(self) -> tuple[Trace, ...]:
        """Where the figures stand."""
        return self.target.traces(self.years)


def band(amount: Kroner, precision: Kroner) -> tuple[int, int]:
    """Øre: the lowest that rounds to `amount`, and the first that no longer does; a half goes away from zero.

    >>> band(Kroner(200_000), Kroner(100_000))
    (15000000, 25000000)
    >>> band(Kroner(-200_000), Kroner(100_000))
    (-24999999, -14999999)
    """
    half = to_ore(precision) // 2
    low, high = to_ore(amount) - half, to_ore(amount) + half
    return (low, high) if amount >= 0 else (low + 1, high + 1)


def best_fit(claim: Claim, claims: Sequence[Claim], targets: Sequence[Target]) -> Fit | None:
    """The target that the claim's amount is nearest to, among those its words admit; None where none does.

    Earlier candidates win a tie: the area the phrase itself names, then its sentence's, then all areas.
    """
    sentence = [other for other in claims if other.sentence == claim.sentence]
    fits = [_fit(claim, sentence, target) for target in _admitted(claim, sentence, claims, targets)]
    tied = [fit for fit in fits if fit.is_tied]
    if claim.role is ClaimRole.MENTION:
        return next((fit for fit in tied if fit.fits != "neither"), None)
    return min(tied or fits, key=lambda fit: _distance(claim, fit), default=None)


def _admitted(
    claim: Claim, sentence: Sequence[Claim], claims: Sequence[Claim], targets: Sequence[Target]
) -> Iterator[Target]:
    if claim.role is ClaimRole.MENTION:
        yield from (target for target in targets if claim.control_area in {None, target.area})
        return
    prior = claim.role is ClaimRole.PRIOR
    areas = _areas(claim, sentence)
    several = prior or sum(c.role is claim.role for c in claims) > 1
    for area in areas:
        yield from (t for t in targets if t.prior is prior and not t.single_row and (prior or t.area is area))
    for target in targets:
        if (
            several
            and target.single_row
            and target.prior is prior
            and (prior or claim.control_area in {None, target.area})
        ):
            yield target


def _areas(claim: Claim, sentence: Sequence[Claim]) -> tuple[ControlArea | None, ...]:
    """The areas the claim may speak of: its own, or its neighbours' and all areas together."""
    if claim.control_area is not None:
        return (claim.control_area,)
    before, after = _neighbours(claim, sentence)
    near = [other.control_area for other in (*before, *after) if other.control_area is not None]
    return (*dict.fromkeys(near), None)


def _neighbours(claim: Claim, sentence: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """The claims of the sentence before this one, nearest first, and after it."""
    at = next(i for i, other in enumerate(sentence) if other is claim)
    return list(reversed(sentence[:at])), list(sentence[at + 1 :])


def _fit(claim: Claim, sentence: Sequence[Claim], target: Target) -> Fit:
    timed = _timed(claim, sentence)
    years = _years(timed, target) if timed else _funded(target)
    inside = [year for year in years if year in target.amounts]
    certain = [amount for year in inside if (amount := target.amounts[year]) is not None]
    tied = len(certain) == len(inside) > 0
    reading, fits = _nearest_reading(claim, certain, target) if tied else _UNTIED
    in_doubt_there = None in (target.amounts[year] for year in inside or target.amounts)
    return Fit(
        target=target,
        years=years,
        has_period=timed is not None,
        reading=reading,
        is_tied=tied,
        fits=fits,
        reason=in_doubt(target.name) if in_doubt_there else _OUTSIDE,
    )


def _funded(target: Target) -> tuple[Year, ...]:
    return funded_years({year: amount or 0 for year, amount in target.amounts.items()})


def _timed(claim: Claim, sentence: Sequence[Claim]) -> Claim | None:
    """The claim whose years count: its own, else the next in the sentence, else the one before."""
    before, after = _neighbours(claim, sentence)
    return next((other for other in (claim, *after, *before) if other.from_year is not None), None)


def _years(timed: Claim, target: Target) -> tuple[Year, ...]:
    first = timed.from_year or 0
    last = timed.to_year if timed.to_year is not None else max([first, *target.amounts])
    return tuple(range(first, last + 1))


def _nearest_reading(claim: Claim, amounts: Sequence[Kroner], target: Target) -> tuple[_Reading, str]:
    """The figures under the reading that is nearest, and the readings that fit.

    A year without money is a matter of the years, not of the amount a year.
    """
    sign = -1 if claim.amount > 0 and all(amount <= 0 for amount in amounts) else 1
    signed = [sign * amount for amount in amounts]
    funded = [amount for amount in signed if amount] or signed
    whole = Kroner(sum(signed))
    per_year = _Reading(Kroner(min(funded)), Kroner(max(funded)), target.precision_of(1))
    total = _Reading(whole, whole, target.precision_of(len(funded)))
    year_off, total_off = _off(claim, per_year), _off(claim, total)
    fits = {(True, True): "both", (True, False): "per_year", (False, True): "total"}.get(
        (year_off == 0, total_off == 0), "neither"
    )
    preferred = per_year if _prefers_a_year(claim, year_off, total_off, len(amounts)) else total
    return preferred, fits


def _prefers_a_year(claim: Claim, year_off: int, total_off: int, years: int) -> bool:
    """A reading that fits; failing that the one the words name: per year, total, or total over several years."""
    if year_off == 0 or total_off == 0:
        return year_off == 0
    if claim.frequency in {Frequency.PER_YEAR, Frequency.PERMANENT} or (
        claim.frequency is None and years == 1
    ):
        return True
    return claim.frequency is not Frequency.TOTAL and year_off < total_off


def _off(claim: Claim, reading: _Reading) -> int:
    """Øre by which figures miss the band that the text's (or the table's coarser) precision admits."""
    low, high_exclusive = band(claim.amount, Kroner(max(claim.precision, reading.precision)))
    return max(low - to_ore(reading.low), to_ore(reading.high) - (high_exclusive - 1), 0)


def _distance(claim: Claim, fit: Fit) -> int:
    return _off(claim, fit.reading)
