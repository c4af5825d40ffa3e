"""What is said of things seen but not read for certain, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.note import Unread
from grantcheck.model.text import Text
from grantcheck.read.copenhagen.cell_doubts import why_cell

if TYPE_CHECKING:
    from grantcheck.model.location import Location

TABLE_NOT_READ = "GC903"
AMBIGUOUS = "GC904"
MARK = "GC905"

_EXCERPT = 200

WHY = {
    "blanks": Text(
        en="it has fewer figures than the table has columns, and blank cells leave no trace in a text",
        da="den har færre tal end tabellen har kolonner, og tomme celler efterlader intet spor i en tekst",
    ),
    "total_only": Text(
        en="it has fewer figures than the table has columns; the total adds up, the years are unknown",
        da="den har færre tal end tabellen har kolonner; summen stemmer, men årene er ukendte",
    ),
    "broken": Text(
        en="its figures are broken over lines and can be put together in more than one way, or in none",
        da="dens tal er brudt over flere linjer og kan samles på flere måder, eller slet ikke",
    ),
    "count": Text(
        en="it has more figures than the table has columns",
        da="den har flere tal end tabellen har kolonner",
    ),
    "none": Text(en="it has no figures", da="den har ingen tal"),
    "figure": Text(
        en="a figure is not written as the others are",
        da="et tal er ikke skrevet som de andre",
    ),
    "unit": Text(en="the table does not state its unit", da="tabellen angiver ikke sin enhed"),
    "page": Text(en="it stands at a page break", da="den står ved et sideskift"),
    "label": Text(
        en="where its name begins or ends is not certain",
        da="det er ikke sikkert, hvor dens navn begynder eller slutter",
    ),
    "area": Text(en="its control area was not found", da="dens styringsområde blev ikke fundet"),
    "committee": Text(
        en="no committee of the profile, or more than one, stands between its name and its appropriation",
        da="intet af profilens udvalg, eller flere, står mellem dens navn og dens bevilling",
    ),
    "appropriation": Text(en="its appropriation is not certain", da="dens bevilling er ikke sikker"),
    "direction": Text(en="income or expense is not marked", da="indtægt eller udgift er ikke markeret"),
    "cell": Text(
        en="a cell could not be read for certain",
        da="en celle kunne ikke læses sikkert",
    ),
    "merged": Text(
        en="a cell is blank or belongs to the row above",
        da="en celle er tom eller hører til rækken ovenfor",
    ),
}
"""Why a row is in doubt."""


def unread(code: str, about: str, message: Text, location: Location, excerpt: str = "") -> Unread:
    """An entry with an excerpt of bearable length."""
    return Unread(code=code, about=about, message=message, excerpt=excerpt[:_EXCERPT], location=location)


def row_in_doubt(
    about: str, caption: str, label: str, reasons: list[str], location: Location, printed: str
) -> Unread:
    """A row that was read in part; a reason is a key of `WHY`, or what `Cell.uncertain` says."""
    name = f'"{label}"' if label else "?"
    why = [WHY.get(reason) or why_cell(reason) or WHY["cell"] for reason in reasons]
    message = Text(
        en=f"{caption}: row {name} is not certain: {'; '.join(dict.fromkeys(one.en for one in why))}.",
        da=f"{caption}: rækken {name} er ikke sikker: {'; '.join(dict.fromkeys(one.da for one in why))}.",
    )
    return unread(AMBIGUOUS, about, message, location, printed)


def table_not_read(about: str, caption: str, location: Location) -> Unread:
    """A table that was seen, and is not what the template has."""
    message = Text(
        en=f'The table "{caption}" was seen but not read.',
        da=f'Tabellen "{caption}" blev set, men ikke læst.',
    )
    return unread(TABLE_NOT_READ, about, message, location, caption)


def table_twice(about: str, caption: str, location: Location) -> Unread:
    """A second table of one kind."""
    message = Text(
        en=f'"{caption}": the note has two tables of this kind; the first was read.',
        da=f'"{caption}": notatet har to tabeller af denne slags; den første blev læst.',
    )
    return unread(TABLE_NOT_READ, about, message, location, caption)


def table_open(about: str, caption: str, location: Location) -> Unread:
    """A table without a row of totals at its end."""
    message = Text(
        en=f"{caption}: where the table ends is not certain; its row of totals is missing or is not the last.",
        da=f"{caption}: det er ikke sikkert, hvor tabellen slutter; rækken med summer mangler eller er ikke den sidste.",
    )
    return unread(AMBIGUOUS, about, message, location)
