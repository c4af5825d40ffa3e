"""How a run was asked for, in its report, so that the run can be made again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from grantcheck.cli.settings import Settings
    from grantcheck.model.report import Report

_NO_BEARING = {"report": {"format", "fail_on"}, "reading": {"jobs", "cache"}}
"""Settings that change no outcome."""
_SERVER = "://"


def with_run(
    report: Report, paths: Sequence[Path], settings: Settings, *, show_all: bool, trace: bool
) -> Report:
    """The report with the run in its record."""
    from grantcheck.model.record import Run  # noqa: PLC0415

    if report.record is None:
        return report
    run = Run(
        paths=tuple(path.as_posix() for path in paths),
        configuration=settings.file.path.as_posix() if settings.file else None,
        settings=recorded_settings(settings),
        show_all=show_all,
        trace=trace,
    )
    return report.model_copy(update={"record": report.record.model_copy(update={"run": run})})


def recorded_settings(settings: Settings) -> dict[str, Any]:
    """The settings in force; the address of a register on a server may hold a password and is left out."""
    values = settings.configuration.model_dump(mode="json", exclude=_NO_BEARING)
    path = values["register"]["path"] or ""
    if _SERVER in path and not path.startswith("sqlite:"):
        values["register"]["path"] = None
    return values
