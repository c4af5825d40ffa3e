"""`matches.yaml`: which grants a note continues, settled by a person where names do not tell."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Self

from pydantic import field_validator, model_validator

from grantcheck.data.fault import DataFault
from grantcheck.data.marked_yaml import load
from grantcheck.data.validated import nearest, validated
from grantcheck.model.frozen import Frozen


class SettledMatch(Frozen):
    """The grants of one note, or of one activity of it."""

    note: str
    """The note's code."""
    budget_year: int | None = None
    """The round it is of, since each numbers its notes anew; any where it is not given."""
    activity: str | None = None
    """The activity as the note prints it; the whole note where it is not given."""
    grant: str | None = None
    """The id of the one grant."""
    grants: tuple[str, ...] | None = None
    """The ids of several grants; an empty list says that the note continues none of the register's."""
    by: str
    on: str

    @field_validator("on")
    @classmethod
    def _is_a_day(cls, value: str) -> str:
        try:
            date.fromisoformat(value)
        except ValueError as error:
            raise ValueError(f"'{value}' is no date; write it as \"2026-01-31\"") from error
        return value

    @model_validator(mode="after")
    def _names_grants_once(self) -> Self:
        if (self.grant is None) == (self.grants is None):
            raise ValueError("give either 'grant' with one id, or 'grants' with a list ([] for none)")
        return self

    @property
    def ids(self) -> tuple[str, ...]:
        """The grants that were settled; none where the note continues none."""
        return (self.grant,) if self.grant is not None else self.grants or ()

    @property
    def settled_by(self) -> str:
        """Who settled it, and when."""
        return f"{self.by}, {self.on}"

    def concerns(self, code: str | None, budget_year: int | None) -> bool:
        """Whether it is about a note."""
        return self.note == code and self.budget_year in {None, budget_year}


class Matches(Frozen):
    """All matches that were settled."""

    matches: tuple[SettledMatch, ...] = ()


def load_matches(path: Path, grants: Collection[str]) -> tuple[SettledMatch, ...]:
    """The matches settled in a file.

    Args:
        path: the file.
        grants: the ids that the register knows.

    Raises:
        DataFault: the file has a mistake, settles one thing twice, or names a grant that the register lacks.
    """
    marked = load(path)
    settled = validated(Matches, marked).matches
    seen: dict[tuple[str, int | None, str | None], int] = {}
    for number, match in enumerate(settled):
        line = marked.line(("matches", number))
        about = (match.note, match.budget_year, match.activity)
        if about in seen:
            raise DataFault(
                path,
                line,
                f"{match.note} is settled twice, first in line {seen[about]}.",
                "Keep one of the two.",
            )
        seen[about] = line
        for grant in match.ids:
            if grant not in grants:
                raise DataFault(path, line, f"The register knows no grant '{grant}'.", _remedy(grant, grants))
    return settled


_NAMED = 10


def _remedy(grant: str, grants: Collection[str]) -> str:
    if not grants or len(grants) <= _NAMED:
        return nearest(grant, grants) if grants else "Import the grants first."
    close = nearest(grant, grants)
    return close if close.startswith("Did") else "Write an id as 'grantcheck register list' prints it."
