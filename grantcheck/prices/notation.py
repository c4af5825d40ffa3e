"""How numbers and dates are written in a series file, and what to say where they are written otherwise."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field

_DECIMAL = re.compile(r"[+-]?[0-9]{1,9}(\.[0-9]{1,9})?", re.ASCII)
_COMMA = re.compile(r"([+−-]?[0-9]+),([0-9]+)", re.ASCII)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def exact_decimal(value: object) -> Decimal:
    """A number in quotes with a decimal point, or a whole number.

    Raises:
        ValueError: it is written in another way; the message says how to write it.
    """
    text = value.strip() if isinstance(value, str) else value
    if isinstance(text, int) and not isinstance(text, bool):
        return Decimal(text)
    if not isinstance(text, str):
        raise ValueError('Write a number in quotes, such as "2.8"')  # noqa: TRY004 - pydantic reports ValueError
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    raise ValueError(_how_to_write(text))


def _how_to_write(text: str) -> str:
    comma = _COMMA.fullmatch(text.rstrip("% "))
    if comma:
        pointed = f"{comma[1].replace('−', '-')}.{comma[2]}"
        return f'"{text}" has a decimal comma. Write "{pointed}"'
    if text.endswith("%"):
        return (
            f'"{text}" has a percent sign. Write "{text.rstrip("% ")}"; the unit of the series says per cent'
        )
    if "−" in text:
        return f'"{text}" has a printed minus. Write "{text.replace("−", "-")}"'
    return f'"{text}" is no number. Write one such as "2.8", with at most nine decimals'


def _day(value: object) -> date:
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise ValueError(f"'{value}' is no date. Write the day as 2025-06-03")


Exact = Annotated[Decimal, BeforeValidator(exact_decimal)]
"""A decimal in quotes, or a whole number; a float never gets this far."""

Day = Annotated[date, BeforeValidator(_day)]
"""A day as 2025-06-03."""

SeriesYear = Annotated[int, Field(ge=1900, le=2200, strict=True)]
"""A year that prices may be known for."""

SeriesName = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=60)]
"""Lower-case letters, digits and hyphens, as on the command line."""

Said = Annotated[str, Field(min_length=1, pattern=r"\S")]
"""Text that says something."""
