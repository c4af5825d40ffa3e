"""Days and budget years on the command line."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import typer


def day_given(text: str) -> date:
    """A day such as 2026-11-23.

    Raises:
        BadParameter: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"'{text}' is no date. Write it as 2026-11-23.") from error


def now() -> datetime:
    """The moment, with the time zone of the machine."""
    return datetime.now().astimezone()


def today() -> date:
    """The day where the program runs."""
    return now().date()


AsOfOption = Annotated[
    date | None,
    typer.Option(parser=day_given, metavar="YYYY-MM-DD", help="The day to judge by.", show_default="today"),
]
BudgetYearOption = Annotated[
    int | None,
    typer.Option(
        "--budget-year",
        min=1990,
        max=2199,
        metavar="YEAR",
        help="Judge by the rules of this budget year.",
        show_default="each note's own",
    ),
]
