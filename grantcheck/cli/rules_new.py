"""`grantcheck rules new`: a rule file to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from grantcheck.cli.exit_code import ExitCode
from grantcheck.cli.options import RULES
from grantcheck.cli.output import tell
from grantcheck.cli.report_files import write_all
from grantcheck.cli.settings import Settings, configured


@configured(RULES)
def rules_new_command(
    settings: Settings,
    rule_id: Annotated[str, typer.Argument(metavar="ID", help="Its number, such as OFFICE001.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="Small letters, figures and hyphens.")],
    out: Annotated[
        Path, typer.Option("--out", metavar="FOLDER", help="Where to write it.", show_default="here")
    ] = Path(),
) -> None:
    """Write a rule file with tests and placeholders; 'rules check' refuses it until its words are written.

    Beside it go the JSON Schema that makes an editor complete and check rule files, and a 'pack.yaml' where none is.
    """
    from grantcheck.data.marked_yaml import parse  # noqa: PLC0415
    from grantcheck.data.validated import validated  # noqa: PLC0415
    from grantcheck.report.json_text import json_of  # noqa: PLC0415
    from grantcheck.rules.pack import PACK_FILE  # noqa: PLC0415
    from grantcheck.rules.schema import RuleFile  # noqa: PLC0415
    from grantcheck.rules.vocabulary import load_vocabulary  # noqa: PLC0415
    from grantcheck.workbench.rule_schema import SCHEMA_NAME, rule_schema  # noqa: PLC0415
    from grantcheck.workbench.scaffold import file_name, new_pack, new_rule  # noqa: PLC0415

    vocabulary = load_vocabulary(settings.rules_folder)
    text, path = new_rule(rule_id, name), out / file_name(rule_id, name)
    validated(RuleFile, parse(text, path))
    if path.exists():
        tell(f"'{path}' is there already. Take another name or number, or remove it first.")
        raise typer.Exit(ExitCode.USAGE)
    out.mkdir(parents=True, exist_ok=True)
    written = {path: text, out / SCHEMA_NAME: json_of(rule_schema(vocabulary))}
    pack = out / PACK_FILE
    if not pack.exists():
        written[pack] = new_pack(out.resolve().name)
    write_all({file: content.encode() for file, content in written.items()})
    tell(f"Wrote {path}. Fill in every TODO, then run 'grantcheck rules check {out}'.")
