"""`grantcheck audit --proposals`: tables of proposals and allocations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from grantcheck.cli.exit_code import ExitCode, FailOn
from grantcheck.cli.output import put_text
from grantcheck.cli.report_files import check_targets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.bulk.audit import BulkResult
    from grantcheck.cli.settings import Settings
    from grantcheck.model.judged_by import EngineName

ProposalsOption = Annotated[
    Path | None,
    typer.Option(
        "--proposals",
        metavar="FILE",
        is_eager=True,
        help="A table of proposals (.parquet or .csv) in place of notes; --register is then a table, too.",
        show_default=False,
    ),
]
FindingsOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--findings",
        metavar="FILE",
        help="Where the findings on a table go: a .parquet or a .jsonl file. May be given more than once.",
        show_default=False,
    ),
]


@dataclass(frozen=True)
class TableRun:
    """What the command line says of an audit of tables."""

    proposals: Path
    findings: Sequence[Path]
    as_of: date
    engine: EngineName


def audit_proposals(run: TableRun, settings: Settings) -> None:
    """Audits the table and says what it came to.

    Raises:
        BadParameter: the register is not named.
        Exit: always, with the code that fits.
    """
    from grantcheck.bulk.fault import BulkFault  # noqa: PLC0415
    from grantcheck.cli.output import tell  # noqa: PLC0415
    from grantcheck.report.bulk_summary import bulk_summary  # noqa: PLC0415

    telling = settings.configuration.report
    check_targets(run.findings)
    try:
        result = _audited(run, settings)
    except BulkFault as fault:
        tell(str(fault))
        raise typer.Exit(ExitCode.USAGE) from None
    put_text(bulk_summary(result, telling.language))
    raise typer.Exit(_exit_code(result, [FailOn(word) for word in telling.fail_on]))


def _audited(run: TableRun, settings: Settings) -> BulkResult:
    from grantcheck.bulk.audit import Job, audit_tables  # noqa: PLC0415
    from grantcheck.data.profile import load_profile  # noqa: PLC0415
    from grantcheck.data.shipped import shipped_rules  # noqa: PLC0415
    from grantcheck.derive.price_levels.assumptions import Assumptions  # noqa: PLC0415
    from grantcheck.prices.book import price_book  # noqa: PLC0415

    chosen = settings.configuration
    register = chosen.register.path
    if register is None:
        raise typer.BadParameter(
            "A table of proposals needs one of allocations. Name it with '--register FILE' (.parquet or .csv)."
        )
    rules, amounts = chosen.rules.folder or shipped_rules(), chosen.amount_choices
    prices = price_book([(choice.area, choice.source) for choice in amounts.series], rules, Path(), run.as_of)
    job = Job(
        run.proposals,
        Path(register),
        settings.book(),
        load_profile(rules, chosen.profile.name),
        Assumptions(prices, amounts),
        language=chosen.report.language,
        engine=run.engine,
        jobs=chosen.reading.jobs or 1,
    )
    return audit_tables(job, run.findings)


def _exit_code(result: BulkResult, fail_on: Sequence[FailOn]) -> ExitCode:
    from grantcheck.model.outcome import Outcome, Severity  # noqa: PLC0415

    if result.differences or result.faults:
        return ExitCode.INTERNAL_FAULT
    if result.cases == 0:
        return ExitCode.NOT_READ
    fails = result.severities.get(Severity.ERROR, 0) > 0
    fails = fails or (FailOn.WARNING in fail_on and result.severities.get(Severity.WARNING, 0) > 0)
    open_ones = any(found[Outcome.NOT_VERIFIABLE] for found in result.counts.values())
    fails = fails or (FailOn.NOT_VERIFIABLE in fail_on and open_ones)
    return ExitCode.BROKEN if fails else ExitCode.CLEAN
