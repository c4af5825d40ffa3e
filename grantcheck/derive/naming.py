"""Domain words in both languages, as facts carry them into messages."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from grantcheck.model.text import Text
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
