"""`grantcheck audit`: the main job."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from grantcheck.cli.baseline_in_use import WriteOption, baseline_in_use, baseline_target, put_baseline
from grantcheck.cli.bulk import FindingsOption, ProposalsOption, TableRun, audit_proposals
from grantcheck.cli.cluster import cluster_at, judges_on, read_on
from grantcheck.cli.day import AsOfOption, BudgetYearOption, today
from grantcheck.cli.exit_code import ExitCode, FailOn, exit_code
from grantcheck.cli.nothing_found import tell_nothing_checked
from grantcheck.cli.options import AUDIT_OPTIONS, SomePaths
from grantcheck.cli.outputs import Output, OutputOption, chosen_outputs
from grantcheck.cli.reading import reading_options
from grantcheck.cli.register_in_use import known_grants
from grantcheck.cli.report_files import check_targets
from grantcheck.cli.reports import every_check, put_reports
from grantcheck.cli.run_record import with_run
from grantcheck.cli.settings import Settings, configured
from grantcheck.cli.stand_in import tell_stand_in
from grantcheck.cli.waivers_in_use import given_waivers, tell_lapsing
from grantcheck.isolation.uncollected import uncollected

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from grantcheck.baseline.file import BaselineFile
    from grantcheck.model.report import Report


class Engine(StrEnum):
    """What decides: durable-rules, or the evaluator that checks it."""

    DURABLE = "durable"
    REFERENCE = "reference"


EngineOption = Annotated[
    Engine | None,
    typer.Option(
        help="What decides the rules.",
        show_default="durable; reference where durable-rules cannot be imported",
    ),
]

SchedulerOption = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="Read and judge on the Dask cluster of this scheduler, tcp://HOST:PORT; the report is the same.",
        show_default=False,
    ),
]

SinceOption = Annotated[
    str | None,
    typer.Option(
        metavar="REVISION",
        help="Judge only notes that changed since this git revision; the others are read beside them.",
        show_default=False,
    ),
]


@configured(*AUDIT_OPTIONS)
def audit_command(  # noqa: PLR0913, PLR0917 - one parameter for each option
    settings: Settings,
    paths: SomePaths = None,
    as_of: AsOfOption = None,
    budget_year: BudgetYearOption = None,
    engine: EngineOption = None,
    outputs: OutputOption = None,
    since: SinceOption = None,
    write: WriteOption = None,
    proposals: ProposalsOption = None,
    findings: FindingsOption = None,
    scheduler: SchedulerOption = None,
    *,
    trace: Annotated[
        bool,
        typer.Option(
            "--trace",
            help="Show with every finding the conditions behind it; with '--show all', with every check.",
        ),
    ] = False,
    watched: Annotated[
        bool,
        typer.Option(
            "--watch", help="Check again whenever a note, a rule or a setting changes, until ctrl-C."
        ),
    ] = False,
) -> None:
    """Check budget notes and report, with evidence, what does not hold.

    Exit code: 0 nothing to stop for, 1 a broken check, 2 wrong usage, 3 a fault of the program, 4 not wholly read.
    """
    if proposals is not None or findings:
        if proposals is None or paths or outputs or since or write or trace or watched or scheduler:
            raise typer.BadParameter(
                "'--proposals' and '--findings' go together, without notes and without what is about notes. "
                "Write: grantcheck audit --proposals FILE --register FILE --findings FILE."
            )
        table = TableRun(proposals, findings or (), as_of or today(), engine.value if engine else "durable")
        audit_proposals(table, settings)
    when = When(as_of, budget_year, since)
    asked = _Asked(paths or [], when, tuple(outputs or ()), engine, write, trace, scheduler)
    if not watched:
        raise typer.Exit(_checked(asked, settings))
    from grantcheck.cli.watching import watch  # noqa: PLC0415

    written = [each.file for each in chosen_outputs(asked.outputs, settings) if each.file is not None]
    target = baseline_target(settings, write)
    watch(settings, paths or [], [*written, *([target] if target else [])], lambda now: _checked(asked, now))


@dataclass(frozen=True)
class When:
    """The day to judge by, the budget year whose rules are asked for, and the revision to compare with, where named."""

    as_of: date | None = None
    budget_year: int | None = None
    since: str | None = None
    waiver_day: date | None = None
    """The day in the time zone of the waivers, where it is not that of the audit."""


@dataclass(frozen=True)
class _Asked:
    """What the command line asks for, besides settings."""

    paths: list[Path]
    when: When
    outputs: tuple[Output, ...]
    engine: Engine | None
    write: str | None
    trace: bool
    scheduler: str | None


def _checked(asked: _Asked, settings: Settings) -> ExitCode:
    """One run, from notes to reports."""
    telling = settings.configuration.report
    chosen = chosen_outputs(asked.outputs, settings)
    check_targets(each.file for each in chosen if each.file is not None)
    target = baseline_target(settings, asked.write)
    with uncollected():
        report = audited(
            asked.paths,
            settings,
            asked.when,
            asked.engine,
            baseline_in_use(settings, target),
            show_all=every_check(chosen),
            trace=asked.trace,
            scheduler=asked.scheduler,
        )
        tell_stand_in(report, telling.language)
        tell_lapsing(report.waivers, telling.language)
        put_reports(report, chosen, settings)
    tell_nothing_checked(report, asked.paths, telling.language)
    if target is not None:
        report = put_baseline(report, target, settings.book())
    return exit_code(report, [FailOn(word) for word in telling.fail_on])


def audited(  # noqa: PLR0913 - as `audit`
    paths: Sequence[Path],
    settings: Settings,
    when: When,
    engine: Engine | None = None,
    baseline: BaselineFile | None = None,
    *,
    show_all: bool = False,
    trace: bool = False,
    scheduler: str | None = None,
) -> Report:
    """An audit with the settings of the run, on a day or today; read and judged here or on the cluster of `scheduler`."""
    chosen = settings.configuration
    as_of = when.as_of or today()
    known, waivers = known_grants(settings, as_of), given_waivers(settings, when.waiver_day or when.as_of)
    with (
        settings.choices_told(),
        reading_options(chosen.reading, () if scheduler else paths) as reading,
        cluster_at(scheduler, chosen.report.language) as cluster,
    ):
        from grantcheck.audit import audit  # noqa: PLC0415 - the reader starts meanwhile

        report = audit(
            paths,
            rules=chosen.rules.folder,
            as_of=as_of,
            language=chosen.report.language,
            engine=engine.value if engine else None,
            judges=None if cluster is None else judges_on(cluster),
            show_all=show_all or chosen.report.show == "all",
            trace=trace,
            reading=reading if cluster is None else read_on(cluster, reading),
            amounts=chosen.amount_choices,
            office=settings.office,
            profile=chosen.profile.name,
            configuration=settings.file.path if settings.file else None,
            known=known,
            budget_year=when.budget_year,
            since=when.since,
            waivers=waivers,
            baseline=baseline,
        )
    return with_run(report, paths, settings, show_all=show_all, trace=trace)
