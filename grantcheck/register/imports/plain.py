"""Lists of grants that need no mapping."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from grantcheck.data.marked_yaml import load
from grantcheck.data.shipped import shipped_rules
from grantcheck.data.validated import validated
from grantcheck.read.structured.fault import MAPPING_NEEDED, StructuredFault, nearest
from grantcheck.read.structured.headings import PlainHeadings, folded
from grantcheck.read.structured.mapping import LongFormat
from grantcheck.register.imports.mapping import AllocationColumns, AllocationMapping

if TYPE_CHECKING:
    from grantcheck.read.structured.headings import Headings

_NEEDED = ("grant", "agreement")


@cache
def plain_words() -> PlainHeadings:
    """The headings that need no mapping, by what the column is."""
    return validated(PlainHeadings, load(shipped_rules() / "mappings" / "register.yaml"))


def is_list_of_grants(headings: Headings) -> bool:
    """Whether a sheet without a mapping is a list of grants, and not a sheet of notes."""
    words = {folded(word) for word in plain_words().columns["grant"]}
    return any(folded(text) in words for text in headings.texts)


def plain_mapping(headings: Headings) -> AllocationMapping:
    """The mapping of a list with plain headings.

    Raises:
        StructuredFault: a heading is not plain or stands twice, or one that is needed is missing.
    """
    plain = plain_words()
    by_word = {folded(word): name for name, words in plain.columns.items() for word in words}
    by_word |= dict.fromkeys(map(folded, plain.year), "year") | dict.fromkeys(
        map(folded, plain.amount), "amount"
    )
    found: dict[str, str] = {}
    years = headings.years()
    for text in headings.texts[: headings.width]:
        name = by_word.get(folded(text)) or (text if text in years else None)
        if name is None:
            raise _unknown(text, by_word)
        if name in found:
            raise _needed(f"two columns are for '{name}'", f"to kolonner er for '{name}'")
        found[name] = text
    for name in _NEEDED:
        if name not in found:
            raise _needed(f"no column is headed '{name}'", f"ingen kolonne hedder '{name}'")
    is_long = {"year", "amount"} <= found.keys()
    if is_long == bool(years) or (not is_long and found.keys() & {"year", "amount"}):
        raise _needed(
            "amounts need either the columns 'year' and 'amount' or a column for each year",
            "beløb kræver enten kolonnerne 'år' og 'beløb' eller en kolonne for hvert år",
        )
    columns = {name: found[name] for name in plain.columns if name in found}
    return AllocationMapping(
        unit=1,
        columns=AllocationColumns.model_validate(columns),
        long=LongFormat(year=found["year"], amount=found["amount"]) if is_long else None,
    )


def _unknown(text: str, by_word: dict[str, str]) -> StructuredFault:
    remedy = nearest(text, by_word)
    return _needed(
        f"it is not known what the column '{text or '?'}' holds. {remedy.en}",
        f"det vides ikke, hvad kolonnen '{text or '?'}' er. {remedy.da}",
    )


def _needed(en: str, da: str) -> StructuredFault:
    return StructuredFault(
        MAPPING_NEEDED,
        f"The columns are not known: {en}{'' if en.endswith('.') else '.'} Rename the heading, or give a "
        "mapping with --mapping; docs/register.md shows how.",
        f"Kolonnerne er ikke kendt: {da}{'' if da.endswith('.') else '.'} Omdøb overskriften, eller angiv en "
        "mapping med --mapping; docs/register.md viser hvordan.",
    )
