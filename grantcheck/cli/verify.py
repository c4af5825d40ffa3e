"""`grantcheck verify`: a report made again from its own record, and compared."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from grantcheck.cli.audit import Engine, When, audited
from grantcheck.cli.baseline_in_use import baseline_in_use
from grantcheck.cli.diff import ComparisonFormat, FormOption, ReportFile
from grantcheck.cli.exit_code import ExitCode
from grantcheck.cli.options import LANGUAGE, REGISTER
from grantcheck.cli.output import put_json, put_text
from grantcheck.cli.settings import Settings, configured

if TYPE_CHECKING:
    from grantcheck.model.record import ReportComparison, Run
    from grantcheck.model.report import Report
    from grantcheck.model.text import Language

RootOption = Annotated[
    Path,
    typer.Option(
        "--root",
        metavar="DIR",
        help="The folder that the paths of the report start from.",
        show_default="the current folder",
        exists=True,
        file_okay=False,
    ),
]


@configured(LANGUAGE, REGISTER)
def verify_command(
    report: ReportFile,
    settings: Settings,
    root: RootOption = Path(),
    form: FormOption = ComparisonFormat.TEXT,
) -> None:
    """Make a report again as its record says, and tell what changed.

    The settings are those of the record; only a register on a server is named anew, with --register.
    Exit code: 0 nothing has changed and the outcomes agree, 1 something differs, 2 wrong usage or no record.
    """
    from grantcheck.record.comparison import compared  # noqa: PLC0415
    from grantcheck.record.reading import load_report  # noqa: PLC0415

    old = load_report(report)
    run, register = _run_of(old, report), settings.configuration.register.path
    with contextlib.chdir(root):
        new = _made_again(old, run, register)
    comparison = compared(old, new)
    _put(comparison, form, settings.configuration.report.language)
    raise typer.Exit(ExitCode.BROKEN if comparison.findings or comparison.record else ExitCode.CLEAN)


def _run_of(report: Report, path: Path) -> Run:
    from grantcheck.data.fault import DataFault  # noqa: PLC0415

    if report.record is None or report.record.run is None:
        raise DataFault(
            path,
            1,
            "The report does not say how it was made.",
            "Only reports of 'grantcheck audit' from this version on can be made again; write a new one.",
        )
    return report.record.run


def _made_again(old: Report, run: Run, register: str | None) -> Report:
    settings = _recorded(old, run, register)
    when = When(
        as_of=date.fromisoformat(old.as_of),
        budget_year=old.budget_year,
        since=old.scope.commit if old.scope else None,
        waiver_day=date.fromisoformat(old.waivers.day) if old.waivers else None,
    )
    return audited(
        [Path(path) for path in run.paths],
        settings,
        when,
        Engine(old.judged_by.engine),
        baseline_in_use(settings, None) if old.baseline else None,
        show_all=run.show_all,
        trace=run.trace,
    )


def _recorded(old: Report, run: Run, register: str | None) -> Settings:
    """The settings of the record; waivers of a revision are those of its commit, wherever the branch went since."""
    from grantcheck.data.configuration.file import ConfigurationFile  # noqa: PLC0415
    from grantcheck.data.configuration.in_force import InForce  # noqa: PLC0415
    from grantcheck.data.configuration.model import Configuration  # noqa: PLC0415
    from grantcheck.waivers.revision import GIT  # noqa: PLC0415

    chosen = Configuration.model_validate(run.settings)
    if old.waivers:
        taken_from = f"{GIT}{old.waivers.commit}" if old.waivers.commit else None
        own = chosen.waivers.model_copy(update={"file": old.waivers.path, "taken_from": taken_from})
        chosen = chosen.model_copy(update={"waivers": own})
    if register is not None:
        chosen = chosen.model_copy(update={"register": chosen.register.model_copy(update={"path": register})})
    file = ConfigurationFile(Path(run.configuration), "", ()) if run.configuration else None
    return replace(Settings(InForce(chosen, ())), file=file)


def _put(comparison: ReportComparison, form: ComparisonFormat, language: Language) -> None:
    """The comparison, and first of all whether the outcomes agree."""
    from grantcheck.report.comparison_text import ComparisonText, comparison_json  # noqa: PLC0415
    from grantcheck.report.comparison_words import comparison_words  # noqa: PLC0415
    from grantcheck.report.json_text import json_of  # noqa: PLC0415

    if form is ComparisonFormat.JSON:
        put_json(json_of({"outcomes_agree": not comparison.findings} | comparison_json(comparison)))
        return
    words = comparison_words(language)
    agree = words.agree.format(unchanged=comparison.unchanged) if not comparison.findings else words.disagree
    text = ComparisonText(language, as_markdown=form is ComparisonFormat.MARKDOWN)
    told = text.rendered(comparison) if comparison.findings or comparison.record else f"{words.reproduced}\n"
    put_text(f"{agree}\n{told}")
