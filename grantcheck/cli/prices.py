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
from grantcheck.cli.faults import faults_told
from grantcheck.cli.options import FormatOption, LanguageOption, OutputFormat, RulesOption, Speech
from grantcheck.cli.output import put_json, put_text, tell

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
def list_command(
    folders: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FOLDER", help="Folders with more series.", exists=True, file_okay=False),
    ] = None,
    form: FormatOption = OutputFormat.TEXT,
    speech: LanguageOption = Speech.ENGLISH,
    rules: RulesOption = None,
) -> None:
    """List the series that come with grantcheck, and those of your folders."""
    with faults_told():
        from grantcheck.report.page import page_for  # noqa: PLC0415
        from grantcheck.report.price_list import PricesJson, PricesText  # noqa: PLC0415
        from grantcheck.report.price_words import price_words  # noqa: PLC0415

        places = [_rules(rules) / "prices", *(folders or ())]
        found, unusable = _loaded(places)
        if form is OutputFormat.JSON:
            put_json(PricesJson(speech.language).rendered(found))
        elif found:
            put_text(PricesText(page_for(sys.stdout), speech.language).rendered(found))
        else:
            tell(price_words(speech.language).no_series.format(folders=", ".join(map(str, places))))
        for message in unusable:
            tell(message)
        if unusable:
            raise typer.Exit(ExitCode.USAGE)


@prices_app.command("show")
def show_command(
    name: _Name,
    as_of: AsOfOption = None,
    form: FormatOption = OutputFormat.TEXT,
    speech: LanguageOption = Speech.ENGLISH,
    rules: RulesOption = None,
) -> None:
    """Show a series: every step in every edition, and a bar for each rise in force."""
    with faults_told():
        from grantcheck.report.page import page_for  # noqa: PLC0415
        from grantcheck.report.price_json import series_json  # noqa: PLC0415
        from grantcheck.report.price_table import SeriesText  # noqa: PLC0415

        series = _series(name, rules)
        if form is OutputFormat.JSON:
            put_json(series_json(series, speech.language))
        else:
            put_text(SeriesText(page_for(sys.stdout), speech.language, as_of or today()).rendered(series))


@prices_app.command("convert", context_settings={"ignore_unknown_options": True})  # amounts may be below zero
def convert_command(  # noqa: PLR0913, PLR0917 - one parameter for each option
    amount: Annotated[str, typer.Argument(metavar="AMOUNT", help="Such as 205000 or 5.0.")],
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
    form: FormatOption = OutputFormat.TEXT,
    speech: LanguageOption = Speech.ENGLISH,
    rules: RulesOption = None,
) -> None:
    """Carry an amount from one year's prices to another's, step by step.

    Exit code: 0 converted, 1 a rate is missing, 2 wrong usage, 3 a fault of the program.
    """
    with faults_told():
        from grantcheck.prices.conversion import Conversion, convert  # noqa: PLC0415
        from grantcheck.report.page import page_for  # noqa: PLC0415
        from grantcheck.report.price_chain import ChainText  # noqa: PLC0415
        from grantcheck.report.price_json import conversion_json, missing_json  # noqa: PLC0415

        series = _series(name, rules)
        found = convert(amount_given(amount), series, from_year, to_year, as_of or today())
        if form is OutputFormat.TEXT:
            chain = ChainText(page_for(sys.stdout), speech.language, digits, rounding.value)
            put_text(chain.rendered(found, series))
        elif isinstance(found, Conversion):
            put_json(conversion_json(found, digits, rounding.value, speech.language))
        else:
            put_json(missing_json(found, speech.language))
        raise typer.Exit(ExitCode.CLEAN if isinstance(found, Conversion) else ExitCode.BROKEN)


@prices_app.command("check")
def check_command(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE", help="Series files to check.", exists=True, dir_okay=False),
    ],
    form: FormatOption = OutputFormat.TEXT,
    speech: LanguageOption = Speech.ENGLISH,
) -> None:
    """Check series files: years, gaps, factors, products, editions; each fault with its line.

    Exit code: 0 no fault, 1 a fault, 2 wrong usage, 3 a fault of the program.
    """
    with faults_told():
        from grantcheck.report.price_check import ChecksJson, ChecksText, checked  # noqa: PLC0415

        checks = [checked(path) for path in files]
        if form is OutputFormat.JSON:
            put_json(ChecksJson(speech.language).rendered(checks))
        else:
            put_text(ChecksText(speech.language).rendered(checks))
        raise typer.Exit(ExitCode.BROKEN if any(check.faults for check in checks) else ExitCode.CLEAN)


def _rules(folder: Path | None) -> Path:
    from grantcheck.data.shipped import shipped_rules  # noqa: PLC0415

    return folder or shipped_rules()


def _series(name: str, rules: Path | None) -> PriceSeries:
    from grantcheck.prices.loading import find_series  # noqa: PLC0415

    return find_series(name, _rules(rules), Path())


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
