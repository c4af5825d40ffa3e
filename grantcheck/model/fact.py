"""What the rules judge: flat quantities with the evidence they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from grantcheck.model.location import Location
from grantcheck.model.money import Kroner
from grantcheck.model.terms import PriceLevel
from grantcheck.model.text import Text
from grantcheck.model.years import Year

Value = int | str
"""A field that conditions may compare: text, or an integer (øre, years, counts, flags as 0 or 1)."""

Shown = tuple[int, ...] | tuple[str, ...] | Text
"""A field that only messages show: amounts in øre, texts, or a sentence in both languages."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A place of the note that a fact rests on."""

    role: str
    """`request`, `prior`, `table`, `text`, `category`, `document`."""
    text: str
    """The excerpt, as printed."""
    place: Text
    """The place in words, as in "Tabel 1, row 1, 2026"."""
    location: Location
    mark: tuple[int, int] | None = None
    """The figure within `text`: start and end."""
    amount: Kroner | None = None
    year: Year | None = None
    price_level: PriceLevel | None = None
    path: str | None = None
    """The file, where it is not the note's own."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Quantities of one kind. A missing value is a missing key, never a null."""

    kind: str
    fields: Mapping[str, Value]
    shown: Mapping[str, Shown] = field(default_factory=dict)
    missing: Mapping[str, Text] = field(default_factory=dict)
    """Why a field is missing, by field."""
    traces: tuple[Trace, ...] = ()
