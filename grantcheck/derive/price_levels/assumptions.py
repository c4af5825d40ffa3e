"""What the comparison of amounts stands on besides the note: the price series in use, and the office's choices."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from grantcheck.model.choices import AmountChoices
from grantcheck.prices.book import PriceBook


@dataclass(frozen=True)
class Assumptions:
    """Price series and choices; without any, nothing is carried to another price level."""

    prices: PriceBook = field(default_factory=lambda: PriceBook(as_of=date.min))
    choices: AmountChoices = field(default_factory=AmountChoices)
