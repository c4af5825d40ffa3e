"""What a condition of a decision table admits: a value, a range, or anything."""

from __future__ import annotations

import re
from dataclasses import dataclass

from grantcheck.data.fault import Unfit
from grantcheck.model.fact import Value
from grantcheck.model.text import Text
from grantcheck.rules.comparable import comparable
from grantcheck.rules.tables.figures import Notation, Written
from grantcheck.rules.vocabulary import FieldType

_ANY = "-"
_RANGE = re.compile(r"(.*?[^.])\s*\.\.\s*([^.].*)")
_COMPARED = re.compile(r"(>=|<=|>|<|≥|≤)\s*(.*)")
_JOINED = re.compile(r"\s+(?:and|og)\s+", re.IGNORECASE)
_ORDERED = frozenset({FieldType.MONEY, FieldType.YEAR, FieldType.COUNT})


@dataclass(frozen=True, slots=True)
class Span:
    """The values that fit: those from `low` to `high`, both among them; of texts, `text` alone."""

    low: int | None = None
    high: int | None = None
    text: str | None = None
    """As compared."""

    @property
    def admits_all(self) -> bool:
        """Whether it asks nothing."""
        return self == ANYTHING

    def fits(self, value: Value | None) -> bool | None:
        """Whether the value is among them; None where it is missing and asked for."""
        if self.admits_all:
            return True
        if value is None:
            return None
        if isinstance(value, str):
            return comparable(value) == self.text
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


ANYTHING = Span()


def span(written: Written, of_type: FieldType, notation: Notation) -> Span:
    """The span that a cell writes: `-`, a value, `2023..2026`, `>= 5 000`, `> 5 000 and <= 9 000`.

    Raises:
        Unfit: it writes none of these, or one that nothing fits.
    """
    text = written.strip() if isinstance(written, str) else ""
    if text == _ANY:
        return ANYTHING
    if of_type is FieldType.TEXT:
        return Span(text=str(comparable(notation.value(written, of_type))))
    if of_type not in _ORDERED or not text:
        return _exactly(written, of_type, notation)
    found = ANYTHING
    for part in _JOINED.split(text):
        found = _both(found, _part(part, of_type, notation))
    if found.low is not None and found.high is not None and found.low > found.high:
        raise Unfit(
            Text(en=f"Nothing fits '{text}'.", da=f"Intet passer til '{text}'."),
            Text(en="Write the lower bound first.", da="Skriv den nederste grænse først."),
        )
    return found


def _part(text: str, of_type: FieldType, notation: Notation) -> Span:
    ends = _RANGE.fullmatch(text)
    if ends:
        low, high = (_number(end, of_type, notation) for end in ends.groups())
        return Span(low, high)
    compared = _COMPARED.fullmatch(text)
    if not compared:
        return _exactly(text, of_type, notation)
    value = _number(compared[2], of_type, notation)
    match compared[1]:
        case ">=" | "≥":
            return Span(low=value)
        case "<=" | "≤":
            return Span(high=value)
        case ">":
            return Span(low=value + 1)
        case _:
            return Span(high=value - 1)


def _exactly(written: Written, of_type: FieldType, notation: Notation) -> Span:
    value = _number(written, of_type, notation)
    return Span(value, value)


def _number(written: Written, of_type: FieldType, notation: Notation) -> int:
    return int(notation.value(written, of_type))


def _both(one: Span, other: Span) -> Span:
    lows = [low for low in (one.low, other.low) if low is not None]
    highs = [high for high in (one.high, other.high) if high is not None]
    return Span(max(lows, default=None), min(highs, default=None))
