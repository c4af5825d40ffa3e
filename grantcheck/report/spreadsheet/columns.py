"""What a table in a workbook is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum


class Kind(Enum):
    """What the cells of a column hold."""

    TEXT = "text"
    LONG = "long"
    """Sentences, wrapped."""
    KRONER = "kroner"
    COUNT = "count"
    YEAR = "year"
    DATE = "date"


class Tone(Enum):
    """How a row or cell is set off; its words say the same."""

    PLAIN = "plain"
    ERROR = "error"
    WARNING = "warning"
    OPEN = "open"
    NOTE = "note"
    WAIVED = "waived"
    TOTAL = "total"


@dataclass(frozen=True)
class Link:
    """Text that leads to another cell of the workbook, or to a file."""

    text: str
    target: str
    """As xlsxwriter takes it: "internal:'Sheet'!A1" or "external:./notes/x.txt"."""


@dataclass(frozen=True)
class Toned:
    """Text in a tone of its own."""

    text: str
    tone: Tone


Value = str | int | date | tuple[str, ...] | Link | Toned | None
"""A tuple is text on several lines."""


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    title: str
    kind: Kind = Kind.TEXT
    width: int | None = None
    """In characters; None fits it to what it holds."""


@dataclass(frozen=True)
class Row:
    """A row of a table."""

    values: Sequence[Value]
    tone: Tone = Tone.PLAIN
