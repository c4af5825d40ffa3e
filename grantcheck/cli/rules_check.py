"""`grantcheck rules check`: everything that is wrong with rules."""

from __future__ import annotations

import typer

from grantcheck.cli.exit_code import ExitCode
from grantcheck.cli.options import FORMAT, RULES
from grantcheck.cli.output import put_json, put_text, tell
from grantcheck.cli.rules_trial import Folders, folders_of, rules_in_force
from grantcheck.cli.settings import Settings, configured


@configured(FORMAT, RULES)
def rules_check_command(settings: Settings, folders: Folders = None) -> None:
    """Check rule files: all mistakes with file, line and remedy.

    Exit code: 0 nothing is wrong, 1 something is, 2 wrong usage.
    """
    from grantcheck.report.complaints import complaints_json, complaints_text  # noqa: PLC0415
    from grantcheck.workbench.complaints import complaints  # noqa: PLC0415

    in_force = rules_in_force(settings)
    found = [fault for folder in folders_of(settings, folders) for fault in complaints(folder, in_force)]
    if settings.configuration.report.format == "json":
        put_json(complaints_json(found))
    else:
        put_text(complaints_text(found))
        tell(f"{len(found)} complaint(s)." if found else "Nothing is wrong with these rules.")
    raise typer.Exit(ExitCode.BROKEN if found else ExitCode.CLEAN)
