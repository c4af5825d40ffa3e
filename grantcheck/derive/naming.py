"""Domain words in both languages, as facts carry them into messages."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby

from grantcheck.model.formatting import format_percent
from grantcheck.model.money import Kroner
from grantcheck.model.text import Language, Text
from grantcheck.model.years import Year

NOT_READ = Text(en="a figure was not read for certain", da="et tal er ikke læst med sikkerhed")


def span(years: Iterable[Year]) -> str:
    """Years in words, runs folded.

    >>> span([2026, 2027, 2029])
    '2026-2027, 2029'
    """
    ordered = sorted(set(years))
    runs = [
        [year for _, year in run]
        for _, run in groupby(enumerate(ordered), key=lambda pair: pair[1] - pair[0])
    ]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def in_doubt(what: Text) -> Text:
    """That the figures of `what` hold one that was not read for certain."""
    return Text(
        en=f"{what.en}: {NOT_READ.en}",
        da=f"{what.da}: {NOT_READ.da}",
    )


def in_percent(part: int, whole: Kroner) -> Text:
    """A difference in per cent of an amount, with its sign; of nothing it is 0.

    >>> in_percent(-5740, Kroner(210740)).da
    '−2,7 %'
    """
    change = Decimal(part) * 100 / whole if whole else Decimal(0)
    return Text(en=_signed(change, "en"), da=_signed(change, "da"))


def _signed(change: Decimal, language: Language) -> str:
    text = format_percent(change, language)
    return f"+{text}" if change > 0 else text
