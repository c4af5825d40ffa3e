"""`grantcheck schema`: what a structured note file and a rule file may hold, and what a JSON report holds."""

from __future__ import annotations

import typer

from grantcheck.cli.faults import faults_told
from grantcheck.cli.options import RULES
from grantcheck.cli.output import put_json
from grantcheck.cli.settings import Settings, configured

schema_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Schemas of structured files.")


@schema_app.command("note")
def note_command() -> None:
    """Print the JSON Schema of a structured note file: YAML or JSON."""
    with faults_told():
        from grantcheck.read.structured.schema import note_schema  # noqa: PLC0415
        from grantcheck.report.json_text import json_of  # noqa: PLC0415

        put_json(json_of(note_schema()))


@schema_app.command("report")
def report_command() -> None:
    """Print the JSON Schema of a report: what 'audit --format json' prints."""
    with faults_told():
        from grantcheck.report.formats.report_schema import report_schema  # noqa: PLC0415
        from grantcheck.report.json_text import json_of  # noqa: PLC0415

        put_json(json_of(report_schema()))


@schema_app.command("rule")
@configured(RULES)
def rule_command(settings: Settings) -> None:
    """Print the JSON Schema of a rule file, for editors that complete and check YAML."""
    from grantcheck.report.json_text import json_of  # noqa: PLC0415
    from grantcheck.rules.vocabulary import load_vocabulary  # noqa: PLC0415
    from grantcheck.workbench.rule_schema import rule_schema  # noqa: PLC0415

    put_json(json_of(rule_schema(load_vocabulary(settings.rules_folder))))
