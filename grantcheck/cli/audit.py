"""`grantcheck audit`: the main job."""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from grantcheck.cli.day import AsOfOption, today
from grantcheck.cli.exit_code import FailOn, exit_code
from grantcheck.cli.nothing_found import tell_nothing_found
from grantcheck.cli.options import AUDIT_OPTIONS, Paths
from grantcheck.cli.output import put_json, put_text
from grantcheck.cli.reading import reading_options
from grantcheck.cli.settings import Settings, configured

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from grantcheck.data.configuration.model import ReportSection
    from grantcheck.model.report import Report


class Engine(StrEnum):
    """What decides: durable-rules, or the evaluator that checks it."""

    DURABLE = "durable"
    REFERENCE = "reference"


@configured(*AUDIT_OPTIONS)
def audit_command(
    paths: Paths,
    settings: Settings,
    as_of: AsOfOption = None,
    engine: Annotated[Engine, typer.Option(help="What decides the rules.")] = Engine.DURABLE,
) -> None:
    """Check budget notes and report, with evidence, what does not hold.

    Exit code: 0 nothing to stop for, 1 a broken check, 2 wrong usage, 3 a fault of the program, 4 not wholly read.
    """
    telling = settings.configuration.report
    report = _audited(paths, settings, as_of or today(), engine)
    _put_report(report, telling)
    if report.summary.documents == 0:
        tell_nothing_found(paths, telling.language)
    raise typer.Exit(exit_code(report, [FailOn(word) for word in telling.fail_on]))


def _audited(paths: Sequence[Path], settings: Settings, as_of: date, engine: Engine) -> Report:
    from grantcheck.audit import audit  # noqa: PLC0415

    chosen = settings.configuration
    with settings.severities_told(), reading_options(chosen.reading) as reading:
        return audit(
            paths,
            rules=chosen.rules.folder,
            as_of=as_of,
            language=chosen.report.language,
            engine=engine.value,
            show_all=chosen.report.show == "all",
            reading=reading,
            amounts=chosen.amount_choices,
            severities=chosen.chosen_severities,
            configuration=settings.file.path if settings.file else None,
        )


def _put_report(report: Report, telling: ReportSection) -> None:
    from grantcheck.report.console_text import ConsoleText  # noqa: PLC0415
    from grantcheck.report.json_text import JsonText  # noqa: PLC0415
    from grantcheck.report.page import page_for  # noqa: PLC0415

    if telling.format == "json":
        put_json(JsonText().rendered(report))
    elif report.summary.documents:
        put_text(ConsoleText(page_for(sys.stdout), telling.language).rendered(report))
