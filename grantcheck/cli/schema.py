"""`grantcheck schema`: what a structured note file may hold, and what a JSON report holds."""

from __future__ import annotations

import typer

from grantcheck.cli.faults import faults_told
from grantcheck.cli.output import put_json

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
