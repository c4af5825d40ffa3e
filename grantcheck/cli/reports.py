"""The reports of a run, rendered and put where they belong."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from grantcheck.cli.output import put_bytes, put_text
from grantcheck.cli.report_files import write_all

if TYPE_CHECKING:
    from grantcheck.cli.outputs import Output
    from grantcheck.cli.settings import Settings
    from grantcheck.model.report import Report
    from grantcheck.report.formats.registry import FormatKind
    from grantcheck.report.formats.setting import Checkout, Setting

_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Where GitHub and GitLab say that the repository lies."""


def every_check(outputs: Sequence[Output]) -> bool:
    """Whether a report needs the checks that hold, too."""
    from grantcheck.report.formats.registry import REPORT_FORMATS  # noqa: PLC0415

    return any(REPORT_FORMATS[each.name].every_check for each in outputs)


def put_reports(report: Report, outputs: Sequence[Output], settings: Settings) -> None:
    """Writes the files, then standard output. A round without documents says nothing to people there.

    Raises:
        OSError: a file cannot be written; nothing was.
        BadParameter: a report would take the place of a note.
    """
    from grantcheck.report.formats.registry import REPORT_FORMATS  # noqa: PLC0415

    _check_inputs(report, outputs)
    files = {
        each.file: _bytes(_rendered(report, REPORT_FORMATS[each.name], _setting(settings, each), settings))
        for each in outputs
        if each.file is not None
    }
    write_all(files)
    for each in outputs:
        kind = REPORT_FORMATS[each.name]
        if each.file is None and (report.summary.documents or not kind.for_people):
            _put(_rendered(report, kind, _setting(settings, each), settings), kind)


def _rendered(report: Report, kind: FormatKind, setting: Setting, settings: Settings) -> str | bytes:
    from grantcheck.report.selection import findings_only  # noqa: PLC0415

    in_full = kind.every_check or settings.configuration.report.show == "all"
    return kind.made(setting).rendered(report if in_full else findings_only(report))


def _put(rendered: str | bytes, kind: FormatKind) -> None:
    if kind.for_people and isinstance(rendered, str):
        put_text(rendered)
    else:
        put_bytes(_bytes(rendered))


def _bytes(rendered: str | bytes) -> bytes:
    return rendered if isinstance(rendered, bytes) else rendered.encode()


def _setting(settings: Settings, output: Output) -> Setting:
    from grantcheck.report.formats.registry import REPORT_FORMATS  # noqa: PLC0415
    from grantcheck.report.formats.setting import Setting  # noqa: PLC0415
    from grantcheck.report.page import page_for, plain_page  # noqa: PLC0415

    file = output.file
    return Setting(
        language=settings.configuration.report.language,
        page=plain_page() if file else page_for(sys.stdout),
        checkout=_checkout(),
        rules=settings.book().rules if REPORT_FORMATS[output.name].tells_rules else (),
        folder=file.resolve().parent if file else Path.cwd(),
    )


def _checkout() -> Checkout:
    from grantcheck.report.formats.setting import Checkout  # noqa: PLC0415

    folder = Path.cwd()
    roots = (Path(os.environ[name]) for name in _ROOTS if os.environ.get(name))
    return Checkout(next((root for root in roots if folder.is_relative_to(root)), folder), folder)


def _check_inputs(report: Report, outputs: Sequence[Output]) -> None:
    notes = {Path(entry.path).resolve() for entry in report.inputs}
    for each in outputs:
        if each.file is not None and each.file.resolve() in notes:
            raise typer.BadParameter(
                f"'{each.file}' is one of the notes that were checked; a report would take its place. "
                "Name another file."
            )
