"""`grantcheck config`: the settings in force, and where each comes from."""

from __future__ import annotations

import sys

from grantcheck.cli.options import AUDIT_OPTIONS
from grantcheck.cli.output import put_json, put_text
from grantcheck.cli.settings import Settings, configured


@configured(*AUDIT_OPTIONS)
def config_command(settings: Settings) -> None:
    """Show every setting in force and where it comes from.

    Give it the options you would give 'audit': it shows what that run would use.
    """
    from grantcheck.report.page import page_for  # noqa: PLC0415
    from grantcheck.report.settings_view import SettingsJson, SettingsShown, SettingsText  # noqa: PLC0415

    settings.book()  # severities that no rule can have are told here too
    file = settings.file
    shown = SettingsShown(
        settings.in_force, file.path if file else None, file.sha256 if file else None, settings.passed_over
    )
    telling = settings.configuration.report
    if telling.format == "json":
        put_json(SettingsJson().rendered(shown))
    else:
        put_text(SettingsText(page_for(sys.stdout), telling.language).rendered(shown))
