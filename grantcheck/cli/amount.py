"""Amounts on the command line; what could be read in two ways is refused."""

from __future__ import annotations

import re
from decimal import Decimal

import typer

_PLAIN = re.compile(r"-?[0-9]{1,18}([.,][0-9]{1,9})?", re.ASCII)
_SPACED = re.compile(r"-?[0-9]{1,3}([ \u00a0][0-9]{3})+([.,][0-9]{1,9})?", re.ASCII)
_GROUPED = re.compile(r"(-?[1-9][0-9]{0,2})[.,]([0-9]{3})", re.ASCII)
_MARKED = re.compile(r"-?[0-9]{1,3}([.,][0-9]{3})*([.,][0-9]+)?", re.ASCII)


def amount_given(text: str) -> Decimal:
    """An amount such as 205000, 5.0 or 5,0.

    Raises:
        BadParameter: it is none, or a mark in it may stand for thousands or for decimals.
    """
    written = text.strip().replace("−", "-")
    grouped = _GROUPED.fullmatch(written)
    if grouped:
        whole, rest = grouped.groups()
        raise typer.BadParameter(
            f"'{text}' may be {whole}{rest}, or {whole} and decimals. Write {whole}{rest}, or {whole}.{rest}0."
        )
    if _PLAIN.fullmatch(written) or _SPACED.fullmatch(written):
        return Decimal(re.sub(r"[ \u00a0]", "", written).replace(",", "."))
    if _MARKED.fullmatch(written):
        raise typer.BadParameter(
            f"'{text}' has marks for thousands. Write the thousands without, and decimals behind one point."
        )
    raise typer.BadParameter(f"'{text}' is no amount. Write it as 205000, or with decimals as 5.0.")
