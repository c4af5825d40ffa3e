"""Amounts by year, folded into one line: "205 000 kr. a year 2026–2029"."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from grantcheck.model.formatting import format_kroner
from grantcheck.report.layout import NO_BREAK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.model.report import YearAmount
    from grantcheck.model.text import Language
    from grantcheck.report.wording import Wording


def folded(amounts: Sequence[YearAmount], words: Wording, language: Language) -> str:
    """The amounts in the order of their years, equal ones in a row folded; empty where there are none.

    Years without money are left out, unless there is no money at all. Line breaks fall between runs only.
    """
    ordered = sorted(amounts, key=lambda each: each.year)
    funded = [each for each in ordered if each.amount != 0]
    runs = groupby(enumerate(funded or ordered), key=lambda pair: (pair[1].amount, pair[1].year - pair[0]))
    said = (_said([each for _, each in run], words, language) for _, run in runs)
    return ", ".join(run.replace(" ", NO_BREAK) for run in said)


def _said(run: Sequence[YearAmount], words: Wording, language: Language) -> str:
    first, last = run[0].year, run[-1].year
    years = str(first) if first == last else f"{first}–{last}"
    amount = run[0].amount
    if amount is None:
        return words.year_not_read.format(years=years)
    form = words.in_year if first == last else words.a_year
    return form.format(amount=format_kroner(amount, language), year=years, years=years)
