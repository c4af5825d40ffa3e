"""`grantcheck rules check`: everything that is wrong with rules."""

from __future__ import annotations

import typer

from grantcheck.cli.exit_code import ExitCode
from grantcheck.cli.options import FORMAT, LANGUAGE, PACKS, RULES
from grantcheck.cli.output import put_json, put_text, tell
from grantcheck.cli.rules_trial import Folders, folders_of
from grantcheck.cli.settings import Settings, configured


@configured(FORMAT, LANGUAGE, RULES, PACKS)
def rules_check_command(settings: Settings, folders: Folders = None) -> None:
    """Check rule files: all mistakes with file, line and remedy.

    Exit code: 0 nothing is wrong (warnings aside), 1 something is, 2 wrong usage.
    """
    from grantcheck.data.fault import DataWarning  # noqa: PLC0415
    from grantcheck.report.complaints import complaints_counted, complaints_json, complaints_text  # noqa: PLC0415
    from grantcheck.workbench.complaints import complaints  # noqa: PLC0415

    in_force = settings.rules_folder
    found = [fault for folder in folders_of(settings, folders) for fault in complaints(folder, in_force)]
    telling = settings.configuration.report
    if telling.format == "json":
        put_json(complaints_json(found, telling.language))
    else:
        put_text(complaints_text(found, telling.language))
        tell(complaints_counted(found, telling.language))
    grave = [fault for fault in found if not isinstance(fault, DataWarning)]
    raise typer.Exit(ExitCode.BROKEN if grave else ExitCode.CLEAN)
