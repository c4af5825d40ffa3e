"""Stated products of several years, against what the steps give."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from grantcheck.model.formatting import format_decimal, format_exact
from grantcheck.model.text import Text
from grantcheck.prices.checks.fault import SeriesFault
from grantcheck.prices.conversion import Conversion, MissingRates, convert
from grantcheck.prices.rounding import decimals, rounded
from grantcheck.prices.series import PriceSeries, StatedProduct

_COMPARE = Text(
    en="Compare the product and every step of it with the source; say with 'edition' which editions it was made from.",
    da="Sammenlign produktet og hvert trin i det med kilden; skriv med 'edition', hvilke udgaver det er dannet af.",
)
_COMPLETE = Text(en="Add these years, or leave the product out.", da="Tilføj årene, eller udelad produktet.")


def product_faults(series: PriceSeries) -> Iterator[SeriesFault]:
    """Products that the chain does not give, to the decimals they are printed with."""
    for product in series.products:
        found = convert(1, series, product.from_year, product.to_year, product.edition or date.max)
        if isinstance(found, MissingRates):
            yield _unverified(product, found)
        elif rounded(found.factor, decimals(product.value)) != product.value:
            yield _wrong(product, found)


def _unverified(product: StatedProduct, found: MissingRates) -> SeriesFault:
    missing = ", ".join(f"{step.from_year}→{step.to_year}" for step in found.missing)
    problem = Text(
        en=f"The product {_span(product)} cannot be checked: {missing} is not stated.",
        da=f"Produktet {_span(product)} kan ikke efterprøves: {missing} er ikke oplyst.",
    )
    return SeriesFault(line=product.line, problem=problem, remedy=_COMPLETE)


def _wrong(product: StatedProduct, found: Conversion) -> SeriesFault:
    problem = Text(
        en=f"The product {_span(product)} is stated as {format_decimal(product.value, 'en')}; "
        f"the steps give {format_exact(found.factor, 'en')}.",
        da=f"Produktet {_span(product)} er opgivet til {format_decimal(product.value, 'da')}; "
        f"trinnene giver {format_exact(found.factor, 'da')}.",
    )
    return SeriesFault(line=product.line, problem=problem, remedy=_COMPARE)


def _span(product: StatedProduct) -> str:
    return f"{product.from_year}→{product.to_year}"
