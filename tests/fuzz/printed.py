"""What a note says that it read stands in the text it was read from, character by character."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING

from grantcheck.model.location import LineLocation
from grantcheck.read.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grantcheck.model.note import Claim, Note, Row, Table
    from grantcheck.read.lines import Line

_MINUS = "-−–"
_BLANKS = re.compile(r"\s+")
_NUMBER = re.compile(r"\d[\d.,\u00a0\u202f\u2009]*")


def unprinted(note: Note, text: str) -> list[str]:
    """Every figure and amount of a note that the text does not hold, in words; empty where all are printed."""
    lines = split_lines(text)
    found = [complaint for table in note.tables for complaint in _of_table(table, lines)]
    found += [complaint for claim in note.claims for complaint in _of_claim(claim, lines)]
    return found


def _of_table(table: Table, lines: Sequence[Line]) -> Iterator[str]:
    for row in table.rows:
        for key, printed in row.printed.items():
            place = row.places.get(key)
            if not isinstance(place, LineLocation) or not _stands(printed, place, lines):
                yield f"{key} of '{row.label}' is {printed!r}, which is not printed at {place}"
            amount = _amount(row, key)
            if table.unit is not None and amount is not None and value_of(printed) * table.unit != amount:
                yield f"{key} of '{row.label}' is printed {printed!r} and read as {amount}"
        yield from (
            f"{year} of '{row.label}' is {amount} and printed nowhere"
            for year, amount in row.amounts.items()
            if amount is not None and str(year) not in row.printed
        )


def _amount(row: Row, key: str) -> int | None:
    return row.amounts.get(int(key)) if key.isdecimal() else row.total


def _stands(printed: str, place: LineLocation, lines: Sequence[Line]) -> bool:
    """Whether a figure begins at a place; what a line break cut off follows as words of the next lines."""
    after = [word.text for line in lines[place.line :] for word in line.words()]
    before = [word.text for word in lines[place.line - 1].words() if word.column >= place.column]
    if not before or not printed.startswith(before[0]):
        return False
    rest = printed[len(before[0]) :]
    for word in (*before[1:], *after):
        if not rest:
            return True
        rest = rest.removeprefix(word)
    return not rest


def _of_claim(claim: Claim, lines: Sequence[Line]) -> Iterator[str]:
    if not isinstance(claim.location, LineLocation):
        yield f"{claim.text!r} has no place"
        return
    first = lines[claim.location.line - 1].text[claim.location.column - 1 :]
    following = "".join([first, *(line.text for line in lines[claim.location.line :])])
    if not _squeezed(following).startswith(_squeezed(claim.text)):
        yield f"{claim.text!r} is not printed at {claim.location}"
    numbers = {_significant(number) for number in _NUMBER.findall(claim.text)}
    if _significant(str(abs(claim.amount))) not in numbers:
        yield f"{claim.text!r} is read as {claim.amount}"


def _squeezed(text: str) -> str:
    """The text without what a line break takes with it."""
    return re.sub(r"[\s\u00ad\ufffe\u2010-]+", "", text)


def _significant(number: str) -> str:
    """The digits of a number without the zeros around them."""
    return "".join(str(unicodedata.digit(char)) for char in number if char.isdecimal()).strip("0")


def value_of(printed: str) -> Decimal:
    """What a printed figure is worth, by the grammar of the template alone."""
    digits = "".join("." if char == "," else char for char in printed if char.isdecimal() or char == ",")
    value = Decimal(digits) if digits else Decimal(0)
    return -value if printed[:1] in _MINUS else value
