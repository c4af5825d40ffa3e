"""The columns of a sheet, found by their headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from grantcheck.data.marked_yaml import load
from grantcheck.data.shipped import shipped_rules
from grantcheck.data.validated import validated
from grantcheck.model.frozen import Frozen
from grantcheck.read.structured.fault import MAPPING_NEEDED, StructuredFault, nearest
from grantcheck.read.structured.mapping import Columns, LongFormat, Mapping

if TYPE_CHECKING:
    from collections.abc import Mapping as MappingOf

    from grantcheck.data.marked_yaml import KeyPath
    from grantcheck.read.structured.cells import Sheet, SheetRow
    from grantcheck.read.structured.mapping_file import MappingText

_YEAR = re.compile(r"(?:19|20|21)\d\d")
_LISTED = 5


class PlainHeadings(Frozen):
    """The headings that need no mapping, by what the column is."""

    columns: dict[str, tuple[str, ...]]
    year: tuple[str, ...]
    amount: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Headings:
    """The heading row of a sheet."""

    sheet: Sheet
    row: SheetRow

    @property
    def texts(self) -> tuple[str, ...]:
        """The headings, as they stand."""
        return tuple(cell.text for cell in self.row.cells)

    @property
    def width(self) -> int:
        """Where the last of them ends."""
        return max(index for index, text in enumerate(("", *self.texts)) if text or not index)

    def column(self, header: str, mapping: MappingText, at: KeyPath) -> int:
        """The position of a heading that the mapping names.

        Raises:
            StructuredFault: no column has it, or more than one.
        """
        wanted = folded(header)
        found = [index for index, text in enumerate(self.texts) if folded(text) == wanted]
        if len(found) == 1:
            return found[0]
        if found:
            raise mapping.fault(
                at,
                f"Two columns are headed '{header}'. Rename one.",
                f"To kolonner hedder '{header}'. Omdøb den ene.",
            )
        remedy = nearest(header, self.texts)
        raise mapping.fault(
            at,
            f"No column is headed '{header}'. {remedy.en}",
            f"Ingen kolonne hedder '{header}'. {remedy.da}",
        )

    def years(self) -> dict[str, int]:
        """The headings that are years."""
        return {text: int(text) for text in self.texts if _YEAR.fullmatch(text)}


def headings_of(sheet: Sheet, header_row: int) -> Headings:
    """The heading row.

    Raises:
        StructuredFault: the sheet has no such row, or nothing in it.
    """
    if len(sheet.rows) < header_row or sheet.rows[header_row - 1].is_blank:
        raise StructuredFault(
            MAPPING_NEEDED,
            f"Row {header_row} holds no headings. Name the row with 'header_row' in a mapping file.",
            f"Række {header_row} har ingen overskrifter. Angiv rækken med 'header_row' i en mappingfil.",
        )
    return Headings(sheet, sheet.rows[header_row - 1])


def folded(text: str) -> str:
    """A heading or word as compared: without case, blanks folded."""
    return " ".join(text.split()).casefold()


@cache
def plain_headings() -> PlainHeadings:
    """The headings that need no mapping."""
    return validated(PlainHeadings, load(shipped_rules() / "mappings" / "plain.yaml"))


def plain_mapping(headings: Headings) -> Mapping:
    """The mapping of a sheet with plain headings.

    Raises:
        StructuredFault: a heading is not plain, stands twice, or none is for the code or for amounts.
    """
    plain = plain_headings()
    by_word = {folded(word): name for name, words in plain.columns.items() for word in words}
    by_word |= {folded(word): "year" for word in plain.year} | {
        folded(word): "amount" for word in plain.amount
    }
    found: dict[str, str] = {}
    unknown: list[str] = []
    for index, text in enumerate(headings.texts):
        name = by_word.get(folded(text)) or (text if _YEAR.fullmatch(text) else None)
        if name is None and (text or _has_content(headings, index)):
            unknown.append(text or "?")
        elif name in found:
            raise _needed(f"two columns are for '{name}'", f"to kolonner er for '{name}'")
        elif name is not None:
            found[name] = text
    _check(found, unknown, headings)
    long = LongFormat(year=found["year"], amount=found["amount"]) if "amount" in found else None
    return Mapping(columns=Columns(**{name: found.get(name) for name in plain.columns}), long=long)


def _has_content(headings: Headings, column: int) -> bool:
    below = headings.sheet.rows[headings.row.number :]
    return any(column < len(row.cells) and not row.cells[column].is_blank for row in below)


def _check(found: MappingOf[str, str], unknown: list[str], headings: Headings) -> None:
    if unknown:
        listed = ", ".join(f"'{word}'" for word in unknown[:_LISTED])
        raise _needed(
            f"it is not known what the column {listed} holds", f"det vides ikke, hvad kolonnen {listed} er"
        )
    if "code" not in found:
        raise _needed("no column is headed 'code'", "ingen kolonne hedder 'kode'")
    has_long = {"year", "amount"} <= found.keys()
    if has_long == bool(headings.years()) or (not has_long and found.keys() & {"year", "amount"}):
        raise _needed(
            "amounts need either a column for each year or the columns 'year' and 'amount'",
            "beløb kræver enten en kolonne for hvert år eller kolonnerne 'år' og 'beløb'",
        )


def _needed(en: str, da: str) -> StructuredFault:
    return StructuredFault(
        MAPPING_NEEDED,
        f"The columns are not known: {en}. Write a mapping file NAME.mapping.yaml beside the file, "
        "or give one with --mapping; docs/structured-notes.md shows how.",
        f"Kolonnerne er ikke kendt: {da}. Skriv en mappingfil NAVN.mapping.yaml ved siden af filen, "
        "eller angiv en med --mapping; docs/structured-notes.md viser hvordan.",
    )
