"""The baseline that a run reads, and the one that it writes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from grantcheck.cli.output import tell
from grantcheck.cli.report_files import write_all

if TYPE_CHECKING:
    from grantcheck.baseline.file import BaselineFile
    from grantcheck.cli.settings import Settings
    from grantcheck.model.report import Report
    from grantcheck.rules.rule import RuleBook

_FLAG = "--write-baseline"
_USUAL = ""

WriteOption = Annotated[
    str | None,
    typer.Option(
        _FLAG,
        metavar="[FILE]",
        help="Write what is found as the baseline; to that of --baseline, or grantcheck-baseline.json, if no file is named.",
        show_default=False,
    ),
]


class MayWriteBaseline(TyperCommand):
    """A command whose `--write-baseline` may stand without a file."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - no public class of typer
        """The arguments, the file named that was left out."""
        full: list[str] = []
        for at, argument in enumerate(args):
            full.append(argument)
            if argument == _FLAG and (at + 1 == len(args) or args[at + 1].startswith("-")):
                full.append(_USUAL)
        return super().parse_args(ctx, full)


def baseline_in_use(settings: Settings, target: Path | None) -> BaselineFile | None:
    """The baseline of a run; one that is to be written need not be there yet.

    Raises:
        DataFault: the file is not there, or is no baseline.
    """
    from grantcheck.baseline.file import load_baseline  # noqa: PLC0415

    said = settings.configuration.baseline.file
    if said is None or (target == Path(said) and not target.exists()):
        return None
    return load_baseline(Path(said))


def baseline_target(settings: Settings, write: str | None) -> Path | None:
    """Where the baseline is to be written; None where none is.

    Raises:
        DataFault: what lies there is something else.
    """
    from grantcheck.baseline.file import NAME, load_baseline  # noqa: PLC0415

    if write is None:
        return None
    target = Path(write or settings.configuration.baseline.file or NAME)
    if target.is_file():
        load_baseline(target)
    return target


def put_baseline(report: Report, target: Path, book: RuleBook) -> Report:
    """Writes what was found; the report again, as the next run will see it.

    Raises:
        OSError: the file cannot be written.
    """
    from grantcheck.baseline.applying import may_be_known, taken  # noqa: PLC0415
    from grantcheck.baseline.file import load_baseline, written  # noqa: PLC0415

    before = load_baseline(target).baseline if target.is_file() else None
    notes = [heading.note for heading in report.notes]
    baseline = taken(report.findings, notes, before, report.grantcheck_version, report.as_of, book)
    write_all({target: written(baseline)})
    tell(f"{len(baseline.known)} known finding(s) are written to {target}.")
    known = (
        finding.model_copy(update={"baselined": True}) if may_be_known(finding, book) else finding
        for finding in report.findings
    )
    return report.model_copy(update={"findings": tuple(known)})
