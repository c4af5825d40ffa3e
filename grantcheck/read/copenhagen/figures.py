"""What the figures at the end of a row say: every way to put their pieces together, and whether one is certain."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from grantcheck.read.numbers import Figure, parse_figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grantcheck.read.lines import Word

_MOST_PIECES = 10
"""A figure is not broken into more; the narrowest columns print one character on a line."""
_MOST_READINGS = 200


class Certainty(StrEnum):
    """How a run of figures could be read."""

    CERTAIN = "certain"
    TOTAL_ONLY = "total_only"
    """Cells are blank: the last figure is the sum of the others, but their years are unknown."""
    BLANKS = "blanks"
    BROKEN = "broken"
    """Pieces that are no figures, or more than one way to join them."""
    COUNT = "count"
    """More figures than columns."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure and its first word."""

    figure: Figure
    word: Word


@dataclass(frozen=True, slots=True)
class RunReading:
    """The figures of a row, one per column where they are certain."""

    certainty: Certainty
    placed: tuple[Placed, ...] = ()
    adds_up: bool = False
    """Whether the last figure is the sum of the others."""


@dataclass(frozen=True, slots=True)
class _Piece:
    word: Word
    starts_line: bool


def read_run(run: Sequence[Sequence[Word]], columns: int, *, has_total: bool) -> RunReading:
    """Reads the words after a row's text.

    Args:
        run: the words, line by line; only pieces at line breaks may belong together.
        columns: how many figures the row should have.
        has_total: whether the last column is the sum of the others. A sum may confirm one way to join
            pieces; it never changes a figure, and a failed sum casts no doubt on figures that are whole.
    """
    pieces = [
        _Piece(word, index == 0 and row > 0)
        for row, words in enumerate(run)
        for index, word in enumerate(words)
    ]
    if not pieces:
        return RunReading(Certainty.NONE)
    if len(pieces) > columns * _MOST_PIECES:
        return RunReading(Certainty.COUNT)
    readings = _readings(pieces, columns)
    if readings is None:
        return RunReading(Certainty.BROKEN)
    full = [reading for reading in readings if len(reading) == columns]
    if not full:
        return _incomplete(pieces, readings, columns, has_total=has_total)
    return _complete(pieces, full, [r for r in readings if len(r) < columns], has_total=has_total)


def _complete(
    pieces: list[_Piece], full: list[tuple[Placed, ...]], fewer: list[tuple[Placed, ...]], *, has_total: bool
) -> RunReading:
    """One figure for each column: certain, unless blanks and other joins admit another reading."""
    first = full[0]
    alone = len(full) == 1 and not fewer
    if alone and (len(first) == len(pieces) or _forced(pieces, first)):
        return RunReading(Certainty.CERTAIN, first, has_total and adds_up(first))
    sound = [reading for reading in full if adds_up(reading)]
    if has_total and len(sound) == 1 and not any(adds_up(reading) for reading in fewer):
        return RunReading(Certainty.CERTAIN, sound[0], adds_up=True)
    return RunReading(Certainty.BROKEN)


def _incomplete(
    pieces: list[_Piece], readings: list[tuple[Placed, ...]], columns: int, *, has_total: bool
) -> RunReading:
    """Fewer figures than columns; blank cells leave no trace in a text."""
    if len(pieces) > columns:
        return RunReading(Certainty.COUNT)
    if not readings:
        return RunReading(Certainty.BROKEN)
    only = readings[0]
    if has_total and len(readings) == 1 and len(only) > 1 and adds_up(only):
        return RunReading(Certainty.TOTAL_ONLY, only, adds_up=True)
    return RunReading(Certainty.BLANKS)


def adds_up(reading: Sequence[Placed]) -> bool:
    """Whether the last figure is the sum of the others."""
    *parts, total = (placed.figure.value for placed in reading)
    return bool(parts) and sum(parts) == total


def _forced(pieces: list[_Piece], reading: Sequence[Placed]) -> bool:
    """Whether every join was needed because a piece is no figure by itself."""
    at = 0
    for placed in reading:
        count = 0
        text = ""
        malformed = False
        while text != placed.figure.printed:
            text += pieces[at + count].word.text
            malformed = malformed or parse_figure(pieces[at + count].word.text) is None
            count += 1
        if count > 1 and not malformed:
            return False
        at += count
    return True


def _readings(pieces: list[_Piece], columns: int) -> list[tuple[Placed, ...]] | None:
    """Every way to read the pieces as at most `columns` figures; None where there are too many."""
    fewest = _fewest(pieces)
    found: list[tuple[Placed, ...]] = []
    for reading in _ways(pieces, fewest, 0, columns):
        found.append(reading)
        if len(found) > _MOST_READINGS:
            return None
    return found


def _fewest(pieces: list[_Piece]) -> list[int]:
    """How few figures the pieces from each one on can be; spares `_ways` every dead end."""
    fewest = [len(pieces) * 2] * len(pieces) + [0]
    for at in reversed(range(len(pieces))):
        ends = [end for end, _ in _figures_from(pieces, at)]
        fewest[at] = min((1 + fewest[end] for end in ends), default=fewest[at])
    return fewest


def _ways(pieces: list[_Piece], fewest: list[int], at: int, left: int) -> Iterator[tuple[Placed, ...]]:
    if at == len(pieces):
        yield ()
        return
    for end, figure in _figures_from(pieces, at):
        if fewest[end] < left:
            for rest in _ways(pieces, fewest, end, left - 1):
                yield (Placed(figure, pieces[at].word), *rest)


def _figures_from(pieces: list[_Piece], at: int) -> Iterator[tuple[int, Figure]]:
    """The figures that begin with a piece, each with the piece after it."""
    text = ""
    for end in range(at, min(at + _MOST_PIECES, len(pieces))):
        if end > at and not pieces[end].starts_line:
            return
        text += pieces[end].word.text
        figure = parse_figure(text)
        if figure is not None and (end == at or _may_be_broken(figure) or _sign_above(pieces, at, end)):
            yield end + 1, figure


def _sign_above(pieces: list[_Piece], at: int, end: int) -> bool:
    """Whether only a sign stands before the line of a figure."""
    return end == at + 1 and parse_figure(pieces[at].word.text) == Figure(pieces[at].word.text, Decimal(0))


def _may_be_broken(figure: Figure) -> bool:
    """Whether a figure that was put together is written as all are: grouped, and a minus in front."""
    return not figure.ungrouped and figure.printed[-1].isdigit()
