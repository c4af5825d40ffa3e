"""Text from documents in a cell of a spreadsheet: never a formula."""

from __future__ import annotations

from grantcheck.report.visible import shortened, visible

_STARTS = ("=", "+", "-", "@", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}", "|")
_MORE_STARTS = ("\N{FULLWIDTH HYPHEN-MINUS}", "\N{FULLWIDTH COMMERCIAL AT}")
_LIMIT = 32_000
"""Excel cuts a cell after 32 767 characters without a word."""


def inert_cell(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would take for the start of a formula.

    >>> inert_cell("=HYPERLINK('x')")
    "'=HYPERLINK('x')"
    """
    shown = shortened(visible(text), _LIMIT)
    return f"'{shown}" if shown.lstrip().startswith(_STARTS + _MORE_STARTS) else shown
