"""Prior agreements by the years in their names, beside their first money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grantcheck.data.profile import Profile
from grantcheck.derive.building import fact
from grantcheck.derive.figures import activities, row_amounts
from grantcheck.derive.naming import in_doubt
from grantcheck.derive.tracing import trace_cell, trace_row
from grantcheck.model.fact import Fact
from grantcheck.model.note import Note, Row, Table
from grantcheck.model.terms import TableKind
from grantcheck.model.text import Text
from grantcheck.model.years import Year

_YEARS = re.compile(
    r"(?<!\d)(?P<first>(?:19|20)\d\d)(?:\s?[-–/]\s?(?P<last>(?:19|20)?\d\d))?(?!\d)"
    r"|\b(?:B|BA|OFS|Budget(?:aftale)?|Overførselssag(?:en)?)\s?['’]?(?P<short>\d\d)(?:\s?[-–/]\s?(?P<short_last>\d\d))?(?!\d)",
    re.IGNORECASE,
)
_CENTURY = 100
_NAME = Text(en="the name was not read for certain", da="navnet er ikke læst med sikkerhed")
_NO_YEAR = Text(en="the name holds no year", da="navnet indeholder intet år")


def agreement_facts(note: Note, profile: Profile) -> Iterator[Fact]:
    """An `agreement` fact per row of the prior table."""
    table = note.table(TableKind.PRIOR)
    if table is not None and not note.has_recognised(table):
        yield from (_agreement(table, row, profile) for row in activities(table))


def years_named(name: str) -> tuple[Year, ...]:
    """The years in an agreement's name: the first with its span's end, if it names a span.

    >>> years_named("Overførselssagen 2021-2022"), years_named("Budgetaftale 2022"), years_named("OFS 21/22")
    ((2021, 2022), (2022,), (2021, 2022))
    >>> years_named("Tidligere bevilling")
    ()
    """
    found = _YEARS.search(name)
    if found is None:
        return ()
    first = _full(found["first"] or found["short"], 2000)
    last = found["last"] or found["short_last"]
    return (first,) if last is None else (first, _full(last, first))


def _full(digits: str, near: Year) -> Year:
    """A year of two digits in the century of `near`."""
    year = int(digits)
    return year if year >= _CENTURY else near // _CENTURY * _CENTURY + year


def _agreement(table: Table, row: Row, profile: Profile) -> Fact:
    amounts = row_amounts(table, row)
    certain = None not in amounts.values()
    funded = [year for year, amount in sorted(amounts.items()) if amount]
    first = funded[0] if certain and funded else None
    known = "label" not in row.doubt
    named = years_named(row.label) if known else ()
    label = Text(en=row.label, da=row.label)
    return fact(
        "agreement",
        {
            "name": row.label,
            "years_named": len(named) if known else None,
            "made_year": made_year(row.label, named, profile) if named else None,
            "funded_years": len(funded) if certain else None,
            "first_year": first,
        },
        why_missing={
            "years_named": _NAME,
            "made_year": _NO_YEAR if known else _NAME,
            "funded_years": in_doubt(label),
            "first_year": in_doubt(label),
        },
        traces=(trace_cell(table, row, str(first)) if first else trace_row(table, row),),
    )


def made_year(name: str, named: tuple[Year, ...], profile: Profile) -> Year:
    """The year an agreement is called after: of two years its first, unless it is made in its second."""
    second = any(name.casefold().startswith(word.casefold()) for word in profile.spring_agreements.words)
    return named[-1] if second else named[0]
