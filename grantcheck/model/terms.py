"""The closed lists of words that budget notes are written with."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

PriceLevel = int | Literal["current"]
"""A year (all amounts in that year's prices), or `current`: each year in its own prices ("løbende p/l")."""


class ControlArea(StrEnum):
    """Styringsområde: which of the city's spending limits a grant counts against."""

    SERVICE = "service"
    CAPITAL = "capital"
    TRANSFERS = "transfers"


class Direction(StrEnum):
    """Indtægt eller udgift, as the tables print it."""

    INCOME = "I"
    EXPENSE = "U"


class TableKind(StrEnum):
    """What a table of the note is about."""

    OVERVIEW = "overview"
    SERVICE = "service"
    CAPITAL = "capital"
    TRANSFERS = "transfers"
    PRIOR = "prior"


class RowKind(StrEnum):
    """An activity (in a prior table: an agreement), or a sum of others."""

    ACTIVITY = "activity"
    SUBTOTAL = "subtotal"
    TOTAL = "total"


class Frequency(StrEnum):
    """How an amount in the text is meant; absent where the text does not say."""

    PER_YEAR = "per_year"
    TOTAL = "total"
    PERMANENT = "permanent"


class ClaimRole(StrEnum):
    """What the sentence around an amount does: ask for money, tell what was granted, or mention."""

    REQUEST = "request"
    PRIOR = "prior"
    MENTION = "mention"


class StatementKind(StrEnum):
    """What a phrase of the text says about a grant."""

    CONTINUES = "continues"
    EXPIRES = "expires"
