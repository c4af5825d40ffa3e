"""`grantcheck rules diff`: what a change of rules or settings does to the outcomes of notes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from grantcheck.cli.audit import When, audited
from grantcheck.cli.day import AsOfOption, BudgetYearOption
from grantcheck.cli.exit_code import ExitCode
from grantcheck.cli.options import FORMAT, LANGUAGE, MATCHES, READING_OPTIONS, REGISTER, RULES, SERIES
from grantcheck.cli.output import put_json, put_text
from grantcheck.cli.rule_sides import settings_of
from grantcheck.cli.settings import Settings, configured

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.model.report import Report

_SIDE = "A folder of rules, a configuration file (.toml), git:REVISION or git:REVISION:FOLDER."


@configured(FORMAT, LANGUAGE, SERIES, RULES, REGISTER, MATCHES, *READING_OPTIONS)
def rules_diff_command(
    settings: Settings,
    old: Annotated[str, typer.Argument(metavar="OLD", help=_SIDE)],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The same, for what is compared with it.")],
    on: Annotated[
        list[Path],
        typer.Option("--on", metavar="NOTES", help="Notes to try both on, and folders that hold some."),
    ],
    as_of: AsOfOption = None,
    budget_year: BudgetYearOption = None,
    *,
    fail_on_change: Annotated[
        bool, typer.Option("--fail-on-change", help="Exit with code 1 where an outcome changes.")
    ] = False,
) -> None:
    """Show which outcomes a change of rules, tables or settings alters, note by note.

    Exit code: 0; with '--fail-on-change' 1 where something changes; 2 wrong usage or a mistake in rules.
    """
    from grantcheck.report.page import page_for  # noqa: PLC0415
    from grantcheck.report.rules_diff import RulesDiffJson, RulesDiffText  # noqa: PLC0415
    from grantcheck.workbench.difference import difference  # noqa: PLC0415

    telling, when = settings.configuration.report, When(as_of, budget_year)
    reports = [_judged(side, on, settings, when) for side in (old, new)]
    found = difference(reports[0], reports[1], (old, new), telling.language)
    if telling.format == "json":
        put_json(RulesDiffJson().rendered(found))
    else:
        put_text(RulesDiffText(page_for(sys.stdout), telling.language).rendered(found))
    raise typer.Exit(ExitCode.BROKEN if fail_on_change and found.changes else ExitCode.CLEAN)


def _judged(side: str, on: Sequence[Path], settings: Settings, when: When) -> Report:
    with settings_of(side, settings) as its:
        return audited(on, its, when, show_all=True, trace=True)
