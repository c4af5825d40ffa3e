"""The budget years in which a rule judges."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from grantcheck.data.fault import Unfit
from grantcheck.model.frozen import Frozen
from grantcheck.model.text import Text
from grantcheck.model.years import Year

BudgetYear = Annotated[int, Field(strict=True, ge=1990, le=2199)]


class Standing(StrEnum):
    """How a rule stands in a budget year."""

    IN_FORCE = "in force"
    NOT_YET = "not yet"
    NO_LONGER = "no longer"
    UNKNOWN = "unknown"
    """The budget year is not known."""


class Effective(Frozen):
    """The first and the last budget year in which a rule judges; open where one is not given."""

    from_year: BudgetYear | None = Field(None, alias="from")
    """The first budget year."""
    until_year: BudgetYear | None = Field(None, alias="until")
    """The last budget year."""

    @model_validator(mode="after")
    def _has_years(self) -> Self:
        first, last = self.from_year, self.until_year
        if first is None and last is None:
            raise Unfit(
                Text(en="It names no year.", da="Den nævner intet år."),
                Text(
                    en="Give 'from', 'until' or both, or leave it out.",
                    da="Angiv 'from', 'until' eller begge, eller udelad den.",
                ),
            )
        if first is not None and last is not None and first > last:
            raise Unfit(
                Text(
                    en=f"It ends ({last}) before it begins ({first}).",
                    da=f"Den slutter ({last}), før den begynder ({first}).",
                ),
                Text(en="Change one of the two years.", da="Ændr det ene af de to år."),
            )
        return self

    def standing(self, year: Year | None) -> Standing:
        """How the rule stands in a budget year; None where that is not known."""
        if year is None:
            return Standing.UNKNOWN
        if self.from_year is not None and year < self.from_year:
            return Standing.NOT_YET
        if self.until_year is not None and year > self.until_year:
            return Standing.NO_LONGER
        return Standing.IN_FORCE

    @property
    def span(self) -> Text:
        """The years in words."""
        first, last = self.from_year, self.until_year
        if first == last:
            return Text(en=f"in budget year {first} only", da=f"kun i budgetår {first}")
        if last is None:
            return Text(en=f"from budget year {first}", da=f"fra budgetår {first}")
        if first is None:
            return Text(en=f"until budget year {last}", da=f"til og med budgetår {last}")
        return Text(en=f"in the budget years {first}–{last}", da=f"i budgetårene {first}–{last}")
