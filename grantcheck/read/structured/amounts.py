"""Cells to amounts: exact, by the grammar of figures, or in doubt with the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from grantcheck.model.money import Kroner, whole_kroner
from grantcheck.model.text import Text
from grantcheck.read.numbers import parse_figure
from grantcheck.read.structured.cells import Trouble
from grantcheck.read.structured.mapping import NumberFormat

if TYPE_CHECKING:
    from grantcheck.read.structured.cells import Cell

_DANISH = NumberFormat()
_ENGLISH = NumberFormat(decimal=".", thousands=",")
_SPACES = re.compile(r"(?<=\d)[ \u00a0\u202f\u2009](?=\d{3}(?:\D|$))")
_NEGATIVE = re.compile(r"\((?P<bracketed>[1-9][^()]*)\)|(?P<trailing>[1-9].*)[\-−–]")
"""How exports of accounts write negative figures; a cell of data holds no remark in brackets, as a note may."""
_GROUP = "\x1f"
"""Stands for a blank between groups of digits; no figure holds it."""
_ANY_SPACE = re.compile(r"[ \u00a0\u202f\u2009]")
_MOST_KRONER = 10**14
AMBIGUOUS = "GC904"
FORMULA_WITHOUT_VALUE = "GC909"


@dataclass(frozen=True, slots=True)
class Amount:
    """What a cell says: an amount, nothing, or a doubt."""

    kroner: Kroner | None
    doubt: Text | None = None
    code: str = AMBIGUOUS


def amount_of(cell: Cell, unit: int | None, number_format: NumberFormat | None, decimals: int) -> Amount:
    """The amount in a cell.

    Args:
        cell: the cell.
        unit: kroner for each unit; None where it is not stated, then amounts are as printed.
        number_format: how figures in text are written; None where nobody said so.
        decimals: the most decimals that a stored number may have.
    """
    if cell.trouble is not None:
        code = FORMULA_WITHOUT_VALUE if cell.trouble is Trouble.FORMULA else AMBIGUOUS
        return Amount(None, cell.trouble.value, code)
    if cell.content is None:
        return Amount(None)
    figure = _figure(cell.content, number_format, decimals)
    if isinstance(figure, Text):
        return Amount(None, figure)
    kroner = whole_kroner(figure, unit or 1) if abs(figure) * (unit or 1) <= _MOST_KRONER else None
    if kroner is None:
        return Amount(None, _NOT_WHOLE)
    return Amount(kroner)


def _figure(
    content: str | int | Decimal, number_format: NumberFormat | None, decimals: int
) -> Decimal | Text:
    if isinstance(content, str):
        return _written(content, number_format)
    exponent = content.as_tuple().exponent if isinstance(content, Decimal) else 0
    if isinstance(exponent, int) and -exponent > decimals:
        return Text(
            en=f"it has more decimals than the {decimals} that the mapping's 'decimals' allows",
            da=f"det har flere decimaler end de {decimals}, som mappingens 'decimals' tillader",
        )
    return Decimal(content)


def _written(text: str, number_format: NumberFormat | None) -> Decimal | Text:
    if number_format is not None:
        value = _value(text, number_format)
        return _NO_FIGURE if value is None else value
    readings = {value for form in (_DANISH, _ENGLISH) if (value := _value(text, form)) is not None}
    if len(readings) > 1:
        low, high = (f"{value.normalize():f}" for value in sorted(readings))
        low_da, high_da = low.replace(".", ","), high.replace(".", ",")
        return Text(
            en=f"it is {low} or {high}; say which with 'number_format' in a mapping file",
            da=f"det er {low_da} eller {high_da}; angiv hvilket med 'number_format' i en mappingfil",
        )
    return readings.pop() if readings else _NO_FIGURE


def _value(text: str, form: NumberFormat) -> Decimal | None:
    """The value of a figure written in a form, by way of the Danish grammar."""
    if form.decimal == form.thousands:
        return None
    if form.thousands == " ":
        text = _SPACES.sub(_GROUP, text)
    if _ANY_SPACE.search(text) or any(
        mark in text and mark not in {form.decimal, form.thousands} for mark in ".,"
    ):
        return None
    negative = _NEGATIVE.fullmatch(text)
    bare = (negative["bracketed"] or negative["trailing"]) if negative else text
    figure = parse_figure("".join(_danish(character, form) for character in bare))
    if figure is None:
        return None
    return figure.value.copy_negate() if negative else figure.value


def _danish(character: str, form: NumberFormat) -> str:
    if character == form.decimal:
        return ","
    return "." if character in {form.thousands, _GROUP} else character


_NO_FIGURE = Text(en="it is no figure", da="det er intet tal")
_NOT_WHOLE = Text(
    en="in this unit it is no whole number of kroner, or beyond all budgets",
    da="i denne enhed er det ikke et helt antal kroner, eller uden for alle budgetter",
)
