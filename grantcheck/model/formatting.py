"""Amounts and rates as people read them: "205 000 kr." in English, "205.000 kr." in Danish.

Groups are set apart with an ordinary space; whoever prints to a terminal decides about line breaks. The
minus is the typographic one, "−", as in the accounts.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from grantcheck.model.money import ORE_PER_KRONE

if TYPE_CHECKING:
    from grantcheck.model.text import Language

MINUS = "−"
_GROUP = {"en": " ", "da": "."}
_POINT = {"en": ".", "da": ","}


def format_number(number: int, language: Language) -> str:
    """A whole number with its thousands set apart.

    >>> format_number(-5740, "en"), format_number(205000, "da")
    ('−5 740', '205.000')
    """
    return _sign(number < 0) + f"{abs(number):,}".replace(",", _GROUP[language])


def format_kroner(amount: int, language: Language) -> str:
    """Whole kroner.

    >>> format_kroner(205000, "en"), format_kroner(-5740, "da")
    ('205 000 kr.', '−5.740 kr.')
    """
    return f"{format_number(amount, language)} kr."


def format_ore(ore: int, language: Language) -> str:
    """Øre as kroner; decimals only where the amount is not whole kroner.

    >>> format_ore(20500000, "en"), format_ore(50, "en"), format_ore(-50, "da")
    ('205 000 kr.', '0.50 kr.', '−0,50 kr.')
    """
    whole, rest = divmod(abs(ore), ORE_PER_KRONE)
    decimals = f"{_POINT[language]}{rest:02d}" if rest else ""
    return f"{_sign(ore < 0)}{format_number(whole, language)}{decimals} kr."


def format_percent(value: Decimal, language: Language, places: int = 1) -> str:
    """A percentage (2.8 means 2.8 %), a half rounded away from zero.

    >>> format_percent(Decimal("2.8"), "en"), format_percent(Decimal("-2.724"), "da")
    ('2.8 %', '−2,7 %')
    >>> format_percent(Decimal("-0.04"), "en")
    '0.0 %'
    """
    rounded = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    whole, _, decimals = f"{abs(rounded):f}".partition(".")
    number = format_number(int(whole), language) + (_POINT[language] + decimals if decimals else "")
    return f"{_sign(rounded < 0)}{number} %"


def format_decimal(value: Decimal, language: Language) -> str:
    """A decimal with all the digits it has.

    >>> format_decimal(Decimal("-205000.50"), "da"), format_decimal(Decimal("1.028"), "en")
    ('−205.000,50', '1.028')
    """
    whole, _, decimals = f"{abs(value):f}".partition(".")
    return (
        _sign(value < 0)
        + format_number(int(whole), language)
        + (_POINT[language] + decimals if decimals else "")
    )


def format_exact(number: Fraction, language: Language, places: int = 6) -> str:
    """An exact number in full, or its first `places` decimals and an ellipsis where it has more.

    >>> format_exact(Fraction(1028, 1000), "da"), format_exact(Fraction(2, 3), "en"), format_exact(Fraction(3), "en")
    ('1,028', '0.666666…', '3')
    """
    digits, rest = divmod(abs(number.numerator) * 10**places, number.denominator)
    whole, decimals = divmod(digits, 10**places)
    written = f"{decimals:0{places}d}" if rest else f"{decimals:0{places}d}".rstrip("0")
    point = _POINT[language] if written else ""
    return f"{_sign(number < 0)}{format_number(whole, language)}{point}{written}{'…' if rest else ''}"


def _sign(negative: bool) -> str:  # noqa: FBT001 - the only argument there is
    return MINUS if negative else ""
