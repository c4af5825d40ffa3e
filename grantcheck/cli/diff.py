"""`grantcheck diff`: what became of the findings of an earlier report, and why."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from grantcheck.cli.exit_code import ExitCode, FailOn, fails
from grantcheck.cli.options import FAIL_ON, LANGUAGE
from grantcheck.cli.output import put_json, put_text
from grantcheck.cli.settings import Settings, configured

if TYPE_CHECKING:
    from collections.abc import Collection

    from grantcheck.model.record import ReportComparison
    from grantcheck.model.text import Language

ReportFile = Annotated[Path, typer.Argument(help="A report in JSON, from 'audit -o json=FILE'.")]


class ComparisonFormat(StrEnum):
    """How a comparison is told."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


FormOption = Annotated[ComparisonFormat, typer.Option("--format", "-f", help="Text, Markdown or JSON.")]


@configured(LANGUAGE, FAIL_ON)
def diff_command(
    old: ReportFile, new: ReportFile, settings: Settings, form: FormOption = ComparisonFormat.TEXT
) -> None:
    """Compare two reports: what is new, fixed or changed, and why.

    Exit code: 0 nothing new to stop for, 1 a new broken check at or above '--fail-on', 2 wrong usage.
    """
    from grantcheck.record.comparison import compared  # noqa: PLC0415
    from grantcheck.record.reading import load_report  # noqa: PLC0415

    telling = settings.configuration.report
    comparison = compared(load_report(old), load_report(new))
    put_comparison(comparison, form, telling.language)
    failing = _has_new(comparison, [FailOn(word) for word in telling.fail_on])
    raise typer.Exit(ExitCode.BROKEN if failing else ExitCode.CLEAN)


def put_comparison(comparison: ReportComparison, form: ComparisonFormat, language: Language) -> None:
    """Prints a comparison."""
    from grantcheck.report.comparison_text import ComparisonText, comparison_json  # noqa: PLC0415
    from grantcheck.report.json_text import json_of  # noqa: PLC0415

    match form:
        case ComparisonFormat.JSON:
            put_json(json_of(comparison_json(comparison)))
        case ComparisonFormat.MARKDOWN:
            put_json(ComparisonText(language, as_markdown=True).rendered(comparison))
        case ComparisonFormat.TEXT:
            put_text(ComparisonText(language).rendered(comparison))


def _has_new(comparison: ReportComparison, fail_on: Collection[FailOn]) -> bool:
    """Whether something fails now that did not fail before."""
    return any(
        change.after is not None
        and fails(change.after, fail_on)
        and (change.before is None or not fails(change.before, fail_on))
        for change in comparison.findings
    )
