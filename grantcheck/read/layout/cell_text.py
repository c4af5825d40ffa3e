"""The text of a table's cell from its words, and whether that is certain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.read.layout.line import folded, lines_of
from grantcheck.read.layout.word import UNREADABLE
from grantcheck.read.numbers import is_piece, parse_figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.read.layout.geometry import Box
    from grantcheck.read.layout.line import Line
    from grantcheck.read.layout.word import Word

_SLACK = 0.6
_YEAR_DIGITS = 4
BROKEN = "a figure is broken over lines and can be put together in two ways"
GLYPH = "a sign cannot be read"
_SIGNS = frozenset("-−–+")


@dataclass(frozen=True, slots=True)
class CellText:
    """What a cell says; `uncertain` says why that is not certain."""

    text: str
    uncertain: str = ""
    raised: str = ""
    """Footnote marks, which are no part of the text."""


def cell_text(words: Sequence[Word], room: float | None = None) -> CellText:
    """The text of a cell.

    Args:
        words: the words inside.
        room: how wide a line may be, where rulings say that all the words belong to one cell.
    """
    lines = lines_of(words)
    raised = " ".join(mark for line in lines for mark in line.marks)
    if any(UNREADABLE in word.text for word in words):
        return CellText(folded(lines), GLYPH, raised)
    pieces = [line.text for line in lines if line.text]
    if len(pieces) > 1 and all(is_piece(piece) for piece in pieces):
        whole = _rejoined(pieces, cramped=room is not None and _cramped(lines, room))
        return CellText(whole or " ".join(pieces), "" if whole else BROKEN, raised)
    return CellText(folded(lines), raised=raised)


def room_in(words: Sequence[Word], box: Box) -> float:
    """How wide a line may be in a drawn cell: its margins are what the widest line leaves free on one side."""
    lines = lines_of(words)
    if not lines:
        return box.width
    widest = max(lines, key=lambda line: line.right - line.left)
    return box.width - 2 * max(0.0, min(widest.left - box.left, box.right - widest.right))


def _cramped(lines: Sequence[Line], room: float) -> bool:
    """Whether the lines side by side would be too wide for the cell, so that something had to break."""
    return sum(line.right - line.left for line in lines) > room - _SLACK


def _rejoined(pieces: list[str], *, cramped: bool) -> str:
    """A figure or year from its pieces, if nothing else can be meant; otherwise nothing."""
    whole = "".join(pieces)
    return whole if cramped and (_is_year(whole, pieces) or _is_one_figure(whole, pieces)) else ""


def _is_year(whole: str, pieces: list[str]) -> bool:
    return len(whole) == _YEAR_DIGITS and whole.isdigit() and whole[:2] in {"19", "20"} and len(pieces[0]) > 1


def _is_one_figure(whole: str, pieces: list[str]) -> bool:
    """Whether the pieces make a figure, and at least one of them is none by itself."""
    if parse_figure(whole) is None:
        return False
    return pieces[0] in _SIGNS or any(parse_figure(piece) is None for piece in pieces)
