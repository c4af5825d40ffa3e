"""`grantcheck prices`: the series there are, what they state, and amounts carried by them."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from grantcheck.cli.amount import amount_given
from grantcheck.cli.day import AsOfOption, today
from grantcheck.cli.exit_code import ExitCode
from grantcheck.cli.options import FORMAT, LANGUAGE, RULES
from grantcheck.cli.output import put_json, put_text, tell
from grantcheck.cli.settings import Settings, configured

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.prices.series import PriceSeries

prices_app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Price series, and conversion by them."
)

_Name = Annotated[str, typer.Argument(metavar="SERIES", help="The name of a series, or its file.")]


class RoundingRule(StrEnum):
    """Where a half goes."""

    HALF_UP = "half-up"
    HALF_EVEN = "half-even"


@prices_app.command("list")
@configured(FORMAT, LANGUAGE, RULES)
def list_command(
    settings: Settings,
    folders: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FOLDER", help="Folders with more series.", exists=True, file_okay=False),
    ] = None,
) -> None:
    """List the series that come with grantcheck, and those of your folders."""
    from grantcheck.report.page import page_for  # noqa: PLC0415
    from grantcheck.report.price_list import PricesJson, PricesText  # noqa: PLC0415
    from grantcheck.report.price_words import price_words  # noqa: PLC0415

    telling, places = settings.configuration.report, [_rules(settings) / "prices", *(folders or ())]
    found, unusable = _loaded(places)
    if telling.format == "json":
        put_json(PricesJson(telling.language).rendered(found))
    elif found:
        put_text(PricesText(page_for(sys.stdout), telling.language).rendered(found))
    else:
        tell(price_words(telling.language).no_series.format(folders=", ".join(map(str, places))))
    for message in unusable:
        tell(message)
    if unusable:
        raise typer.Exit(ExitCode.USAGE)


@prices_app.command("show")
@configured(FORMAT, LANGUAGE, RULES)
def show_command(name: _Name, settings: Settings, as_of: AsOfOption = None) -> None:
    """Show a series: every step in every edition, and a bar for each rise in force."""
    from grantcheck.report.page import page_for  # noqa: PLC0415
    from grantcheck.report.price_json import series_json  # noqa: PLC0415
    from grantcheck.report.price_table import SeriesText  # noqa: PLC0415

    telling, series = settings.configuration.report, _series(name, settings)
    if telling.format == "json":
        put_json(series_json(series, telling.language))
    else:
        put_text(SeriesText(page_for(sys.stdout), telling.language, as_of or today()).rendered(series))


@prices_app.command("convert", context_settings={"ignore_unknown_options": True})  # amounts may be below zero
@configured(FORMAT, LANGUAGE, RULES)
def convert_command(  # noqa: PLR0913, PLR0917 - one parameter for each option
    amount: Annotated[str, typer.Argument(metavar="AMOUNT", help="Such as 205000 or 5.0.")],
    settings: Settings,
    from_year: Annotated[
        int,
        typer.Option("--from", min=1900, max=2200, metavar="YEAR", help="The year whose prices it is in."),
    ],
    to_year: Annotated[
        int,
        typer.Option("--to", min=1900, max=2200, metavar="YEAR", help="The year whose prices are wanted."),
    ],
    name: Annotated[
        str, typer.Option("--series", metavar="SERIES", help="The name of a series, or its file.")
    ],
    as_of: AsOfOption = None,
    digits: Annotated[int, typer.Option("--decimals", min=0, max=9, help="Decimals of the result.")] = 0,
    rounding: Annotated[RoundingRule, typer.Option(help="Where a half goes.")] = RoundingRule.HALF_UP,
) -> None:
    """Carry an amount from one year's prices to another's, step by step.

    Exit code: 0 converted, 1 a rate is missing, 2 wrong usage, 3 a fault of the program.
    """
    from grantcheck.prices.conversion import Conversion, convert  # noqa: PLC0415
    from grantcheck.report.page import page_for  # noqa: PLC0415
    from grantcheck.report.price_chain import ChainText  # noqa: PLC0415
    from grantcheck.report.price_json import conversion_json, missing_json  # noqa: PLC0415

    telling, series = settings.configuration.report, _series(name, settings)
    found = convert(amount_given(amount), series, from_year, to_year, as_of or today())
    if telling.format == "text":
        chain = ChainText(page_for(sys.stdout), telling.language, digits, rounding.value)
        put_text(chain.rendered(found, series))
    elif isinstance(found, Conversion):
        put_json(conversion_json(found, digits, rounding.value, telling.language))
    else:
        put_json(missing_json(found, telling.language))
    raise typer.Exit(ExitCode.CLEAN if isinstance(found, Conversion) else ExitCode.BROKEN)


@prices_app.command("check")
@configured(FORMAT, LANGUAGE)
def check_command(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE", help="Series files to check.", exists=True, dir_okay=False),
    ],
    settings: Settings,
) -> None:
    """Check series files: years, gaps, factors, products, editions; each fault with its line.

    Exit code: 0 no fault, 1 a fault, 2 wrong usage, 3 a fault of the program.
    """
    from grantcheck.report.price_check import ChecksJson, ChecksText, checked  # noqa: PLC0415

    telling, checks = settings.configuration.report, [checked(path) for path in files]
    if telling.format == "json":
        put_json(ChecksJson(telling.language).rendered(checks))
    else:
        put_text(ChecksText(telling.language).rendered(checks))
    raise typer.Exit(ExitCode.BROKEN if any(check.faults for check in checks) else ExitCode.CLEAN)


@prices_app.command("template")
@configured(RULES)
def template_command(settings: Settings) -> None:
    """Print a series file to fill in, as in: grantcheck prices template > town-service.yaml."""
    from grantcheck.prices.loading import template_file  # noqa: PLC0415

    put_text(template_file(_rules(settings)).read_text("utf-8"))


def _rules(settings: Settings) -> Path:
    from grantcheck.data.shipped import shipped_rules  # noqa: PLC0415

    return settings.configuration.rules.folder or shipped_rules()


def _series(name: str, settings: Settings) -> PriceSeries:
    from grantcheck.prices.loading import find_series  # noqa: PLC0415

    return find_series(name, _rules(settings), Path())


def _loaded(folders: Sequence[Path]) -> tuple[list[PriceSeries], list[str]]:
    """The series in some folders, and what to say of the files that are none."""
    from grantcheck.data.fault import DataFault  # noqa: PLC0415
    from grantcheck.prices.loading import load_series, series_files  # noqa: PLC0415

    found: list[PriceSeries] = []
    unusable: list[str] = []
    for path in (path for folder in folders if folder.is_dir() for path in series_files(folder)):
        try:
            found.append(load_series(path))
        except DataFault as fault:
            unusable.append(str(fault))
    return found, unusable
