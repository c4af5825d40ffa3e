"""Exit codes, the first that fits."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from grantcheck.model.finding import Finding
    from grantcheck.model.report import Report


class ExitCode(IntEnum):
    """What the shell, and a build, learn from a run."""

    CLEAN = 0
    BROKEN = 1
    """A broken check at or above `--fail-on`."""
    USAGE = 2
    """Wrong usage or configuration."""
    INTERNAL_FAULT = 3
    """A fault of the program."""
    NOT_READ = 4
    """No document was found, or one was not wholly read."""


class FailOn(StrEnum):
    """What makes a run fail, besides errors."""

    ERROR = "error"
    WARNING = "warning"
    NOT_VERIFIABLE = "not-verifiable"


def exit_code(report: Report, fail_on: Collection[FailOn]) -> ExitCode:
    """How the run ends."""
    from grantcheck.report.reading import has_internal_fault, not_wholly_read, nothing_found  # noqa: PLC0415

    if has_internal_fault(report):
        return ExitCode.INTERNAL_FAULT
    if nothing_found(report) or not_wholly_read(report):
        return ExitCode.NOT_READ
    return ExitCode.BROKEN if _fails(report, fail_on) else ExitCode.CLEAN


def _fails(report: Report, fail_on: Collection[FailOn]) -> bool:
    return any(fails(finding, fail_on) for finding in report.findings)


def fails(finding: Finding, fail_on: Collection[FailOn]) -> bool:
    """Whether a finding makes a run fail: an error, or what `fail_on` names, that nothing answers for."""
    from grantcheck.report.standing import Standing, standing  # noqa: PLC0415

    failing = {Standing.ERROR} | {Standing[each.name] for each in fail_on}
    return standing(finding) in failing
