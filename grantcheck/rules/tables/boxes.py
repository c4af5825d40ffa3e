"""Rows of a decision table against each other: which overlap, which are never reached, what none of them fits.

A row is a box of whole numbers, a side for each condition. The texts of a column are numbered, with one number more
for every other text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from grantcheck.data.fault import DataFault, DataWarning
from grantcheck.model.formatting import format_number, format_ore
from grantcheck.model.text import Language, Text
from grantcheck.rules.tables.spans import Span
from grantcheck.rules.tables.table import DecisionTable, Input
from grantcheck.rules.vocabulary import FieldType

Side = tuple[int, int]
Box = tuple[Side, ...]

_FARTHEST = 2**63
_MOST_PIECES = 4_000
"""Beyond so many pieces a table is too intricate to tell what is left of it."""
_MOST_GAPS = 3


def row_faults(table: DecisionTable) -> Iterator[DataFault]:
    """Rows that fit one situation under `unique`, and rows that can never be the first under `first`."""
    boxes = _boxes(table)
    if table.hit == "unique":
        yield from _overlaps(table, boxes)
        return
    for at, row in enumerate(table.rows):
        if _left([boxes[at]], boxes[:at]) == []:
            yield row.asked[0].fault(
                Text(
                    en=f"row {row.number} is never reached: the rows above fit wherever it does.",
                    da=f"række {row.number} nås aldrig: rækkerne over den passer overalt, hvor den gør.",
                ),
                Text(
                    en="Move it up, narrow a row above, or take it out.",
                    da="Flyt den op, gør en række over den snævrere, eller tag den ud.",
                ),
            )


def gaps(table: DecisionTable) -> Iterator[DataWarning]:
    """Situations between the rows that none of them fits; what lies beyond all rows is no gap."""
    boxes = _boxes(table)
    left = _left([_between(table, boxes)], boxes) or []
    if not left:
        return
    told = [_told(table, box) for box in left[:_MOST_GAPS]]
    problem = Text(
        en=f"no row fits {'; nor '.join(one.en for one in told)}.",
        da=f"ingen række passer til {'; heller ikke '.join(one.da for one in told)}.",
    )
    ends = {
        "not_verifiable": ("not verifiable", "ikke verificerbar"),
        "not_applicable": ("not applicable", "ikke relevant"),
    }
    en, da = ends[table.no_row]
    remedy = Text(
        en=f"There the rule is {en}; add a row if that is not meant.",
        da=f"Der er reglen {da}; tilføj en række, hvis det ikke er meningen.",
    )
    yield table.headings[0].warning(problem, remedy)


def _overlaps(table: DecisionTable, boxes: Sequence[Box]) -> Iterator[DataFault]:
    for (one, first), (other, second) in combinations(zip(table.rows, boxes, strict=True), 2):
        if all(a[0] <= b[1] and b[0] <= a[1] for a, b in zip(first, second, strict=True)):
            yield other.asked[0].fault(
                Text(
                    en=f"rows {one.number} and {other.number} both fit {_told(table, _common(first, second)).en}.",
                    da=f"række {one.number} og {other.number} passer begge til {_told(table, _common(first, second)).da}.",
                ),
                Text(
                    en="Set them apart, or let the first count: 'hit: first'.",
                    da="Skil dem ad, eller lad den første gælde: 'hit: first'.",
                ),
            )


def _common(one: Box, other: Box) -> Box:
    return tuple((max(a[0], b[0]), min(a[1], b[1])) for a, b in zip(one, other, strict=True))


def _left(boxes: list[Box], taken: Sequence[Box]) -> list[Box] | None:
    """What of the boxes lies in none of `taken`; None where that is too intricate to tell."""
    for cut in taken:
        boxes = [piece for box in boxes for piece in _without(box, cut)]
        if len(boxes) > _MOST_PIECES:
            return None
    return boxes


def _without(box: Box, cut: Box) -> Iterator[Box]:
    """The pieces of a box outside another."""
    if any(side[0] > limit[1] or limit[0] > side[1] for side, limit in zip(box, cut, strict=True)):
        yield box
        return
    inner = list(box)
    for at, ((low, high), (from_, to)) in enumerate(zip(box, cut, strict=True)):
        if low < from_:
            yield (*inner[:at], (low, from_ - 1), *inner[at + 1 :])
        if high > to:
            yield (*inner[:at], (to + 1, high), *inner[at + 1 :])
        inner[at] = (max(low, from_), min(high, to))


def _between(table: DecisionTable, boxes: Sequence[Box]) -> Box:
    """From the lowest to the highest that the rows speak of; a text that none names lies beyond them."""
    sides = []
    for at, (asked, column) in enumerate(zip(table.inputs, zip(*boxes, strict=True), strict=True)):
        low, high = min(low for low, _ in column), max(high for _, high in column)
        named = len(_texts([row.spans[at] for row in table.rows]))
        sides.append((low, named - 1 if named and asked.field.type is FieldType.TEXT else high))
    return tuple(sides)


def _boxes(table: DecisionTable) -> list[Box]:
    columns = [[row.spans[at] for row in table.rows] for at in range(len(table.inputs))]
    sides = [_sides(column, asked) for column, asked in zip(columns, table.inputs, strict=True)]
    return list(zip(*sides, strict=True))


def _sides(column: Sequence[Span], asked: Input) -> list[Side]:
    if asked.field.type is FieldType.TEXT:
        texts = _texts(column)
        return [(0, len(texts)) if one.text is None else (texts.index(one.text),) * 2 for one in column]
    lowest, highest = (0, 1) if asked.field.type is FieldType.FLAG else (-_FARTHEST, _FARTHEST)
    return [
        (lowest if one.low is None else one.low, highest if one.high is None else one.high) for one in column
    ]


def _texts(column: Sequence[Span]) -> list[str]:
    return sorted({one.text for one in column if one.text is not None})


def _told(table: DecisionTable, box: Box) -> Text:
    def said(language: Language) -> str:
        parts = [
            f"{asked.ref} {_side(side, asked, [row.spans[at] for row in table.rows], language)}"
            for at, (asked, side) in enumerate(zip(table.inputs, box, strict=True))
            if side != (-_FARTHEST, _FARTHEST)
        ]
        return ", ".join(parts) or {"en": "everything", "da": "alt"}[language]

    return Text(en=said("en"), da=said("da"))


def _side(side: Side, asked: Input, column: Sequence[Span], language: Language) -> str:
    low, high = side
    if asked.field.type is FieldType.TEXT:
        texts = _texts(column)
        other = {"en": "another text", "da": "en anden tekst"}[language]
        joint = {"en": " or ", "da": " eller "}[language]
        return joint.join([*(f"“{text}”" for text in texts), other][low : high + 1])
    if low == high:
        return _number(low, asked.field.type, language)
    if high == _FARTHEST:
        return f">= {_number(low, asked.field.type, language)}"
    if low == -_FARTHEST:
        return f"<= {_number(high, asked.field.type, language)}"
    return f"{_number(low, asked.field.type, language)}..{_number(high, asked.field.type, language)}"


def _number(value: int, of_type: FieldType, language: Language) -> str:
    if of_type is FieldType.MONEY:
        return format_ore(value, language)
    return str(value) if of_type is FieldType.YEAR else format_number(value, language)
