"""`NOTE.readings.yaml`: what a person read where the program could not."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from pydantic import model_validator

from grantcheck.data.marked_yaml import load
from grantcheck.data.validated import validated
from grantcheck.model.frozen import Frozen
from grantcheck.model.terms import TableKind

SUFFIX = ".readings.yaml"
OPEN = "open"
"""Stands for a doubt that nobody has settled yet."""


class SettledFigure(Frozen):
    """A figure of a table."""

    note: str | None = None
    """The note's code; needed where the file holds several."""
    table: TableKind
    row: int
    """From 1, as reports count."""
    column: str
    """A year, or `total`."""
    value: int | str | None = OPEN
    """Whole kroner, income negative where it is printed so; null for a blank cell; `open` where not settled."""
    printed: str = ""
    """The row as it was read, for the reader of this file only."""


class SettledMark(Frozen):
    """A category or a district."""

    note: str | None = None
    mark: str
    """The label."""
    value: bool | str = OPEN


class Readings(Frozen):
    """Everything that was settled about one file."""

    file: str
    """The name of the file, without its folder."""
    sha256: str
    """Of the file as it was when somebody looked; another content voids the readings."""
    by: str
    when: str
    figures: tuple[SettledFigure, ...] = ()
    marks: tuple[SettledMark, ...] = ()

    @model_validator(mode="after")
    def _is_signed(self) -> Self:
        values = [figure.value for figure in self.figures] + [mark.value for mark in self.marks]
        settled = any(value != OPEN for value in values)
        if settled and OPEN in {self.by, self.when}:
            raise ValueError("write who settled the readings (by) and when")
        return self

    @property
    def confirmed(self) -> str:
        """Who settled it, and when."""
        return f"{self.by}, {self.when}"


def readings_beside(path: Path) -> Readings | None:
    """The readings for the file at `path`; None where there are none, or they are for another form of the note.

    Raises:
        DataFault: the file with readings has a mistake.
    """
    beside = readings_path(path)
    if not beside.is_file() or not beside.stat().st_size:
        return None  # empty while a shell writes the template into it
    readings = validated(Readings, load(beside))
    return readings if readings.file == path.name else None


def readings_path(path: Path) -> Path:
    """Where the readings for a file lie."""
    return path.with_suffix(SUFFIX)
