"""`grantcheck audit`: the main job."""

from __future__ import annotations

import sys
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from grantcheck.cli.exit_code import FailOn, exit_code
from grantcheck.cli.faults import faults_told
from grantcheck.cli.nothing_found import tell_nothing_found
from grantcheck.cli.options import (
    FormatOption,
    JobsOption,
    LanguageOption,
    MappingOption,
    NoCacheOption,
    OcrOption,
    OutputFormat,
    Paths,
    RulesOption,
    Speech,
)
from grantcheck.cli.output import put_json, put_text
from grantcheck.cli.reading import ReadingChoices

if TYPE_CHECKING:
    from grantcheck.model.report import Report


class Engine(StrEnum):
    """What decides: durable-rules, or the evaluator that checks it."""

    DURABLE = "durable"
    REFERENCE = "reference"


class Shown(StrEnum):
    """Which outcomes the report lists."""

    FINDINGS = "findings"
    ALL = "all"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"'{text}' is no date. Write it as 2026-11-23.") from error


def audit_command(  # noqa: PLR0913, PLR0917 - one parameter for each option
    paths: Paths,
    form: FormatOption = OutputFormat.TEXT,
    speech: LanguageOption = Speech.ENGLISH,
    fail_on: Annotated[
        list[FailOn] | None,
        typer.Option(
            metavar="<error|warning|not-verifiable>",
            help="What else makes the run fail, besides errors. May be given more than once.",
            show_default="error",
        ),
    ] = None,
    show: Annotated[Shown, typer.Option(help="Findings only, or every check.")] = Shown.FINDINGS,
    as_of: Annotated[
        date | None,
        typer.Option(parser=_day, metavar="YYYY-MM-DD", help="The day to judge by.", show_default="today"),
    ] = None,
    engine: Annotated[Engine, typer.Option(help="What decides the rules.")] = Engine.DURABLE,
    rules: RulesOption = None,
    mapping: MappingOption = None,
    no_cache: NoCacheOption = False,  # noqa: FBT002 - an option of the command line
    jobs: JobsOption = None,
    ocr: OcrOption = False,  # noqa: FBT002 - an option of the command line
) -> None:
    """Check budget notes and report, with evidence, what does not hold.

    Exit code: 0 nothing to stop for, 1 a broken check, 2 wrong usage, 3 a fault of the program, 4 not wholly read.
    """
    with faults_told():
        from grantcheck.audit import audit  # noqa: PLC0415

        with ReadingChoices(mapping, no_cache, jobs, ocr).options() as reading:
            report = audit(
                paths,
                rules=rules,
                as_of=as_of or datetime.now().astimezone().date(),
                language=speech.language,
                engine=engine.value,
                show_all=show is Shown.ALL,
                reading=reading,
            )
        _put_report(report, form, speech)
        if report.summary.documents == 0:
            tell_nothing_found(paths, speech)
        raise typer.Exit(exit_code(report, fail_on or ()))


def _put_report(report: Report, form: OutputFormat, speech: Speech) -> None:
    from grantcheck.report.console_text import ConsoleText  # noqa: PLC0415
    from grantcheck.report.json_text import JsonText  # noqa: PLC0415
    from grantcheck.report.page import page_for  # noqa: PLC0415

    if form is OutputFormat.JSON:
        put_json(JsonText().rendered(report))
    elif report.summary.documents:
        put_text(ConsoleText(page_for(sys.stdout), speech.language).rendered(report))
